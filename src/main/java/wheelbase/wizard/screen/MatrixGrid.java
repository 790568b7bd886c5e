package wheelbase.wizard.screen;

import java.util.List;
import java.util.Optional;
import wheelbase.report.VerdictWords;
import wheelbase.wizard.MatrixFilter;
import wheelbase.wizard.MatrixPage;
import wheelbase.wizard.MatrixTable;

/** The table itself: headings, names and signs. */
final class MatrixGrid {
  private static final int MARK = 2;
  private static final int WIDE_ENOUGH_FOR_HEADINGS = 40;
  private static final int WIDEST_VERSION = 14;

  private final MatrixPage page;
  private final List<MatrixTable.Row> rows;
  private final boolean headed;
  private final int names;
  private final int versions;
  private final MatrixColumns columns;

  /**
   * @param width columns of the screen
   * @param high whether there is room for headings
   */
  MatrixGrid(MatrixPage page, int width, boolean high) {
    this.page = page;
    this.rows = page.rows();
    this.headed = high && width >= WIDE_ENOUGH_FOR_HEADINGS;
    int most = width * (headed ? 2 : 3) / 5;
    int widest = rows.stream().mapToInt(row -> row.name().value().length()).max().orElse(4);
    int version =
        Math.min(
            WIDEST_VERSION, rows.stream().mapToInt(row -> row.version().length()).max().orElse(0));
    boolean both = headed && most - version - 1 >= Math.min(widest, 12);
    this.versions = both ? version : 0;
    this.names = Math.min(widest, most - (both ? version + 1 : 0));
    int left = MARK + names + (both ? 1 + versions : 0);
    this.columns = MatrixColumns.of(page, left, width - left, headed ? 6 : 3, headed);
  }

  /** How many lines the headings take. */
  int headings() {
    return headed ? isAnyUnmet() ? 3 : 2 : 0;
  }

  private boolean isAnyUnmet() {
    return columns.inView().stream().anyMatch(placed -> page.table().isUnmet(placed.column()));
  }

  /** Draws headings and as many rows as there is room for below them. */
  void draw(Canvas canvas) {
    if (headed) {
      drawHeadings(canvas);
    }
    Canvas below = canvas.part(0, headings(), canvas.columns(), canvas.rows() - headings());
    if (rows.isEmpty()) {
      drawNone(below);
      return;
    }
    int cursor = page.cursor();
    Window window = Window.around(cursor, rows.size(), below.rows());
    for (int at = window.from(); at < window.to(); at++) {
      drawRow(below, at - window.from(), rows.get(at), at == cursor);
    }
  }

  private void drawHeadings(Canvas canvas) {
    for (MatrixColumns.Placed placed : columns.inView()) {
      boolean here = placed.place() == page.place();
      canvas.put(placed.left(), 0, Role.STRONG, placed.heading());
      canvas.put(
          placed.left(),
          1,
          here ? Role.STRONG : Role.PLAIN,
          placed.column().architecture().engineName());
      if (page.table().isUnmet(placed.column())) {
        canvas.put(placed.left(), 2, Role.BAD, "unmet");
      }
    }
  }

  private void drawRow(Canvas canvas, int line, MatrixTable.Row row, boolean cursor) {
    if (cursor) {
      canvas.put(0, line, Role.STRONG, canvas.glyphs().cursor());
    }
    Role role = cursor ? Role.STRONG : Role.PLAIN;
    canvas.fit(MARK, line, role, row.name().value(), names);
    canvas.fit(MARK + names + 1, line, Role.FAINT, row.version(), versions);
    for (MatrixColumns.Placed placed : columns.inView()) {
      int sign = placed.left() + (headed ? 2 : 1);
      Optional<VerdictWords> words = row.cells().get(placed.place());
      canvas.put(
          sign,
          line,
          words.map(given -> DetailPane.role(given.ink())).orElse(Role.PLAIN),
          words.map(VerdictWords::sign).orElse(" "));
      if (cursor && placed.place() == page.place()) {
        canvas.put(sign - 1, line, Role.CURSOR, "[");
        canvas.put(sign + 1, line, Role.CURSOR, "]");
        canvas.paint(sign - 1, line, 3, Role.CURSOR);
      }
    }
  }

  private void drawNone(Canvas canvas) {
    new Rows(canvas.columns() - 1, canvas.glyphs()).words(MARK, Role.PLAIN, none()).draw(canvas, 0);
  }

  private String none() {
    if (page.table().rows().isEmpty()) {
      return "The requirements bring in no package.";
    }
    String more = page.filter() == MatrixFilter.ALL ? "" : " Tab shows others.";
    if (!page.search().isEmpty()) {
      String among =
          page.filter() == MatrixFilter.ALL ? "" : " among `" + page.filter().title() + "`";
      return "No name has `" + page.search() + "` in it" + among + "." + more;
    }
    return (page.filter() == MatrixFilter.BLOCKERS
            ? "No blockers: nothing compiles here, and everything fits."
            : "No package needs libraries of the image here.")
        + more;
  }

  /** The line below the table, with what is in view of how much. */
  void drawRule(Canvas canvas, int row) {
    canvas.rule(row, Role.FRAME);
    if (!rows.isEmpty()) {
      canvas.put(2, row, Role.FAINT, " " + (page.cursor() + 1) + " of " + rows.size() + " ");
    }
    if (!columns.isAll()) {
      String shown = columns.from() + "-" + columns.to() + " of " + columns.count();
      canvas.right(canvas.columns() - 2, row, Role.FAINT, " columns " + shown + " ");
    }
  }

  int size() {
    return Math.max(1, rows.size());
  }
}
