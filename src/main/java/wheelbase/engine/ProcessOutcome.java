package wheelbase.engine;

/**
 * What came of a program.
 *
 * @param exitCode -1 where it was killed because its time was over
 * @param output standard output; the end of it where it is long
 * @param errors standard error; the end of it where it is long
 * @param timedOut whether its time was over
 */
public record ProcessOutcome(int exitCode, String output, String errors, boolean timedOut) {
  /** Whether it says that it did what it was to do. */
  public boolean succeeded() {
    return exitCode == 0 && !timedOut;
  }
}
