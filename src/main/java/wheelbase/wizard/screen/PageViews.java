package wheelbase.wizard.screen;

import wheelbase.wizard.Page;

/** Which view draws which page. */
final class PageViews {
  private PageViews() {}

  static void draw(Page page, Canvas canvas) {
    new PlainView().draw(page, canvas);
  }
}
