package wheelbase.wizard.screen;

import wheelbase.wizard.MatrixPage;
import wheelbase.wizard.Page;

/** Which view draws which page. */
final class PageViews {
  private PageViews() {}

  static void draw(Page page, Canvas canvas) {
    if (page instanceof MatrixPage matrix) {
      new MatrixView().draw(matrix, canvas);
    } else {
      new PlainView().draw(page, canvas);
    }
  }
}
