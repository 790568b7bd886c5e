package wheelbase.wizard.screen;

import wheelbase.wizard.FormPage;
import wheelbase.wizard.LookingPage;
import wheelbase.wizard.Page;
import wheelbase.wizard.Question;

/** What a page says, for pages that have no look of their own yet. */
final class PlainView implements PageView<Page> {
  @Override
  public void draw(Page page, Canvas canvas) {
    canvas.put(0, 0, Role.STRONG, page.step().title());
    if (page instanceof FormPage form) {
      int row = 2;
      for (Question question : form.questions()) {
        String standing = String.join(" ", question.standing(form.answers()));
        canvas.put(0, row++, Role.PLAIN, question.label() + "  " + standing);
      }
    } else if (page instanceof LookingPage looking) {
      canvas.put(0, 2, Role.PLAIN, looking.sight().stage());
      looking.failure().ifPresent(why -> canvas.put(0, 3, Role.BAD, String.valueOf(why)));
    }
  }
}
