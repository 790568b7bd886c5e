package wheelbase.dockerfile;

/** What must go well in what has been built before the image is made of it. */
public sealed interface ImageTest {
  /** Nothing. */
  record None() implements ImageTest {}

  /** The modules of the requirements are imported. */
  record Imports() implements ImageTest {}

  /**
   * A command ends with 0.
   *
   * @param line for the shell
   */
  record Command(String line) implements ImageTest {
    public Command {
      if (line.isBlank() || line.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException("not one line: " + line);
      }
    }
  }
}
