package wheelbase.wizard.screen;

import java.util.Arrays;
import wheelbase.report.TerminalText;

/**
 * A grid of terminal cells to draw on. Whatever is put on it is made harmless first, is measured in
 * terminal columns, and never leaves the part of the grid that it was put on.
 */
public final class Canvas {
  /** The second cell of a wide character. */
  static final String CONTINUED = "";

  private final Grid grid;
  private final int left;
  private final int top;
  private final int columns;
  private final int rows;

  /** What a cell shows. */
  record Cell(String text, Role role) {
    static final Cell BLANK = new Cell(" ", Role.PLAIN);
  }

  private record Grid(Cell[][] cells, Glyphs glyphs) {}

  public Canvas(int columns, int rows, Glyphs glyphs) {
    this(new Grid(new Cell[rows][columns], glyphs), 0, 0, columns, rows);
    for (Cell[] row : grid.cells()) {
      Arrays.fill(row, Cell.BLANK);
    }
  }

  private Canvas(Grid grid, int left, int top, int columns, int rows) {
    this.grid = grid;
    this.left = left;
    this.top = top;
    this.columns = columns;
    this.rows = rows;
  }

  public int columns() {
    return columns;
  }

  public int rows() {
    return rows;
  }

  public Glyphs glyphs() {
    return grid.glyphs();
  }

  /** A part of this canvas, cut where it would leave it. */
  public Canvas part(int column, int row, int width, int height) {
    int fromColumn = Math.min(Math.max(column, 0), columns);
    int fromRow = Math.min(Math.max(row, 0), rows);
    return new Canvas(
        grid,
        left + fromColumn,
        top + fromRow,
        Math.max(0, Math.min(width, columns - fromColumn)),
        Math.max(0, Math.min(height, rows - fromRow)));
  }

  /**
   * Puts text on a row; what does not fit is left off.
   *
   * @return the column behind it
   */
  public int put(int column, int row, Role role, String text) {
    if (row < 0 || row >= rows) {
      return column;
    }
    String shown = harmless(text);
    int at = column;
    int start = 0;
    while (start < shown.length()) {
      int end = start + Character.charCount(shown.codePointAt(start));
      while (end < shown.length() && width(shown, end) == 0) {
        end += Character.charCount(shown.codePointAt(end));
      }
      String cluster = shown.substring(start, end);
      int width = TerminalText.columns(cluster);
      if (at >= 0 && at + width <= columns && width > 0) {
        set(at, row, new Cell(cluster, role));
        if (width == 2) {
          set(at + 1, row, new Cell(CONTINUED, role));
        }
      }
      at += width;
      start = end;
    }
    return at;
  }

  /** Puts text that is shortened in its middle where it takes more columns than that. */
  public int fit(int column, int row, Role role, String text, int width) {
    return put(column, row, role, TerminalText.fit(harmless(text), Math.max(0, width)));
  }

  /** Puts text whose end is left off where it takes more columns than that. */
  public void cut(int column, int row, Role role, String text, int width) {
    if (part(column, row, width, 1).put(0, 0, role, text) > width) {
      right(column + width, row, Role.FAINT, glyphs().more());
    }
  }

  /** Puts text so that it ends before a column. */
  public void right(int before, int row, Role role, String text) {
    put(before - TerminalText.columns(harmless(text)), row, role, text);
  }

  /** Gives all cells of a row another role, keeping what they show. */
  public void paint(int row, Role role) {
    paint(0, row, columns, role);
  }

  public void paint(int column, int row, int width, Role role) {
    for (int at = Math.max(0, column); at < Math.min(columns, column + width); at++) {
      if (row >= 0 && row < rows) {
        set(at, row, new Cell(cell(at, row).text(), role));
      }
    }
  }

  /** A line from side to side. */
  public void rule(int row, Role role) {
    put(0, row, role, glyphs().horizontal().repeat(columns));
  }

  /** A line around all of it. */
  void box(Role role) {
    int last = columns - 1;
    int bottom = rows - 1;
    for (int row = 1; row < bottom; row++) {
      put(0, row, role, glyphs().vertical());
      put(last, row, role, glyphs().vertical());
    }
    rule(0, role);
    rule(bottom, role);
    put(0, 0, role, glyphs().topLeft());
    put(last, 0, role, glyphs().topRight());
    put(0, bottom, role, glyphs().bottomLeft());
    put(last, bottom, role, glyphs().bottomRight());
  }

  /** What the text is when it is shown here. */
  public String harmless(String text) {
    return TerminalText.harmless(text, glyphs().unicode());
  }

  Cell cell(int column, int row) {
    return grid.cells()[top + row][left + column];
  }

  private static int width(String text, int at) {
    int point = text.codePointAt(at);
    return TerminalText.columns(Character.toString(point));
  }

  /** A wide character of which one half is overwritten is gone. */
  private void set(int column, int row, Cell cell) {
    Cell there = cell(column, row);
    if (there.text().equals(CONTINUED) && !cell.text().equals(CONTINUED) && column > 0) {
      grid.cells()[top + row][left + column - 1] = new Cell(" ", cell(column - 1, row).role());
    }
    boolean wide = TerminalText.columns(there.text()) == 2 && column + 1 < columns;
    grid.cells()[top + row][left + column] = cell;
    if (wide && cell(column + 1, row).text().equals(CONTINUED)) {
      grid.cells()[top + row][left + column + 1] = new Cell(" ", there.role());
    }
  }

  /** The text of the grid, rows without the blanks at their end. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < rows; row++) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < columns; column++) {
        line.append(cell(column, row).text());
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
