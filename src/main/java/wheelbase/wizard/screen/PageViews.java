package wheelbase.wizard.screen;

import wheelbase.wizard.FormPage;
import wheelbase.wizard.LookingPage;
import wheelbase.wizard.Page;

/** Which view draws which page. */
final class PageViews {
  private PageViews() {}

  static void draw(Page page, Canvas canvas) {
    if (page instanceof FormPage form) {
      new FormView().draw(form, canvas);
    } else if (page instanceof LookingPage looking) {
      new LookingView().draw(looking, canvas);
    } else {
      new PlainView().draw(page, canvas);
    }
  }
}
