package wheelbase.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import wheelbase.Analysis;
import wheelbase.baseimage.BaseImage;

/**
 * A table with a column for each base image and architecture. Where they do not all fit beside one
 * another it goes on below, with the row names again.
 */
final class ColumnTable {
  /** What stands in a cell. */
  record Cell(Ink ink, String text) {
    static final Cell EMPTY = new Cell(Ink.PLAIN, "");
  }

  /**
   * A row.
   *
   * @param cell one for each column; unused where there is {@code wide}
   * @param wide one cell for each base image, or null
   */
  private record Row(String name, Function<Column, Cell> cell, Function<BaseImage, String> wide) {}

  private static final int INDENT = 2;
  private static final int CELL = 5;
  private static final int BETWEEN_CELLS = 1;
  private static final int BETWEEN_BASES = 3;

  private final Analysis analysis;
  private final String title;
  private final List<Row> rows = new ArrayList<>();

  ColumnTable(String title, Analysis analysis) {
    this.title = title;
    this.analysis = analysis;
  }

  ColumnTable row(String name, Function<Column, Cell> cell) {
    rows.add(new Row(name, cell, null));
    return this;
  }

  /** A row that has one cell for a base image, whatever the architecture. */
  ColumnTable wideRow(String name, Function<BaseImage, String> cell) {
    rows.add(new Row(name, null, cell));
    return this;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  void put(Page page) {
    Map<BaseImage, List<Column>> columns = Column.byBase(analysis);
    int names = nameWidth(page.width());
    List<BaseImage> block = new ArrayList<>();
    int used = INDENT + names;
    for (BaseImage base : columns.keySet()) {
      int width = BETWEEN_BASES + width(base, columns.get(base));
      if (!block.isEmpty() && used + width > page.width()) {
        putBlock(page.blank(), block, columns, names);
        block.clear();
        used = INDENT + names;
      }
      block.add(base);
      used += width;
    }
    if (!block.isEmpty()) {
      putBlock(page.blank(), block, columns, names);
    }
  }

  private int nameWidth(int pageWidth) {
    int widest = TerminalText.columns(title);
    for (Row row : rows) {
      widest = Math.max(widest, TerminalText.columns(row.name()));
    }
    return Math.min(widest, pageWidth * 2 / 5);
  }

  private int width(BaseImage base, List<Column> columns) {
    return Math.max(
        Column.heading(base, analysis).length(),
        columns.size() * (CELL + BETWEEN_CELLS) - BETWEEN_CELLS);
  }

  private void putBlock(
      Page page, List<BaseImage> block, Map<BaseImage, List<Column>> columns, int names) {
    Page.Line heading = page.line(INDENT).fit(Ink.STRONG, title, names);
    Page.Line architectures = page.line(INDENT);
    int at = INDENT + names + BETWEEN_BASES;
    for (BaseImage base : block) {
      heading.to(at).put(Ink.STRONG, Column.heading(base, analysis));
      architectures.to(at);
      for (Column column : columns.get(base)) {
        architectures.put(String.format("%-6s", column.architecture().engineName()));
      }
      at += width(base, columns.get(base)) + BETWEEN_BASES;
    }
    heading.end();
    architectures.end();
    for (Row row : rows) {
      putRow(page, row, block, columns, names);
    }
  }

  private void putRow(
      Page page, Row row, List<BaseImage> block, Map<BaseImage, List<Column>> columns, int names) {
    Page.Line line = page.line(INDENT).fit(Ink.PLAIN, row.name(), names);
    int at = INDENT + names + BETWEEN_BASES;
    for (BaseImage base : block) {
      int width = width(base, columns.get(base));
      line.to(at);
      if (row.wide() != null) {
        int cells = columns.get(base).size() * (CELL + BETWEEN_CELLS) - BETWEEN_CELLS;
        line.right(Ink.PLAIN, row.wide().apply(base), Math.min(cells, width));
      } else {
        for (Column column : columns.get(base)) {
          Cell cell = row.cell().apply(column);
          line.right(cell.ink(), cell.text(), CELL).put(" ".repeat(BETWEEN_CELLS));
        }
      }
      at += width + BETWEEN_BASES;
    }
    line.end();
  }
}
