package wheelbase.requirements.pyproject;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;
import wheelbase.requirements.DeclaredRequirement;

/**
 * Edits the dependencies of a {@code pyproject.toml}: those that stand in quotes as they are, and
 * lines of poetry's table that give nothing but a constraint.
 */
final class PyprojectText {
  private static final Pattern POETRY_LINE =
      Pattern.compile(
          "[ \\t]*(?<key>[A-Za-z0-9_-]+)[ \\t]*=[ \\t]*(?<quote>[\"'])(?<constraint>[^\"'\\\\\\r\\n]*)"
              + "\\k<quote>[ \\t]*(?:#.*)?(?:\\R|\\z)");

  private PyprojectText() {}

  /**
   * The whole text with these requirements replaced.
   *
   * @return empty where one of them is not written there letter by letter: a inline table of
   *     poetry's, a string with escapes
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
      int lineStart = starts.get(declared.place().line() - 1);
      Optional<Change> change =
          inQuotes(text, lineStart, declared, replacement)
              .or(() -> ofPoetry(text, lineStart, declared, replacement));
      if (change.isEmpty()) {
        return Optional.empty();
      }
      edited.replace(change.get().from(), change.get().to(), change.get().by());
    }
    return Optional.of(edited.toString());
  }

  /** A stretch of the text and what takes its place. */
  private record Change(int from, int to, String by) {}

  private static Optional<Change> inQuotes(
      String text, int lineStart, DeclaredRequirement declared, Requirement replacement) {
    int from = lineStart + declared.place().column() - 1;
    int to = from + declared.text().length();
    boolean quoted =
        from > 0
            && text.startsWith(declared.text(), from)
            && "\"'".indexOf(text.charAt(from - 1)) >= 0
            && text.startsWith(text.substring(from - 1, from), to);
    return quoted
        ? declared.withReplacement(replacement).map(by -> new Change(from, to, by))
        : Optional.empty();
  }

  /** {@code name = "^1.2"} becomes {@code name = "==1.4"}: poetry reads PEP 440 too. */
  private static Optional<Change> ofPoetry(
      String text, int lineStart, DeclaredRequirement declared, Requirement replacement) {
    Matcher line = POETRY_LINE.matcher(text).region(lineStart, text.length());
    Requirement written = declared.requirement().orElseThrow();
    if (!line.lookingAt()
        || !PackageName.normalize(line.group("key")).equals(written.name().value())
        || !replacement.extras().isEmpty()) {
      return Optional.empty();
    }
    boolean sameName = replacement.name().equals(written.name());
    String key = sameName ? line.group("key") : replacement.name().value();
    String specifier = replacement.specifier().toString();
    String by =
        key
            + text.substring(line.end("key"), line.start("constraint"))
            + (specifier.isEmpty() ? "*" : specifier);
    return Optional.of(new Change(line.start("key"), line.end("constraint"), by));
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
