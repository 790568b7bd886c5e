package wheelbase.wizard.screen;

import java.util.List;
import wheelbase.report.CellText;
import wheelbase.report.Ink;

/** What is known of a cell, labels beside it where there is room for them. */
final class DetailPane {
  private static final int WIDE_ENOUGH_FOR_LABELS = 56;
  private static final int LABELS = 16;

  private final Canvas canvas;
  private int row;
  private String label = "";

  private DetailPane(Canvas canvas) {
    this.canvas = canvas;
  }

  /**
   * @param scrolled how many of the lines are above what is seen
   */
  static void draw(List<CellText.Line> lines, int scrolled, Canvas canvas) {
    DetailPane pane = new DetailPane(canvas);
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
    String words = beside || said.isEmpty() ? line.text() : said + " " + line.text();
    for (String part : Wrapping.lines(canvas.harmless(words), canvas.columns() - left - 1)) {
      canvas.put(left, row, role(line.ink(), first), part);
      row++;
    }
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
