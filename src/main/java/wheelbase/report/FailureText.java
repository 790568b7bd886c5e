package wheelbase.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wheelbase.Analysis;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Severity;

/** Why a project's requirements cannot be read, or can be met nowhere. */
public final class FailureText {
  /** Findings about places that nobody looked at: what is missing may lie there. */
  private static final Set<String> NOT_LOOKED_AT =
      Set.of("index-left-out", "index-without-tls", "location-passed-over");

  private final Style style;

  public FailureText(Style style) {
    this.style = style;
  }

  /**
   * @param cutoff where the index is asked about as of then
   */
  public String of(Analysis analysis, Optional<Instant> cutoff) {
    boolean resolved = !analysis.targets().isEmpty();
    List<Diagnostic> errors =
        analysis.diagnostics().stream()
            .filter(
                diagnostic ->
                    diagnostic.severity() == Severity.ERROR
                        ? !resolved || !isConflict(diagnostic)
                        : resolved && NOT_LOOKED_AT.contains(diagnostic.id()))
            .toList();
    Page page = new Page(style);
    ConflictText.put(page, analysis);
    if (resolved) {
      analysis.diagnostics().stream()
          .filter(FailureText::isConflict)
          .flatMap(conflict -> conflict.hint().stream())
          .distinct()
          .forEach(hint -> page.blank().paragraph(2, "hint: " + hint));
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
