package wheelbase.requirements;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What pip reads as one line, after joining.
 *
 * @param number of the first physical line
 * @param values what was put in for variables: the value to {@code ${NAME}}
 */
record LogicalLine(int number, TracedText text, Map<String, String> values) {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z0-9_]+)}");

  LogicalLine {
    values = Map.copyOf(values);
  }

  LogicalLine(int number, TracedText text) {
    this(number, text, Map.of());
  }

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
    var values = new HashMap<String, String>();
    Matcher matcher = VARIABLE.matcher(text.text());
    while (matcher.find()) {
      String value = environment.getOrDefault(matcher.group(1), "");
      if (!value.isEmpty()) {
        replaced = replaced.replace(matcher.group(), value);
        values.put(value, matcher.group());
      }
    }
    return new LogicalLine(number, replaced, values);
  }

  /** A message about this line as the user may see it: values are named, passwords starred. */
  String withoutValues(String message) {
    String shown = message;
    for (Map.Entry<String, String> value : new TreeMap<>(values).descendingMap().entrySet()) {
      shown = shown.replace(value.getKey(), value.getValue());
    }
    return Credentials.hidden(shown);
  }
}
