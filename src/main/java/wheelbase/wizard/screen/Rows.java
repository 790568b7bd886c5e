package wheelbase.wizard.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import wheelbase.report.TerminalText;

/** Lines of running text for a canvas of a known width, of which a part is drawn. */
final class Rows {
  /** A piece of a line. */
  record Piece(Role role, String text) {}

  private static final int SHORTEST_NOTE = 12;

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
    return words(blanks(Math.min(indent, columns / 2)), role, text);
  }

  /** The message of a diagnostic, which may have several lines: each for itself. */
  Rows message(int indent, Role role, String text) {
    text.lines().forEach(line -> words(indent, role, line));
    return this;
  }

  /** Words behind a label, and under one another where they are too many for the line. */
  Rows words(Piece label, Role role, String text) {
    return words(0, role, text, label);
  }

  /** Likewise, after a gap behind several pieces. */
  Rows words(int gap, Role role, String text, Piece... before) {
    int indent = width(before) + gap;
    if (indent > columns / 2 && indent > 4 && !isBlank(before)) {
      return line(before).words(Math.min(4, columns / 4), role, text);
    }
    List<Piece> line = new ArrayList<>(List.of(before));
    line.add(blanks(gap));
    for (String words : wrap(harmless(text), Math.max(1, columns - indent))) {
      line.add(new Piece(role, words));
      rows.add(List.copyOf(line));
      line.clear();
      line.add(blanks(indent));
    }
    return this;
  }

  /** A line of several pieces and, where there is room for it, a note that may lose its end. */
  Rows fitted(int gap, Role role, String note, Piece... before) {
    int room = columns - width(before) - gap;
    List<Piece> line = new ArrayList<>(List.of(before));
    if (room >= SHORTEST_NOTE || TerminalText.columns(harmless(note)) <= room) {
      line.add(blanks(gap));
      line.add(new Piece(role, beginning(harmless(note), room)));
    }
    rows.add(List.copyOf(line));
    return this;
  }

  private static String beginning(String note, int room) {
    return TerminalText.columns(note) <= room ? note : wrap(note, room - 3).get(0) + "...";
  }

  private int width(Piece... pieces) {
    return Arrays.stream(pieces)
        .mapToInt(piece -> TerminalText.columns(harmless(piece.text())))
        .sum();
  }

  private static boolean isBlank(Piece... pieces) {
    return Arrays.stream(pieces).allMatch(piece -> piece.text().isBlank());
  }

  static Piece blanks(int count) {
    return new Piece(Role.PLAIN, " ".repeat(Math.max(0, count)));
  }

  static Piece strong(String text) {
    return new Piece(Role.STRONG, text);
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
