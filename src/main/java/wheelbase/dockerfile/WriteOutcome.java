package wheelbase.dockerfile;

import java.util.List;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Severity;

/**
 * What came of writing: all files or none.
 *
 * @param changes every file given, with its difference from what was there before
 * @param written names of the files written
 * @param backups names of the copies kept of what was there
 * @param diagnostics with an error among them nothing was written
 */
public record WriteOutcome(
    List<FileChange> changes,
    List<String> written,
    List<String> backups,
    List<Diagnostic> diagnostics) {
  public WriteOutcome {
    changes = List.copyOf(changes);
    written = List.copyOf(written);
    backups = List.copyOf(backups);
    diagnostics = List.copyOf(diagnostics);
  }

  public boolean refused() {
    return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
  }
}
