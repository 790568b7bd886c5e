package wheelbase.wizard.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import wheelbase.report.TerminalText;
import wheelbase.wizard.MatrixFilter;
import wheelbase.wizard.MatrixPage;

/**
 * The line above the matrix: the filters and how much each shows, the search, the Python. Of what
 * does not fit, what is not in use goes first.
 */
final class MatrixHeadline {
  private static final int BETWEEN = 2;

  private record Piece(Role role, String text) {}

  private final MatrixPage page;
  private final Canvas canvas;

  private MatrixHeadline(MatrixPage page, Canvas canvas) {
    this.page = page;
    this.canvas = canvas;
  }

  static void draw(MatrixPage page, Canvas canvas) {
    new MatrixHeadline(page, canvas).draw();
  }

  private void draw() {
    boolean searching = page.isTyping() || !page.search().isEmpty();
    List<Piece> filters = Arrays.stream(MatrixFilter.values()).map(this::filter).toList();
    List<Piece> chosen = List.of(filter(page.filter()));
    Piece search = search(searching);
    String python = page.python().map(release -> "Python " + release.series()).orElse("");
    List<Piece> least = page.isTyping() ? List.of(search) : chosen;
    boolean drawn =
        draw(python, with(filters, search))
            || searching && draw("", with(filters, search))
            || !searching && draw(python, filters)
            || searching && draw("", with(chosen, search))
            || !searching && draw(python, chosen);
    if (!drawn) {
      put(least);
    }
  }

  private static List<Piece> with(List<Piece> pieces, Piece last) {
    List<Piece> all = new ArrayList<>(pieces);
    all.add(last);
    return all;
  }

  /** Returns whether there is room for it. */
  private boolean draw(String right, List<Piece> pieces) {
    int width = 1 + TerminalText.columns(right) + (right.isEmpty() ? 0 : 1);
    for (Piece piece : pieces) {
      width += TerminalText.columns(piece.text()) + BETWEEN;
    }
    if (width - BETWEEN > canvas.columns()) {
      return false;
    }
    put(pieces);
    canvas.right(canvas.columns() - 1, 0, Role.PLAIN, right);
    return true;
  }

  private void put(List<Piece> pieces) {
    int at = 1;
    for (Piece piece : pieces) {
      String text = TerminalText.fit(piece.text(), canvas.columns() - at);
      at = canvas.put(at, 0, piece.role(), text) + BETWEEN;
    }
  }

  private Piece filter(MatrixFilter filter) {
    String title = filter.title() + " " + page.count(filter);
    return filter == page.filter()
        ? new Piece(Role.STRONG, "[" + title + "]")
        : new Piece(Role.PLAIN, title);
  }

  private Piece search(boolean searching) {
    String text = searching ? "/ " + page.search() : "/ search";
    return new Piece(
        searching ? Role.STRONG : Role.FAINT, canvas.harmless(page.isTyping() ? text + "_" : text));
  }
}
