package wheelbase.cli;

import java.util.List;
import java.util.Optional;
import wheelbase.diagnostic.Diagnostic;

/** What the user asked for cannot be done as written. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int exitCode;
  private final transient List<Diagnostic> diagnostics;

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
    Diagnostic error = Diagnostic.error("usage", message);
    this.diagnostics = List.of(hint.isEmpty() ? error : error.withHint(hint));
  }

  /** Of a file in which several things are wrong. */
  UsageException(List<Diagnostic> wrong) {
    super(wrong.get(0).message());
    this.exitCode = ExitCode.WRONG_USAGE;
    this.diagnostics = List.copyOf(wrong);
  }

  int exitCode() {
    return exitCode;
  }

  /** Everything that is wrong, at least one. */
  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  Optional<String> hint() {
    return diagnostics.get(0).hint();
  }
}
