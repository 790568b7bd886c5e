package wheelbase.wizard.screen;

import java.util.ArrayList;
import java.util.List;
import wheelbase.report.CellText;
import wheelbase.report.Ink;

/** What is known of a cell, labels beside it where there is room for them. */
final class DetailPane {
  private static final int WIDE_ENOUGH_FOR_LABELS = 56;
  private static final int LABELS = 16;

  private final Canvas canvas;
  private int row;

  private DetailPane(Canvas canvas) {
    this.canvas = canvas;
  }

  /**
   * @param scrolled how many of the lines are above what is seen
   */
  static void draw(List<CellText.Line> lines, int scrolled, Canvas canvas) {
    DetailPane pane = new DetailPane(canvas);
    for (CellText.Line line : lines.subList(Math.min(scrolled, lines.size()), lines.size())) {
      pane.put(line, line == lines.get(0));
    }
    if (pane.row > canvas.rows()) {
      canvas.right(canvas.columns(), canvas.rows() - 1, Role.FAINT, " " + canvas.glyphs().more());
    }
  }

  private void put(CellText.Line line, boolean first) {
    boolean beside = canvas.columns() >= WIDE_ENOUGH_FOR_LABELS;
    int indent = first ? 1 : 3;
    boolean labelled = beside && !line.label().isEmpty();
    String words =
        beside || line.label().isEmpty() ? line.text() : line.label() + " " + line.text();
    int hanging = labelled ? 3 + LABELS : indent;
    if (labelled) {
      canvas.put(indent, row, Role.STRONG, line.label());
    }
    for (String part : wrapped(words, canvas.columns() - hanging - 1)) {
      canvas.put(hanging, row, role(line.ink(), first), part);
      row++;
    }
  }

  private List<String> wrapped(String words, int columns) {
    return new ArrayList<>(Wrapping.lines(canvas.harmless(words), columns));
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
