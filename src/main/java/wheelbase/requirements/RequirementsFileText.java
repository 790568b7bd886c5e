package wheelbase.requirements;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.pep508.Requirement;

/**
 * The text of a requirements file that can be edited: all that an edit does not touch stays as it
 * is to the byte, line ends and byte order mark too.
 */
public final class RequirementsFileText {
  private static final String MARK = "\ufeff";
  private static final Pattern CONTINUATION =
      Pattern.compile("\\\\+(?:\\r\\n|[\\n\\r\\x0b\\f\\x1c-\\x1e\\u0085\\u2028\\u2029])\\\\*");

  private final String mark;
  private final String text;
  private final SourceFile file;
  private final Map<String, String> environment;

  private RequirementsFileText(
      String mark, String text, SourceFile file, Map<String, String> environment) {
    this.mark = mark;
    this.text = text;
    this.file = file;
    this.environment = environment;
  }

  /**
   * @param name as places name the file
   * @return empty where the bytes are not UTF-8: the edited text would mean something else
   */
  public static Optional<RequirementsFileText> of(
      String name, byte[] content, Map<String, String> environment) {
    DecodedFile decoded = DecodedFile.decode(name, content);
    Optional<String> text = PythonText.utf8(content);
    if (decoded.fault().isPresent() || text.isEmpty()) {
      return Optional.empty();
    }
    String mark = text.get().startsWith(MARK) ? MARK : "";
    String rest = text.get().substring(mark.length());
    return decoded.file().equals(SourceFile.of(name, rest))
        ? Optional.of(new RequirementsFileText(mark, rest, decoded.file(), environment))
        : Optional.empty();
  }

  /** The text of a requirement at its place, and the places of its parts in the file. */
  private record Written(TracedText requirement) {
    boolean isAt(SourceSpan place) {
      return requirement.line(0) == place.line() && requirement.column(0) == place.column();
    }
  }

  /** A stretch of the text and what takes its place. */
  private record Replacement(int from, int to, String by) {}

  /**
   * The whole text with what the places name replaced.
   *
   * @param places of requirements in this file
   * @return empty where one of them is not written as it is read: a variable stands in it
   */
  public Optional<String> replaced(List<SourceSpan> places, Requirement replacement) {
    List<Replacement> replacements = new ArrayList<>();
    for (SourceSpan place : places) {
      Optional<Replacement> found =
          written().stream()
              .filter(each -> each.isAt(place))
              .findFirst()
              .flatMap(each -> replacement(each.requirement(), replacement));
      if (found.isEmpty()) {
        return Optional.empty();
      }
      replacements.add(found.get());
    }
    StringBuilder edited = new StringBuilder(text);
    replacements.stream()
        .sorted(Comparator.comparingInt(Replacement::from).reversed())
        .forEach(each -> edited.replace(each.from(), each.to(), each.by()));
    return Optional.of(mark + edited);
  }

  /** The whole text with one more line at its end, ended as the others are. */
  public String added(Requirement requirement) {
    String end = lineEnd();
    StringBuilder edited = new StringBuilder(mark).append(text);
    List<String> lines = file.lines();
    String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    boolean ended = text.isEmpty() || !text.endsWith(last) || last.isEmpty();
    if (!ended) {
      edited.append(end);
    }
    if (last.endsWith("\\")) {
      // Without an empty line the new one would go on what the last one began.
      edited.append(end);
    }
    return edited.append(requirement.withoutMarker()).append(end).toString();
  }

  private List<Written> written() {
    List<Written> written = new ArrayList<>();
    for (LogicalLine line : LineChain.logicalLines(file, environment)) {
      try {
        ParsedLine.parse(line.text()).requirement().map(Written::new).ifPresent(written::add);
      } catch (LineFault refused) {
        continue;
      }
    }
    return written;
  }

  private Optional<Replacement> replacement(TracedText requirement, Requirement by) {
    RequirementRewriting rewriting = RequirementRewriting.of(requirement.text());
    if (rewriting.kept() == 0) {
      return Optional.empty();
    }
    int from = offset(requirement, 0);
    int keptTo = offset(requirement, rewriting.kept() - 1) + 1;
    int to = offset(requirement, rewriting.subject().length() - 1) + 1;
    if (from >= keptTo
        || keptTo > to
        || !CONTINUATION
            .matcher(text.substring(from, to))
            .replaceAll("")
            .equals(rewriting.subject())) {
      return Optional.empty();
    }
    return Optional.of(
        new Replacement(from, to, rewriting.replacedBy(by, text.substring(from, keptTo))));
  }

  private int offset(TracedText traced, int index) {
    return lineStarts().get(traced.line(index)) + traced.column(index) - 1;
  }

  /** Line number to where the line begins. */
  private Map<Integer, Integer> lineStarts() {
    Map<Integer, Integer> starts = new TreeMap<>();
    int start = 0;
    for (int number = 1; number <= file.lines().size(); number++) {
      starts.put(number, start);
      start += file.lines().get(number - 1).length();
      start += text.startsWith("\r\n", start) ? 2 : 1;
    }
    return starts;
  }

  private String lineEnd() {
    if (file.lines().isEmpty()) {
      return "\n";
    }
    int end = file.lines().get(0).length();
    return text.startsWith("\r\n", end) ? "\r\n" : "\n";
  }
}
