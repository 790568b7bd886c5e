package wheelbase.dockerfile;

import java.util.ArrayList;
import java.util.List;

/** Lays words out in lines of a Dockerfile. */
final class Lines {
  /** Columns of a line at most, unless a single word is longer. */
  static final int WIDTH = 100;

  private Lines() {}

  /**
   * Words joined by spaces into lines.
   *
   * @param width columns of a line at most
   * @param indent what every line but the first begins with
   */
  static List<String> fill(List<String> words, int width, String indent) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    boolean empty = true;
    for (String word : words) {
      if (!empty && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line = new StringBuilder(indent);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    lines.add(line.toString());
    return lines;
  }

  /** Lines that the builder reads as one: all but the last end in a backslash. */
  static List<String> continued(List<String> lines) {
    List<String> continued = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      continued.add(lines.get(i) + (i < lines.size() - 1 ? " \\" : ""));
    }
    return continued;
  }

  /**
   * A sentence as the text of comment lines, without the mark. It holds no control characters, and
   * no line of it ends in a backslash, which old builders take for a continuation.
   */
  static List<String> comment(String sentence) {
    int width = WIDTH - 2;
    List<String> words = new ArrayList<>();
    for (String word : Quoting.withoutControls(sentence.strip()).split("\\s+")) {
      String rest = word;
      while (rest.length() > width) {
        int end = Character.isHighSurrogate(rest.charAt(width - 1)) ? width - 1 : width;
        words.add(rest.substring(0, end));
        rest = rest.substring(end);
      }
      words.add(rest);
    }
    return fill(words, width, "").stream()
        .map(line -> line.replaceAll("[\\\\ ]+$", ""))
        .filter(line -> !line.isBlank())
        .toList();
  }
}
