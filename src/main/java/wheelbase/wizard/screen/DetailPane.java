package wheelbase.wizard.screen;

import java.util.List;
import wheelbase.report.CellText;
import wheelbase.report.Ink;
import wheelbase.report.TerminalText;

/** What is known of a cell, labels beside it where there is room for them. */
final class DetailPane {
  private static final int WIDE_ENOUGH_FOR_LABELS = 56;
  private static final int INDENT = 3;
  private static final int LABELS = 16;
  private static final int SHORTEST_FILE = 16;

  private final Rows rows;
  private final boolean whole;
  private String label = "";

  private DetailPane(Rows rows, boolean whole) {
    this.rows = rows;
    this.whole = whole;
  }

  /**
   * @param scrolled how many of the lines are above what is seen
   * @param whole whether names of files are shown whole, however long
   */
  static void draw(List<CellText.Line> lines, int scrolled, boolean whole, Canvas canvas) {
    Rows rows = new Rows(canvas.columns() - 1, canvas.glyphs());
    DetailPane pane = new DetailPane(rows, whole);
    for (int line = Math.min(scrolled, lines.size()); line < lines.size(); line++) {
      pane.put(lines.get(line), line == 0);
    }
    rows.draw(canvas, 0);
    if (rows.count() > canvas.rows()) {
      canvas.right(canvas.columns(), canvas.rows() - 1, Role.FAINT, " " + canvas.glyphs().more());
    }
  }

  private void put(CellText.Line line, boolean first) {
    String said = line.label().equals(label) ? "" : line.label();
    label = line.label();
    boolean beside = rows.columns() >= WIDE_ENOUGH_FOR_LABELS;
    String indent = " ".repeat(first ? 1 : INDENT);
    if (beside && !label.isEmpty()) {
      indent += String.format("%-" + LABELS + "s", said);
    }
    String before = beside || said.isEmpty() ? "" : said + " ";
    int room = rows.columns() - indent.length() - before.length();
    rows.words(
        new Rows.Piece(Role.STRONG, indent),
        first && line.ink() == Ink.PLAIN ? Role.STRONG : role(line.ink()),
        before + words(line, room));
  }

  private String words(CellText.Line line, int room) {
    if (line.file().isEmpty()) {
      return line.text();
    }
    String behind = line.text().isEmpty() ? "" : ": " + line.text();
    String file = rows.harmless(line.file());
    int left = Math.max(SHORTEST_FILE, room - TerminalText.columns(rows.harmless(behind)));
    return (whole ? file : TerminalText.fit(file, left)) + behind;
  }

  static Role role(Ink ink) {
    return switch (ink) {
      case PLAIN -> Role.PLAIN;
      case STRONG -> Role.STRONG;
      case FAINT -> Role.FAINT;
      case GOOD -> Role.GOOD;
      case CAUTION -> Role.CAUTION;
      case BAD -> Role.BAD;
    };
  }
}
