package wheelbase.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import wheelbase.diagnostic.Blame;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.SourceSpan;

/** Findings, with where they are seen and how the package came in. */
final class DiagnosticsJson {
  private final JsonText json;

  DiagnosticsJson(JsonText json) {
    this.json = json;
  }

  void diagnostics(List<Diagnostic> diagnostics) {
    Function<Diagnostic, String> file =
        diagnostic -> diagnostic.place().map(place -> place.file()).orElse("");
    Function<Diagnostic, Integer> line =
        diagnostic -> diagnostic.place().map(place -> place.line()).orElse(0);
    Function<Diagnostic, Integer> column =
        diagnostic -> diagnostic.place().map(place -> place.column()).orElse(0);
    List<Diagnostic> sorted =
        diagnostics.stream()
            .sorted(
                Comparator.comparing(file)
                    .thenComparing(line)
                    .thenComparing(column)
                    .thenComparing(Diagnostic::id)
                    .thenComparing(Diagnostic::message))
            .toList();
    json.field("diagnostics", () -> json.array(sorted, this::diagnostic));
  }

  private void diagnostic(Diagnostic diagnostic) {
    json.object(
        () -> {
          json.text("id", diagnostic.id());
          json.text("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT));
          json.text("message", diagnostic.message());
          json.text("hint", diagnostic.hint().orElse(null));
          json.field("blame", () -> blame(diagnostic.blame()));
          place(diagnostic.place());
        });
  }

  void place(Optional<SourceSpan> where) {
    json.field(
        "place",
        () -> {
          if (where.isEmpty()) {
            json.nothing();
            return;
          }
          SourceSpan place = where.get();
          json.object(
              () -> {
                json.text("file", place.file());
                json.number("line", place.line());
                json.number("column", place.column());
              });
        });
  }

  void blame(List<Blame> steps) {
    json.array(
        steps,
        step ->
            json.object(
                () -> {
                  json.text("by", step.by());
                  json.text("requirement", step.requirement());
                }));
  }
}
