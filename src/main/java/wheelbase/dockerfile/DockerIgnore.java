package wheelbase.dockerfile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import wheelbase.diagnostic.Diagnostic;

/**
 * A {@code .dockerignore}, read as Docker reads it: a pattern excludes what it matches and all
 * below, {@code !} lets in again, and the last line that matches decides.
 */
public final class DockerIgnore {
  public static final String FILE_NAME = ".dockerignore";

  /** The template of one. */
  public static final String TEMPLATE = "dockerignore" + Templates.SUFFIX;

  private record Line(boolean exclude, Pattern pattern) {}

  private final List<Line> lines;

  private DockerIgnore(List<Line> lines) {
    this.lines = List.copyOf(lines);
  }

  public static DockerIgnore parse(String text) {
    List<Line> lines = new ArrayList<>();
    for (String raw : text.lines().toList()) {
      String line = raw.strip();
      if (raw.startsWith("#") || line.isEmpty()) {
        continue;
      }
      boolean exclude = !line.startsWith("!");
      String pattern = clean(exclude ? line : line.substring(1).strip());
      if (!pattern.isEmpty()) {
        lines.add(new Line(exclude, Pattern.compile(expression(pattern), Pattern.DOTALL)));
      }
    }
    return new DockerIgnore(lines);
  }

  /**
   * The text of a {@code .dockerignore} for a Python project.
   *
   * @param copied what the Dockerfile names: let through, whatever else is excluded
   */
  public static String textFor(Collection<String> copied) {
    return textFor(copied, Templates.shipped());
  }

  /** As {@link #textFor(Collection)}, by these templates. */
  public static String textFor(Collection<String> copied, Templates templates) {
    DockerIgnore usual = parse(templates.fill(TEMPLATE, model(List.of())));
    return templates.fill(
        TEMPLATE,
        model(
            copied.stream()
                .filter(usual::excludes)
                .map(Quoting::sourcePattern)
                .distinct()
                .sorted()
                .toList()));
  }

  /** What a template is tried out on: with exceptions and without. */
  public static List<Map<String, Object>> examples() {
    return List.of(model(List.of("requirements.txt")), model(List.of()));
  }

  /**
   * @param path relative to the build context, with {@code /}
   */
  public boolean excludes(String path) {
    String clean = clean(path);
    boolean excluded = false;
    for (Line line : lines) {
      if (line.exclude() != excluded && matchesOrContains(line.pattern(), clean)) {
        excluded = line.exclude();
      }
    }
    return excluded;
  }

  /** One error for each file that the Dockerfile copies and that this keeps from the builder. */
  public List<Diagnostic> check(Collection<String> copied) {
    return copied.stream()
        .filter(this::excludes)
        .map(
            path ->
                Diagnostic.error(
                        "copied-file-ignored",
                        ".dockerignore excludes " + path + ", which the Dockerfile copies")
                    .withHint("add the line !" + path + " at the end of .dockerignore"))
        .toList();
  }

  private static Map<String, Object> model(List<String> exceptions) {
    return Map.of(
        "needsExceptions",
        !exceptions.isEmpty(),
        "exceptions",
        exceptions.stream().map(path -> "!" + path).toList());
  }

  private static boolean matchesOrContains(Pattern pattern, String path) {
    for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (pattern.matcher(path.substring(0, end)).matches()) {
        return true;
      }
    }
    return false;
  }

  private static String clean(String path) {
    return path.replaceFirst("^(\\.?/+)+", "").replaceAll("/+(\\./+)*", "/").replaceAll("/$", "");
  }

  /** Go's path patterns, with {@code **} for any number of directories. */
  private static String expression(String pattern) {
    StringBuilder expression = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char character = pattern.charAt(i);
      int close = pattern.indexOf(']', i + 2);
      if (pattern.startsWith("**/", i)) {
        expression.append("(.*/)?");
        i += 2;
      } else if (pattern.startsWith("**", i)) {
        expression.append(".*");
        i++;
      } else if (character == '*') {
        expression.append("[^/]*");
      } else if (character == '?') {
        expression.append("[^/]");
      } else if (character == '[' && close > 0) {
        expression.append(characterClass(pattern.substring(i + 1, close)));
        i = close;
      } else if (character == '\\' && i + 1 < pattern.length()) {
        expression.append(Pattern.quote(pattern.substring(++i, i + 1)));
      } else {
        expression.append(Pattern.quote(String.valueOf(character)));
      }
    }
    return expression.toString();
  }

  private static String characterClass(String members) {
    boolean negated = members.startsWith("^");
    String rest = negated ? members.substring(1) : members;
    return "[" + (negated ? "^" : "") + rest.replaceAll("[\\[\\]&^\\\\]", "\\\\$0") + "]";
  }
}
