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

  /** A stretch of the text and what takes its place. */
  private record Replacement(int from, int to, String by) {}

  /**
   * The whole text with other requirements in these places.
   *
   * @param replacements by the place of the requirement in this file
   * @return empty where one of them is not written as it is read: a variable stands in it
   */
  public Optional<String> replaced(Map<SourceSpan, Requirement> replacements) {
    List<Replacement> found = new ArrayList<>();
    List<TracedText> written = written();
    for (Map.Entry<SourceSpan, Requirement> wanted : replacements.entrySet()) {
      Optional<Replacement> replacement =
          written.stream()
              .filter(each -> isAt(wanted.getKey(), each))
              .findFirst()
              .flatMap(each -> replacement(each, wanted.getValue()));
      if (replacement.isEmpty()) {
        return Optional.empty();
      }
      found.add(replacement.get());
    }
    StringBuilder edited = new StringBuilder(text);
    found.stream()
        .sorted(Comparator.comparingInt(Replacement::from).reversed())
        .forEach(each -> edited.replace(each.from(), each.to(), each.by()));
    return Optional.of(mark + edited);
  }

  private static boolean isAt(SourceSpan place, TracedText written) {
    return written.line(0) == place.line() && written.column(0) == place.column();
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

  /** The requirements of the file, each without its options. */
  private List<TracedText> written() {
    List<TracedText> written = new ArrayList<>();
    for (LogicalLine line : LineChain.logicalLines(file, environment)) {
      try {
        ParsedLine.parse(line.text()).requirement().ifPresent(written::add);
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
