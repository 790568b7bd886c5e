package wheelbase.wizard.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wheelbase.report.VerdictWords;
import wheelbase.wizard.CureChoice;
import wheelbase.wizard.CureOffer;
import wheelbase.wizard.MatrixPage;

/**
 * The matrix above, what is known of the cell under the cursor below. Where there is little room
 * the legend goes first, then the headings, then the details but for their first line.
 */
final class MatrixView implements PageView<MatrixPage> {
  private static final int HIGH_ENOUGH_FOR_DETAILS = 8;
  private static final int HIGH_ENOUGH_FOR_LEGEND = 12;
  private static final int HIGH_ENOUGH_FOR_BLANKS = 18;

  /** What there is to say of most cells fits into so many lines. */
  private static final int MOST_DETAILS = 14;

  @Override
  public void draw(MatrixPage page, Canvas canvas) {
    if (page.isWhy()) {
      DetailPane.draw(page.details(), page.scrolled(), page.isWhy(), canvas);
      return;
    }
    if (canvas.rows() < HIGH_ENOUGH_FOR_DETAILS) {
      drawLow(page, canvas);
      return;
    }
    MatrixGrid grid = new MatrixGrid(page, canvas.columns(), true);
    MatrixHeadline.draw(page, canvas);
    int top = 1 + drawChanges(page, canvas);
    top += canvas.rows() >= HIGH_ENOUGH_FOR_BLANKS ? 1 : 0;
    List<List<VerdictWords>> legend = legend(page, canvas.columns());
    if (canvas.rows() < HIGH_ENOUGH_FOR_LEGEND + legend.size()) {
      legend = List.of();
    }
    int bottom = canvas.rows() - legend.size();
    int body = bottom - top - grid.headings() - 1;
    int details = Math.min(body * 4 / 9, Math.max(MOST_DETAILS, body / 3));
    int table = Math.min(grid.size(), Math.max(2, body - details));
    int rule = top + grid.headings() + table;
    grid.draw(canvas.part(0, top, canvas.columns(), rule - top));
    grid.drawRule(canvas, rule);
    drawDetails(page, canvas.part(0, rule + 1, canvas.columns(), bottom - rule - 1));
    for (int line = 0; line < legend.size(); line++) {
      drawLegend(legend.get(line), canvas, bottom + line);
    }
  }

  private static void drawLow(MatrixPage page, Canvas canvas) {
    MatrixGrid grid = new MatrixGrid(page, canvas.columns(), false);
    MatrixHeadline.draw(page, canvas);
    int changes = drawChanges(page, canvas);
    int last = canvas.rows() - 1;
    if (page.offers().isPresent()) {
      drawOffers(page.offers().get(), canvas.part(0, 1, canvas.columns(), last));
      return;
    }
    grid.draw(canvas.part(0, 1 + changes, canvas.columns(), last - 1 - changes));
    page.row()
        .flatMap(row -> row.cells().get(page.place()))
        .ifPresent(words -> canvas.fit(0, last, Role.STRONG, low(page, words), canvas.columns()));
  }

  /** Says in a line what the table cannot: which column it is, and the sign in words. */
  private static String low(MatrixPage page, VerdictWords words) {
    String column =
        page.column()
            .map(here -> here.base().variant() + " " + here.architecture().engineName())
            .orElse("");
    return column + ": " + words.words();
  }

  /** Returns how many lines they take. */
  private static int drawChanges(MatrixPage page, Canvas canvas) {
    List<String> changes = page.changes();
    int most = Math.max(1, canvas.rows() / 4);
    int shown = changes.size() <= most ? changes.size() : most - 1;
    for (int line = 0; line < shown; line++) {
      canvas.fit(1, 1 + line, Role.GOOD, changes.get(line), canvas.columns() - 2);
    }
    if (shown < changes.size()) {
      String more = shown == 0 ? " changes" : " more changes";
      canvas.fit(1, 1 + shown, Role.GOOD, changes.size() - shown + more, canvas.columns() - 2);
      return most;
    }
    return shown;
  }

  private static void drawDetails(MatrixPage page, Canvas canvas) {
    Optional<CureChoice> offers = page.offers();
    if (offers.isPresent()) {
      drawOffers(offers.get(), canvas);
    } else {
      DetailPane.draw(page.details(), page.scrolled(), page.isWhy(), canvas);
    }
  }

  private static void drawOffers(CureChoice choice, Canvas canvas) {
    canvas.fit(1, 0, Role.STRONG, choice.title(), canvas.columns() - 2);
    Canvas list = canvas.part(1, 1, canvas.columns() - 2, canvas.rows() - 1);
    Rows rows = new Rows(list.columns(), list.glyphs());
    int cursor = 0;
    for (int at = 0; at < choice.offers().size(); at++) {
      CureOffer offer = choice.offers().get(at);
      boolean here = at == choice.cursor();
      cursor = here ? rows.count() : cursor;
      String effect = offer.effect().isEmpty() ? "" : ", " + offer.effect();
      rows.words(
          0,
          here ? Role.CURSOR : Role.PLAIN,
          (offer.taken() ? "[x] " : "[ ] ") + offer.words() + effect,
          Rows.strong(here ? list.glyphs().cursor() + " " : "  "));
    }
    rows.draw(list, Window.around(cursor, rows.count(), list.rows()).from());
  }

  /** What occurs in the table, in lines that fit. */
  private static List<List<VerdictWords>> legend(MatrixPage page, int columns) {
    List<List<VerdictWords>> lines = new ArrayList<>();
    int used = columns;
    for (VerdictWords words : VerdictWords.values()) {
      if (page.table().rows().stream().anyMatch(row -> row.cells().contains(Optional.of(words)))) {
        int width = 2 + entry(words).length();
        if (used + width > columns) {
          lines.add(new ArrayList<>());
          used = 0;
        }
        lines.get(lines.size() - 1).add(words);
        used += width;
      }
    }
    return lines;
  }

  private static String entry(VerdictWords words) {
    return words.sign() + " " + words.legend();
  }

  private static void drawLegend(List<VerdictWords> legend, Canvas canvas, int row) {
    int at = 1;
    for (VerdictWords words : legend) {
      canvas.put(at, row, DetailPane.role(words.ink()), words.sign());
      at = canvas.put(at + 2, row, Role.FAINT, words.legend()) + 2;
    }
  }
}
