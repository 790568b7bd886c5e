package wheelbase.syslibs;

import java.util.List;
import java.util.stream.Collectors;
import wheelbase.diagnostic.Diagnostic;

/**
 * A file of the rules says something that the format does not allow. In a shipped file that is a
 * bug; in a user's own file the diagnostics tell the user what to change.
 */
public final class RuleFileException extends RuntimeException {
  static final String ID = "invalid-rule-file";

  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  RuleFileException(List<Diagnostic> diagnostics) {
    super(diagnostics.stream().map(RuleFileException::line).collect(Collectors.joining("\n")));
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** All that is wrong with the file, in the order of the file. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  private static String line(Diagnostic diagnostic) {
    return diagnostic.place().map(place -> place.file() + ":" + place.line() + ": ").orElse("")
        + diagnostic.message();
  }
}
