package wheelbase.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One Python file's text. Never run, only looked at.
 *
 * @param path relative to the project, with {@code /}
 * @param code its lines, comments and texts in triple quotes blanked out, so that an example in a
 *     docstring is not taken for the program
 */
record PythonSource(String path, List<String> code) {
  private static final Pattern FUNCTION = Pattern.compile("^(?:async\\s+)?def\\s+(\\w+)\\s*\\(");
  private static final Pattern MARGIN = Pattern.compile("^[^\\s#)\\]}]");

  PythonSource {
    code = List.copyOf(code);
  }

  /** A match of a pattern and the number, from 1, of the line where it begins. */
  record Found(Matcher match, int line) {}

  static PythonSource of(String path, String text) {
    return new PythonSource(path, new Blanking(text).lines());
  }

  /** The first line that a pattern is found in. */
  Optional<Found> find(Pattern pattern) {
    for (int index = 0; index < code.size(); index++) {
      Matcher matcher = pattern.matcher(code.get(index));
      if (matcher.find()) {
        return Optional.of(new Found(matcher, index + 1));
      }
    }
    return Optional.empty();
  }

  /** One match in each line that has one. */
  List<Found> findAll(Pattern pattern) {
    var found = new ArrayList<Found>();
    for (int index = 0; index < code.size(); index++) {
      Matcher matcher = pattern.matcher(code.get(index));
      if (matcher.find()) {
        found.add(new Found(matcher, index + 1));
      }
    }
    return List.copyOf(found);
  }

  /**
   * A function of the module.
   *
   * @param line from 1, where it begins
   * @param body its lines, the first one too
   */
  record Function(String name, int line, List<String> body) {
    Function {
      body = List.copyOf(body);
    }

    boolean has(Pattern pattern) {
      return body.stream().anyMatch(code -> pattern.matcher(code).find());
    }
  }

  /** The functions that stand at the margin. */
  List<Function> functions() {
    var functions = new ArrayList<Function>();
    for (int index = 0; index < code.size(); index++) {
      Matcher definition = FUNCTION.matcher(code.get(index));
      if (definition.find()) {
        int end = index + 1;
        while (end < code.size() && !MARGIN.matcher(code.get(end)).find()) {
          end++;
        }
        functions.add(new Function(definition.group(1), index + 1, code.subList(index, end)));
      }
    }
    return List.copyOf(functions);
  }

  boolean has(Pattern pattern) {
    return find(pattern).isPresent();
  }

  /** {@code app/main.py:12}. */
  String place(int line) {
    return path + ":" + line;
  }

  String fileName() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Of its directory, relative to the project; empty for the project's own. */
  String directory() {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /**
   * The name to import it by from a directory above it.
   *
   * @param root relative to the project; empty for the project's own
   */
  String moduleFrom(String root) {
    String inside = root.isEmpty() ? path : path.substring(root.length() + 1);
    String module = inside.replaceFirst("\\.py$", "").replace('/', '.');
    return module.replaceFirst("\\.?__init__$", "");
  }

  /** Walks a text once, replacing what is not code by spaces. */
  private static final class Blanking {
    private final String text;
    private final StringBuilder code = new StringBuilder();

    Blanking(String text) {
      this.text = text;
    }

    List<String> lines() {
      int at = 0;
      while (at < text.length()) {
        char character = text.charAt(at);
        if (character == '#') {
          at = comment(at);
        } else if (text.startsWith("\"\"\"", at) || text.startsWith("'''", at)) {
          at = tripleQuoted(at, text.substring(at, at + 3));
        } else if (character == '"' || character == '\'') {
          at = quoted(at, character);
        } else {
          code.append(character);
          at++;
        }
      }
      return code.toString().lines().toList();
    }

    private int comment(int at) {
      int end = text.indexOf('\n', at);
      return end < 0 ? text.length() : end;
    }

    private int tripleQuoted(int start, String quotes) {
      int at = start + 3;
      while (at < text.length() && !text.startsWith(quotes, at)) {
        code.append(text.charAt(at) == '\n' ? '\n' : ' ');
        at += text.charAt(at) == '\\' && !text.startsWith("\n", at + 1) ? 2 : 1;
      }
      return Math.min(text.length(), at + 3);
    }

    private int quoted(int start, char quote) {
      int at = start;
      do {
        code.append(text.charAt(at));
        at += 1;
        if (at + 1 < text.length() && text.charAt(at) == '\\') {
          code.append(text, at, at + 2);
          at += 2;
        }
      } while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n');
      if (at < text.length() && text.charAt(at) == quote) {
        code.append(quote);
        at++;
      }
      return at;
    }
  }
}
