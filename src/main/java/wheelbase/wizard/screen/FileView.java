package wheelbase.wizard.screen;

import java.util.List;
import wheelbase.dockerfile.ExplainedLine;
import wheelbase.report.TerminalText;
import wheelbase.wizard.PreviewPage;
import wheelbase.wizard.screen.Rows.Piece;

/**
 * The lines of a file, those that are there for the same reason as the one under the cursor marked.
 */
final class FileView {
  private static final int GUTTER = 2;

  private final PreviewPage page;
  private final Canvas canvas;

  private FileView(PreviewPage page, Canvas canvas) {
    this.page = page;
    this.canvas = canvas;
  }

  static void draw(PreviewPage page, Canvas canvas) {
    new FileView(page, canvas).draw();
  }

  private void draw() {
    List<ExplainedLine> lines = page.tab().lines();
    List<List<Piece>> pieces =
        FileInk.of(page.tab().kind(), lines.stream().map(ExplainedLine::text).toList());
    int cursor = page.place().line();
    Window window = Window.around(cursor, lines.size(), canvas.rows());
    for (int at = window.from(); at < window.to(); at++) {
      int row = at - window.from();
      if (at == cursor) {
        canvas.put(0, row, Role.STRONG, canvas.glyphs().cursor());
      } else if (isOfTheSame(lines, at)) {
        canvas.put(0, row, Role.FRAME, canvas.glyphs().vertical());
      }
      drawLine(pieces.get(at), canvas.part(GUTTER, row, canvas.columns() - GUTTER, 1));
    }
  }

  /** Whether all lines from there to the cursor have the same reasons. */
  private boolean isOfTheSame(List<ExplainedLine> lines, int line) {
    int cursor = page.place().line();
    List<String> reasons = page.reasons();
    return !reasons.isEmpty()
        && lines.subList(Math.min(line, cursor), Math.max(line, cursor) + 1).stream()
            .allMatch(each -> each.reasons().equals(reasons));
  }

  private void drawLine(List<Piece> pieces, Canvas row) {
    int from = page.place().column();
    int at = -from;
    for (Piece piece : pieces) {
      at = row.put(at, 0, piece.role(), piece.text());
    }
    String more = row.glyphs().more();
    if (at > row.columns()) {
      row.right(row.columns(), 0, Role.FAINT, more);
    }
    if (from > 0 && at > -from) {
      row.put(0, 0, Role.FAINT, TerminalText.fit(more, row.columns()));
    }
  }
}
