package wheelbase.report.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wheelbase.Analysis;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.dockerfile.DockerfilePlan;

/**
 * A diagnostic of the analysis or of the plan.
 *
 * @param severity {@code error}, {@code warning}, {@code note}
 * @param place {@code requirements.txt:12:9}; empty where it is about no text
 * @param lines the message
 */
record Note(
    String severity,
    String id,
    String place,
    List<String> lines,
    Optional<Quote> quote,
    String hint) {

  /** The line that it is about, with the fault in the middle. */
  record Quote(String before, String fault, String after) {
    static Quote of(SourceSpan place) {
      String text = place.text();
      int start = Math.min(place.column() - 1, text.length());
      int end = Math.min(start + place.length(), text.length());
      return new Quote(text.substring(0, start), text.substring(start, end), text.substring(end));
    }
  }

  /** The gravest first. */
  static List<Note> all(Analysis analysis, Optional<DockerfilePlan> plan) {
    List<Diagnostic> all = new ArrayList<>(analysis.diagnostics());
    plan.ifPresent(planned -> all.addAll(planned.diagnostics()));
    return all.stream()
        .distinct()
        .sorted(Comparator.comparing(Diagnostic::severity))
        .map(Note::of)
        .toList();
  }

  private static Note of(Diagnostic diagnostic) {
    return new Note(
        diagnostic.severity().name().toLowerCase(Locale.ROOT),
        diagnostic.id(),
        diagnostic.place().map(Note::where).orElse(""),
        diagnostic.message().lines().toList(),
        diagnostic.place().map(Quote::of),
        diagnostic.hint().orElse(""));
  }

  private static String where(SourceSpan place) {
    return place.file() + ":" + place.line() + ":" + place.column();
  }
}
