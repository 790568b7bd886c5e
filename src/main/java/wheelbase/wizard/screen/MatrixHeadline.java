package wheelbase.wizard.screen;

import wheelbase.report.TerminalText;
import wheelbase.wizard.MatrixFilter;
import wheelbase.wizard.MatrixPage;

/** The line above the matrix: the filters and how much each shows, the search, what is in view. */
final class MatrixHeadline {
  private final MatrixPage page;
  private final Canvas canvas;

  private MatrixHeadline(MatrixPage page, Canvas canvas) {
    this.page = page;
    this.canvas = canvas;
  }

  static void draw(MatrixPage page, MatrixColumns columns, Canvas canvas) {
    new MatrixHeadline(page, canvas).draw(columns);
  }

  private void draw(MatrixColumns columns) {
    String search = search();
    String view = view(columns);
    int all = 1;
    for (MatrixFilter filter : MatrixFilter.values()) {
      all += title(filter).length() + 2;
    }
    int searched = 1 + TerminalText.columns(canvas.harmless(search));
    boolean both = all + searched + view.length() + 2 <= canvas.columns();
    boolean filters = both || all + searched <= canvas.columns();
    int at = 1;
    for (MatrixFilter filter : MatrixFilter.values()) {
      boolean chosen = filter == page.filter();
      if (filters || chosen && !page.isTyping()) {
        at = canvas.put(at, 0, chosen ? Role.STRONG : Role.PLAIN, title(filter)) + 2;
      }
    }
    boolean searching = page.isTyping() || !page.search().isEmpty();
    if (filters || searching) {
      canvas.put(at, 0, searching ? Role.STRONG : Role.FAINT, search);
    }
    if (both || !searching && at + view.length() <= canvas.columns()) {
      canvas.right(canvas.columns() - 1, 0, Role.PLAIN, view);
    }
  }

  private String title(MatrixFilter filter) {
    String title = filter.title() + " " + page.count(filter);
    return filter == page.filter() ? "[" + title + "]" : title;
  }

  private String search() {
    if (page.isTyping()) {
      return "/ " + page.search() + "_";
    }
    return page.search().isEmpty() ? "/ search" : "/ " + page.search();
  }

  /** {@code Python 3.13, columns 1-6 of 20}. */
  private String view(MatrixColumns columns) {
    String python = page.python().map(release -> "Python " + release.series()).orElse("");
    return columns.isAll()
        ? python
        : python + ", columns " + columns.from() + "-" + columns.to() + " of " + columns.count();
  }
}
