package wheelbase.wizard.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import wheelbase.Analysis;
import wheelbase.testing.Golden;
import wheelbase.testing.Matrices;
import wheelbase.wizard.Answers;
import wheelbase.wizard.Key;
import wheelbase.wizard.MatrixPage;
import wheelbase.wizard.Turn;

/** What the matrix looks like. */
class MatrixViewTest {
  private static final Analysis KARAPACE = Matrices.karapace().build();

  @Test
  void atTheUsualSize() throws IOException {
    golden("usual", page(KARAPACE), 78, 20, Glyphs.UNICODE);
    golden("usual-ascii", page(KARAPACE, Key.RIGHT), 78, 20, Glyphs.ASCII);
  }

  @Test
  void atOtherSizes() throws IOException {
    golden("small", page(KARAPACE, Key.DOWN), 58, 12, Glyphs.UNICODE);
    golden("tiny", page(KARAPACE, Key.RIGHT), 20, 5, Glyphs.UNICODE);
    golden("large", page(KARAPACE, Key.DOWN, Key.DOWN), 118, 36, Glyphs.UNICODE);
  }

  @Test
  void manyTargets() throws IOException {
    Analysis analysis = Matrices.manyTargets().build();
    golden("many", page(analysis), 78, 20, Glyphs.UNICODE);
    golden("many-right", page(analysis, Key.of('p'), Key.LEFT), 78, 20, Glyphs.UNICODE);
  }

  @Test
  void choosing() throws IOException {
    golden("cures", page(KARAPACE, Key.of('c')), 78, 20, Glyphs.UNICODE);
    golden("why", page(KARAPACE, Key.DOWN, Key.DOWN, Key.of('w')), 78, 20, Glyphs.UNICODE);
    golden("search", page(KARAPACE, Key.of('/'), Key.of('q')), 78, 20, Glyphs.UNICODE);
  }

  private static MatrixPage page(Analysis analysis, Key... keys) {
    MatrixPage page = MatrixPage.of(Answers.NONE, analysis, List.of());
    for (Key key : keys) {
      page = (MatrixPage) ((Turn.Show) page.press(key)).page();
    }
    return page;
  }

  private static void golden(String name, MatrixPage page, int columns, int rows, Glyphs glyphs)
      throws IOException {
    Canvas canvas = new Canvas(columns, rows, glyphs);
    new MatrixView().draw(page, canvas);
    Golden.assertMatches("wizard/matrix-" + name + ".txt", canvas.toString());
    assertThat(canvas.toString().lines()).hasSize(rows);
  }
}
