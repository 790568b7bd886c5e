package wheelbase.wizard.screen;

import wheelbase.wizard.FormPage;
import wheelbase.wizard.Step;

/** Questions one below the other; at the project step its files too, beside or below. */
final class FormView implements PageView<FormPage> {
  private static final int BESIDE = 100;
  private static final int BETWEEN = 2;
  private static final int LOW = 10;

  /** Where there is room for fewer lines, and something is wrong in them, they come first. */
  private static final int TEXT_ROWS = 6;

  @Override
  public void draw(FormPage page, Canvas canvas) {
    if (page.step() != Step.PROJECT || canvas.rows() < LOW) {
      drawQuestions(page, canvas);
    } else if (canvas.columns() >= BESIDE) {
      int half = (canvas.columns() - BETWEEN) / 2;
      drawQuestions(page, canvas.part(0, 0, half, canvas.rows()));
      Canvas side = canvas.part(half + BETWEEN, 0, half, canvas.rows());
      int used = drawFound(page, side, 0);
      ListingView.draw(page, side.part(0, used, side.columns(), side.rows() - used));
    } else {
      int height = Math.min(new FormRows(page, canvas).count(), canvas.rows() / 2);
      drawQuestions(page, canvas.part(0, 0, canvas.columns(), height));
      boolean crowded =
          canvas.rows() - height - FoundRows.of(page.outline(), canvas).count() < TEXT_ROWS;
      boolean unread = page.outline().requirements().hasErrors();
      int used = crowded && unread ? height + 1 : drawFound(page, canvas, height + 1);
      ListingView.draw(page, canvas.part(0, used, canvas.columns(), canvas.rows() - used));
    }
  }

  private static void drawQuestions(FormPage page, Canvas canvas) {
    new FormRows(page, canvas).draw(canvas);
  }

  /**
   * @return the row behind it
   */
  private static int drawFound(FormPage page, Canvas canvas, int row) {
    Rows found = FoundRows.of(page.outline(), canvas);
    int room = Math.min(found.count(), Math.max(0, canvas.rows() - row));
    found.draw(canvas.part(0, row, canvas.columns(), room), 0);
    return row + room + 1;
  }
}
