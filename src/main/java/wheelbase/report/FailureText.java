package wheelbase.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wheelbase.Analysis;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Severity;

/** Why a project's requirements cannot be read, or can be met nowhere. */
public final class FailureText {
  private final Style style;

  public FailureText(Style style) {
    this.style = style;
  }

  /**
   * @param cutoff where the index is asked about as of then
   */
  public String of(Analysis analysis, Optional<Instant> cutoff) {
    List<Diagnostic> errors =
        analysis.diagnostics().stream()
            .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
            .filter(diagnostic -> analysis.targets().isEmpty() || !isConflict(diagnostic))
            .toList();
    Page page = new Page(style);
    ConflictText.put(page, analysis);
    if (!analysis.targets().isEmpty()) {
      cutoff.ifPresent(
          instant ->
              page.blank().paragraph(2, "Nothing newer than " + instant + " was looked at."));
    }
    return new DiagnosticText(style).of(errors) + page;
  }

  /** Said better of all targets together. */
  private static boolean isConflict(Diagnostic diagnostic) {
    return diagnostic.id().equals("conflict");
  }
}
