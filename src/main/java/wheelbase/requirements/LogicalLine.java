package wheelbase.requirements;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What pip reads as one line, after joining.
 *
 * @param number of the first physical line
 */
record LogicalLine(int number, TracedText text) {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z0-9_]+)}");

  /** Where the comment of a line begins, its white space included; the length where it has none. */
  static int commentStart(String line) {
    for (int index = line.indexOf('#'); index >= 0; index = line.indexOf('#', index + 1)) {
      int start = index;
      while (start > 0 && PythonText.isSpace(line.charAt(start - 1))) {
        start--;
      }
      if (start < index || index == 0) {
        return start;
      }
    }
    return line.length();
  }

  /** Without comment and outer white space; empty where nothing is left. */
  Optional<LogicalLine> withoutComment() {
    TracedText left = text.substring(0, commentStart(text.text())).strip();
    return left.isEmpty() ? Optional.empty() : Optional.of(new LogicalLine(number, left));
  }

  /**
   * With {@code ${NAME}} replaced. Names are upper case; a variable that is not set or empty is
   * left as it is written, as pip does.
   */
  LogicalLine withVariables(Map<String, String> environment) {
    TracedText replaced = text;
    Matcher matcher = VARIABLE.matcher(text.text());
    while (matcher.find()) {
      String value = environment.getOrDefault(matcher.group(1), "");
      if (!value.isEmpty()) {
        replaced = replaced.replace(matcher.group(), value);
      }
    }
    return new LogicalLine(number, replaced);
  }
}
