package wheelbase.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Several words on one line. What stands between them stands in a word behind a backslash, as in a
 * shell.
 *
 * @param between the characters that end a word; the first joins words
 */
public record WordList(String between) {
  /** As names of files are written. */
  public static final WordList OF_BLANKS = new WordList(" ");

  /** As answers are listed. */
  public static final WordList OF_BLANKS_AND_COMMAS = new WordList(" ,");

  public List<String> split(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int at = 0; at < line.length(); at++) {
      char unit = line.charAt(at);
      if (unit == '\\' && at + 1 < line.length()) {
        at++;
        word.append(line.charAt(at));
      } else if (!isBetween(unit)) {
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

  public String join(List<String> words) {
    return words.stream().map(this::escaped).collect(Collectors.joining(between.substring(0, 1)));
  }

  /** One word of several, so that {@link #split} gives it back. */
  public String escaped(String word) {
    return word.chars()
        .mapToObj(unit -> (unit == '\\' || isBetween(unit) ? "\\" : "") + (char) unit)
        .collect(Collectors.joining());
  }

  /** Where the last word of the line begins; the end of the line where none does. */
  public int lastWord(String line) {
    int start = 0;
    for (int at = 0; at < line.length(); at++) {
      if (line.charAt(at) == '\\') {
        at++;
      } else if (isBetween(line.charAt(at))) {
        start = at + 1;
      }
    }
    return start;
  }

  private boolean isBetween(int unit) {
    return between.indexOf(unit) >= 0;
  }
}
