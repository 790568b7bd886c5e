package wheelbase.wizard.screen;

import java.util.ArrayList;
import java.util.List;
import wheelbase.report.TerminalText;

/** Lines of running text for a canvas of a known width, of which a part is drawn. */
final class Rows {
  /** A piece of a line. */
  record Piece(Role role, String text) {}

  private final int columns;
  private final boolean unicode;
  private final List<List<Piece>> rows = new ArrayList<>();

  Rows(int columns, Glyphs glyphs) {
    this.columns = Math.max(1, columns);
    this.unicode = glyphs.unicode();
  }

  int count() {
    return rows.size();
  }

  int columns() {
    return columns;
  }

  /** A line of its own, cut at the side of the canvas. */
  Rows line(Piece... pieces) {
    rows.add(List.of(pieces));
    return this;
  }

  Rows blank() {
    return line();
  }

  /** Words under one another from a column on; a word that is too long for a line goes on below. */
  Rows words(int indent, Role role, String text) {
    return words(new Piece(Role.PLAIN, " ".repeat(indent)), role, text);
  }

  /** Words behind a label, and under one another where they are too many for the line. */
  Rows words(Piece label, Role role, String text) {
    int indent = TerminalText.columns(harmless(label.text()));
    if (indent > columns / 2 && indent > 4) {
      line(label);
      return words(Math.min(4, columns / 4), role, text);
    }
    Piece before = label;
    for (String line : wrap(harmless(text), columns - indent)) {
      line(before, new Piece(role, line));
      before = new Piece(Role.PLAIN, " ".repeat(indent));
    }
    return this;
  }

  private static List<String> wrap(String text, int room) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split(" +")) {
      String rest = word;
      if (!line.isEmpty() && TerminalText.columns(line + " " + rest) > room) {
        lines.add(line.toString());
        line.setLength(0);
      }
      while (TerminalText.columns(rest) > room) {
        String head = head(rest, room);
        lines.add(head);
        rest = rest.substring(head.length());
      }
      line.append(line.isEmpty() ? "" : " ").append(rest);
    }
    lines.add(line.toString());
    return lines;
  }

  /** At least one character, else as many as fit. */
  private static String head(String text, int room) {
    int end = text.offsetByCodePoints(0, 1);
    while (end < text.length()
        && TerminalText.columns(text.substring(0, text.offsetByCodePoints(end, 1))) <= room) {
      end = text.offsetByCodePoints(end, 1);
    }
    return text.substring(0, end);
  }

  String harmless(String text) {
    return TerminalText.harmless(text, unicode);
  }

  /** Draws as many lines as the canvas has room for. */
  void draw(Canvas canvas, int from) {
    for (int row = 0; row < canvas.rows() && from + row < rows.size(); row++) {
      int column = 0;
      for (Piece piece : rows.get(from + row)) {
        column = canvas.put(column, row, piece.role(), piece.text());
      }
    }
  }
}
