package wheelbase.wizard.screen;

import wheelbase.wizard.BasePage;
import wheelbase.wizard.FormPage;
import wheelbase.wizard.LookingPage;
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
    } else if (page instanceof BasePage bases) {
      new BaseView().draw(bases, canvas);
    } else if (page instanceof PreviewPage preview) {
      new PreviewView().draw(preview, canvas);
    } else {
      new PlainView().draw(page, canvas);
    }
  }
}
