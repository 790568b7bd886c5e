package wheelbase.wizard.screen;

import java.util.ArrayList;
import java.util.List;
import wheelbase.report.TerminalText;

/** Text broken into lines that have so many columns. */
final class Wrapping {
  private final int columns;
  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();

  private Wrapping(int columns) {
    this.columns = columns;
  }

  /**
   * Broken between words, and within those that are longer than a line.
   *
   * @param text harmless already
   * @param columns at least one is taken, a wide character more
   */
  static List<String> lines(String text, int columns) {
    Wrapping wrapping = new Wrapping(Math.max(1, columns));
    for (String word : text.strip().split(" ")) {
      wrapping.add(word);
    }
    wrapping.end();
    return wrapping.lines;
  }

  private void add(String word) {
    String spaced = line.isEmpty() ? word : " " + word;
    if (TerminalText.columns(line + spaced) <= columns) {
      line.append(spaced);
      return;
    }
    if (!line.isEmpty()) {
      end();
    }
    word.codePoints().forEach(this::add);
  }

  private void add(int point) {
    String character = Character.toString(point);
    if (!line.isEmpty() && TerminalText.columns(line + character) > columns) {
      end();
    }
    line.append(character);
  }

  private void end() {
    lines.add(line.toString());
    line.setLength(0);
  }
}
