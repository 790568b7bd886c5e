package wheelbase.requirements.pyproject;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.pep508.Requirement;
import wheelbase.requirements.DeclaredRequirement;

/** Edits the dependencies of a {@code pyproject.toml} where they stand in quotes as they are. */
final class PyprojectText {
  private PyprojectText() {}

  /**
   * The whole text with these requirements replaced.
   *
   * @return empty where one of them is not written there letter by letter: a table of poetry's, a
   *     string with escapes
   */
  static Optional<String> replaced(
      String text, Collection<DeclaredRequirement> requirements, Requirement replacement) {
    List<Integer> starts = lineStarts(text);
    StringBuilder edited = new StringBuilder(text);
    List<DeclaredRequirement> lastFirst = new ArrayList<>(requirements);
    Comparator<SourceSpan> order =
        Comparator.comparingInt((SourceSpan place) -> place.line())
            .thenComparingInt(SourceSpan::column);
    lastFirst.sort(Comparator.comparing(DeclaredRequirement::place, order.reversed()));
    for (DeclaredRequirement declared : lastFirst) {
      SourceSpan place = declared.place();
      int from = starts.get(place.line() - 1) + place.column() - 1;
      String written = declared.text();
      if (from == 0
          || !text.startsWith(written, from)
          || "\"'".indexOf(text.charAt(from - 1)) < 0
          || !text.startsWith(text.substring(from - 1, from), from + written.length())) {
        return Optional.empty();
      }
      Optional<String> changed = declared.withReplacement(replacement);
      if (changed.isEmpty()) {
        return Optional.empty();
      }
      edited.replace(from, from + written.length(), changed.get());
    }
    return Optional.of(edited.toString());
  }

  /** As {@link String#lines} parts them, which the places come from. */
  private static List<Integer> lineStarts(String text) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int index = 0; index < text.length(); index++) {
      boolean crlf = text.startsWith("\r\n", index);
      if (crlf) {
        index++;
      }
      if (text.charAt(index) == '\n' || text.charAt(index) == '\r') {
        starts.add(index + 1);
      }
    }
    return starts;
  }
}
