package wheelbase.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wheelbase.Analysis;
import wheelbase.dockerfile.syntax.DockerfileReader;
import wheelbase.testing.AnalysisBuilder;

/** An audit of a Dockerfile that a test draws. */
final class DrawnAudit {
  static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

  /** From source, psycopg2-binary wants what psycopg2 does. */
  static final SourceNeeds NEEDS =
      (name, version, target, distribution) ->
          name.value().equals("psycopg2-binary")
              ? Set.of("gcc", "libc6-dev", "libpq-dev", "libpq5")
              : Set.of();

  private DrawnAudit() {}

  static Audit of(String text) {
    return of(text, Optional.empty());
  }

  static Audit of(String text, Optional<Analysis> analysis) {
    return Audit.of(DockerfileReader.read("Dockerfile", text), false, analysis, NEEDS, TODAY);
  }

  /** {@code id line:column} of each finding with that id. */
  static List<String> found(Audit audit, String id) {
    return audit.findings().stream()
        .filter(each -> each.id().equals(id))
        .map(Finding::diagnostic)
        .map(each -> each.place().orElseThrow())
        .map(
            place ->
                place.line()
                    + ":"
                    + place
                        .text()
                        .substring(
                            place.column() - 1,
                            Math.min(place.text().length(), place.column() - 1 + place.length())))
        .toList();
  }

  /** A requirements file of one line, on Python 3.12. */
  static AnalysisBuilder requirements(String line) {
    return new AnalysisBuilder()
        .bases("3.12", "slim-trixie", "slim-bookworm", "alpine3.24", "trixie")
        .line(1, line);
  }
}
