package wheelbase.wizard.screen;

import wheelbase.wizard.LookingPage;

/** The analysis while it runs; where it does not go on, why. */
final class LookingView implements PageView<LookingPage> {
  @Override
  public void draw(LookingPage page, Canvas canvas) {
    if (page.isRunning()) {
      SightView.draw(page.sight(), canvas);
    } else {
      drawExplanation(page, canvas);
    }
  }

  /** Lines that are wider than the canvas, as of a trace or on a very narrow one, go on below. */
  private static void drawExplanation(LookingPage page, Canvas canvas) {
    Rows rows = new Rows(canvas.columns(), canvas.glyphs());
    page.explanation(canvas.columns(), canvas.glyphs().unicode())
        .lines()
        .forEach(line -> put(rows, line));
    rows.draw(canvas, Math.max(0, Math.min(page.top(), rows.count() - canvas.rows())));
  }

  private static void put(Rows rows, String line) {
    int indent = line.length() - line.stripLeading().length();
    rows.words(indent, rows.count() == 0 ? Role.BAD : Role.PLAIN, line.strip());
  }
}
