package wheelbase.index.pypi;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Python source made ready for looking at line by line. */
final class PythonCode {
  private static final Pattern TEXT = Pattern.compile("\"([^\"\\\\]*)\"|'([^'\\\\]*)'");

  private PythonCode() {}

  /**
   * The list that is handed over under a name where it is written out as texts, with nothing added
   * to it; empty where it is not, or the name stands there more than once.
   *
   * @param code without prose
   */
  static Optional<List<String>> textsHandedOver(String name, String code) {
    String text = "\\s*(?:" + TEXT.pattern().replace("(", "(?:") + ")\\s*";
    Matcher list =
        Pattern.compile(
                "\\b" + name + "\\s*=\\s*\\[((?:" + text + ",)*(?:" + text + ")?\\s*)\\]\\s*[,)]")
            .matcher(code);
    if (code.split(name, -1).length != 2 || !list.find()) {
      return Optional.empty();
    }
    return Optional.of(
        TEXT.matcher(list.group(1))
            .results()
            .map(each -> each.group(1) == null ? each.group(2) : each.group(1))
            .toList());
  }

  /**
   * The source without comments and without what stands between triple quotes; line breaks stay, so
   * that line numbers hold.
   */
  static String withoutProse(String source) {
    StringBuilder code = new StringBuilder(source.length());
    int at = 0;
    while (at < source.length()) {
      char character = source.charAt(at);
      if (character == '#') {
        at = endOfLine(source, at);
      } else if (source.startsWith("\"\"\"", at) || source.startsWith("'''", at)) {
        String quote = source.substring(at, at + 3);
        int end = source.indexOf(quote, at + 3);
        int next = end < 0 ? source.length() : end + 3;
        code.append("\"\"");
        source
            .substring(at, next)
            .chars()
            .filter(each -> each == '\n')
            .forEach(each -> code.append('\n'));
        at = next;
      } else if (character == '"' || character == '\'') {
        int next = endOfString(source, at);
        code.append(source, at, next);
        at = next;
      } else {
        code.append(character);
        at++;
      }
    }
    return code.toString();
  }

  private static int endOfLine(String source, int from) {
    int end = source.indexOf('\n', from);
    return end < 0 ? source.length() : end;
  }

  /** Behind the closing quote, or at the end of the line where there is none. */
  private static int endOfString(String source, int start) {
    char quote = source.charAt(start);
    for (int at = start + 1; at < source.length(); at++) {
      char character = source.charAt(at);
      if (character == '\\') {
        at++;
      } else if (character == quote) {
        return at + 1;
      } else if (character == '\n') {
        return at;
      }
    }
    return source.length();
  }
}
