package wheelbase.cli;

import java.util.Optional;

/** What the user asked for cannot be done as written. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int exitCode;
  private final String hint;

  /**
   * @param hint one act that helps; may be empty
   */
  UsageException(String message, String hint) {
    this(ExitCode.WRONG_USAGE, message, hint);
  }

  /**
   * @param exitCode one of {@link ExitCode}
   */
  UsageException(int exitCode, String message, String hint) {
    super(message);
    this.exitCode = exitCode;
    this.hint = hint;
  }

  int exitCode() {
    return exitCode;
  }

  Optional<String> hint() {
    return hint.isEmpty() ? Optional.empty() : Optional.of(hint);
  }
}
