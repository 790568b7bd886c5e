package wheelbase.cli;

/** What the process ends with; the numbers are documented and keep their meaning. */
final class ExitCode {
  static final int DONE = 0;
  static final int CONDITION_HOLDS = 1;
  static final int WRONG_USAGE = 2;
  static final int REQUIREMENTS = 3;
  static final int INDEX = 4;
  static final int BUG = 70;
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
