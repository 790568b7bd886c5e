package wheelbase.wizard.screen;

import java.util.Optional;
import wheelbase.baseimage.SlimOrAlpine;
import wheelbase.report.CandidateWords;
import wheelbase.wizard.BasePage;
import wheelbase.wizard.screen.Rows.Piece;

/** "Slim or Alpine?" answered, the candidates side by side, and one of them in detail. */
final class BaseView implements PageView<BasePage> {
  private static final int ANSWERED = 8;
  private static final int DETAILED = 6;

  @Override
  public void draw(BasePage page, Canvas canvas) {
    int row = canvas.rows() < ANSWERED ? 0 : drawAnswer(page, canvas);
    int room = canvas.rows() - row;
    BaseTable table = new BaseTable(page, canvas);
    Rows details = BaseDetails.of(page, canvas);
    int taken = room < DETAILED ? room : Math.min(table.rows(), Math.max(room / 2, 3));
    boolean low = taken + 1 >= room;
    int told = low && page.problem().isPresent() ? 1 : 0;
    table.draw(canvas.part(0, row, canvas.columns(), taken - told));
    if (!low) {
      canvas.rule(row + taken, Role.FRAME);
      drawDetails(
          details,
          page.scrolled(),
          canvas.part(0, row + taken + 1, canvas.columns(), room - taken - 1));
    } else if (told > 0) {
      String why = page.problem().get().message();
      canvas.cut(0, canvas.rows() - 1, Role.BAD, why, canvas.columns());
    }
  }

  /**
   * @return the row behind it
   */
  private static int drawAnswer(BasePage page, Canvas canvas) {
    Rows rows = new Rows(canvas.columns(), canvas.glyphs());
    Optional<SlimOrAlpine> answer = page.slimOrAlpine();
    if (page.recommended().isEmpty()) {
      rows.words(0, Role.BAD, CandidateWords.NONE);
    } else if (answer.isPresent()) {
      String given = "slim or alpine?  " + answer.get().answer().id() + ".";
      rows.line(new Piece(Role.GOOD, given));
      rows.words(0, Role.PLAIN, answer.get().sentence() + ".");
    } else {
      rows.line(new Piece(Role.GOOD, page.recommended().get().image().reference()));
    }
    int shown = Math.min(rows.count(), Math.max(1, canvas.rows() / 4));
    rows.draw(canvas.part(0, 0, canvas.columns(), shown), 0);
    return shown + (canvas.rows() >= 2 * ANSWERED ? 1 : 0);
  }

  private static void drawDetails(Rows details, int scrolled, Canvas canvas) {
    int most = Math.max(0, details.count() - canvas.rows());
    int from = Math.min(scrolled, most);
    details.draw(canvas, from);
    if (from < most) {
      canvas.right(canvas.columns(), canvas.rows() - 1, Role.FAINT, " " + canvas.glyphs().more());
    }
  }
}
