package wheelbase.wizard.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Several words on one line, with blanks or commas between them. One that belongs to a word has a
 * backslash before it, and so has a word that would be an order else.
 */
final class Words {
  private Words() {}

  /**
   * @param commas whether a comma ends a word too
   */
  static List<String> split(String line, boolean commas) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int at = 0; at < line.length(); at++) {
      char unit = line.charAt(at);
      if (unit == '\\' && at + 1 < line.length()) {
        at++;
        word.append(line.charAt(at));
      } else if (unit != ' ' && !(commas && unit == ',')) {
        word.append(unit);
      } else if (!word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }

  /** The line as one word. */
  static String whole(String line) {
    return line.startsWith("\\") ? line.substring(1) : line;
  }

  /** One word of several, so that {@link #split} gives it back. */
  static String escaped(String word) {
    return word.chars()
        .mapToObj(unit -> ("\\ ,".indexOf(unit) < 0 ? "" : "\\") + (char) unit)
        .collect(Collectors.joining());
  }

  /** Where the last word of the line begins; the end of the line behind a blank or comma. */
  static int lastWord(String line) {
    int start = 0;
    for (int at = 0; at < line.length(); at++) {
      char unit = line.charAt(at);
      if (unit == '\\') {
        at++;
      } else if (unit == ' ' || unit == ',') {
        start = at + 1;
      }
    }
    return start;
  }
}
