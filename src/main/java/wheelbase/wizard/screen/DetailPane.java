package wheelbase.wizard.screen;

import java.util.List;
import wheelbase.report.CellText;
import wheelbase.report.Ink;
import wheelbase.report.TerminalText;

/** What is known of a cell, labels beside it where there is room for them. */
final class DetailPane {
  private static final int WIDE_ENOUGH_FOR_LABELS = 56;
  private static final int LABELS = 16;

  private static final int SHORTEST_FILE = 16;

  private final Canvas canvas;
  private final boolean whole;
  private int row;
  private String label = "";

  private DetailPane(Canvas canvas, boolean whole) {
    this.canvas = canvas;
    this.whole = whole;
  }

  /**
   * @param scrolled how many of the lines are above what is seen
   * @param whole whether names of files are shown whole, however long
   */
  static void draw(List<CellText.Line> lines, int scrolled, boolean whole, Canvas canvas) {
    DetailPane pane = new DetailPane(canvas, whole);
    for (int line = Math.min(scrolled, lines.size()); line < lines.size(); line++) {
      pane.put(lines.get(line), line == 0);
    }
    if (pane.row > canvas.rows()) {
      canvas.right(canvas.columns(), canvas.rows() - 1, Role.FAINT, " " + canvas.glyphs().more());
    }
  }

  private void put(CellText.Line line, boolean first) {
    String said = line.label().equals(label) ? "" : line.label();
    label = line.label();
    boolean beside = canvas.columns() >= WIDE_ENOUGH_FOR_LABELS;
    int indent = first ? 1 : 3;
    int left = beside && !label.isEmpty() ? indent + LABELS : indent;
    if (beside) {
      canvas.put(indent, row, Role.STRONG, said);
    }
    int room = canvas.columns() - left - 1;
    String words = words(line, beside ? "" : said, room);
    for (String part : Wrapping.lines(canvas.harmless(words), room)) {
      canvas.put(left, row, role(line.ink(), first), part);
      row++;
    }
  }

  private String words(CellText.Line line, String said, int room) {
    String before = said.isEmpty() ? "" : said + " ";
    if (line.file().isEmpty()) {
      return before + line.text();
    }
    String behind = line.text().isEmpty() ? "" : "  " + line.text();
    int taken = TerminalText.columns(canvas.harmless(before + behind));
    String file = canvas.harmless(line.file());
    return before
        + (whole ? file : TerminalText.fit(file, Math.max(SHORTEST_FILE, room - taken)))
        + behind;
  }

  private static Role role(Ink ink, boolean first) {
    return first && ink == Ink.PLAIN ? Role.STRONG : role(ink);
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
