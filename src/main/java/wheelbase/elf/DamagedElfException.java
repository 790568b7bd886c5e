package wheelbase.elf;

/** Ends the reading of a file that is not what it says. */
final class DamagedElfException extends Exception {
  private static final long serialVersionUID = 1;

  DamagedElfException(String why) {
    super(why, null, false, false);
  }
}
