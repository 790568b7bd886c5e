package wheelbase.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Several words on one line: blanks are between them, and a blank that belongs to a word has a
 * backslash before it, as in a shell.
 */
final class WordList {
  private WordList() {}

  static List<String> split(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int at = 0; at < line.length(); at++) {
      char unit = line.charAt(at);
      if (unit == '\\' && at + 1 < line.length()) {
        at++;
        word.append(line.charAt(at));
      } else if (unit != ' ') {
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

  static String join(List<String> words) {
    return words.stream().map(WordList::escaped).collect(Collectors.joining(" "));
  }

  static String escaped(String word) {
    return word.replace("\\", "\\\\").replace(" ", "\\ ");
  }

  /** Where the last word of the line begins; the end of the line behind a blank. */
  static int lastWord(String line) {
    int start = 0;
    for (int at = 0; at < line.length(); at++) {
      if (line.charAt(at) == '\\') {
        at++;
      } else if (line.charAt(at) == ' ') {
        start = at + 1;
      }
    }
    return start;
  }
}
