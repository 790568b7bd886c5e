package wheelbase.wizard.screen;

import wheelbase.wizard.BasePage;
import wheelbase.wizard.FormPage;
import wheelbase.wizard.LookingPage;
import wheelbase.wizard.MatrixPage;
import wheelbase.wizard.Page;
import wheelbase.wizard.PreviewPage;

/** Which view draws which page. */
final class PageViews {
  private PageViews() {}

  static void draw(Page page, Canvas canvas) {
    if (page instanceof FormPage form) {
      new FormView().draw(form, canvas);
    } else if (page instanceof LookingPage looking) {
      new LookingView().draw(looking, canvas);
    } else if (page instanceof MatrixPage matrix) {
      new MatrixView().draw(matrix, canvas);
    } else if (page instanceof BasePage bases) {
      new BaseView().draw(bases, canvas);
    } else {
      new PreviewView().draw((PreviewPage) page, canvas);
    }
  }
}
