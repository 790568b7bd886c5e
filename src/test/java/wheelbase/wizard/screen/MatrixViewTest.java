package wheelbase.wizard.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.Analysis;
import wheelbase.testing.AnalysisBuilder;
import wheelbase.testing.Golden;
import wheelbase.testing.Matrices;
import wheelbase.wizard.Answers;
import wheelbase.wizard.Key;
import wheelbase.wizard.MatrixPage;
import wheelbase.wizard.Turn;

/** What the matrix looks like. */
class MatrixViewTest {
  private static final Analysis KARAPACE = Matrices.karapace().build();
  private static final Analysis MANY = Matrices.manyTargets().build();
  private static final Analysis HOSTILE = Matrices.hostile().build();

  @ParameterizedTest
  @CsvSource({"80, 24", "60, 16", "20, 5", "120, 40"})
  void allItsPartsFindRoom(int columns, int rows) throws IOException {
    String size = columns + "x" + rows;
    MatrixPage page = page(KARAPACE);
    golden("karapace-" + size, page, columns, rows, Glyphs.UNICODE);
    golden("karapace-" + size + "-ascii", page, columns, rows, Glyphs.ASCII);
  }

  @Test
  void whatNeedsLibrariesNamesThemWithTheirDistributionPackages() throws IOException {
    golden("libraries", page(KARAPACE, Key.TAB), 80, 24, Glyphs.UNICODE);
  }

  @Test
  void theColumnsOfOnePythonAreShownAndGoOnSideways() throws IOException {
    Key[] toTheLeft = Collections.nCopies(7, Key.LEFT).toArray(Key[]::new);
    golden("python", page(MANY, toTheLeft), 80, 20, Glyphs.UNICODE);
    golden("python-sideways", page(MANY), 60, 16, Glyphs.UNICODE);
  }

  @Test
  void detailsTakeThePage() throws IOException {
    golden("why", page(KARAPACE, Key.END, Key.of('w')), 60, 16, Glyphs.UNICODE);
    golden("why-scrolled", page(KARAPACE, Key.of('w'), Key.DOWN, Key.DOWN), 20, 5, Glyphs.UNICODE);
  }

  @Test
  void curesAreChosenFromWhereTheDetailsStand() throws IOException {
    golden("cures", page(KARAPACE, Key.of('c'), Key.DOWN), 60, 16, Glyphs.UNICODE);
    golden("cures-20x5", page(KARAPACE, Key.of('c'), Key.DOWN), 20, 5, Glyphs.UNICODE);
  }

  @Test
  void aTargetThatCannotBeResolvedSaysSoAndWhyAndObeysNobody() throws IOException {
    golden("hostile", page(HOSTILE, Key.RIGHT), 80, 20, Glyphs.UNICODE);
    golden("hostile-ascii", page(HOSTILE, Key.RIGHT), 80, 20, Glyphs.ASCII);
  }

  @Test
  void changesStandAboveTheTable() throws IOException {
    List<String> changes =
        List.of(
            "fastavro 1.12.0 becomes 1.12.1",
            "fastavro: compiles -> wheel on 3 of 6 targets",
            "the image is 246 MB on disk, 1 MB less",
            "nothing compiles in it any more",
            "python:3.13-slim-trixie is recommended, not python:3.13-slim-bookworm");
    MatrixPage page = MatrixPage.of(Answers.NONE, KARAPACE, changes);
    golden("changes", page, 60, 16, Glyphs.UNICODE);
    golden("changes-20x5", page, 20, 5, Glyphs.UNICODE);
  }

  @Test
  void anEmptyTableSaysWhyItIsEmpty() {
    Analysis plain = plain();
    assertThat(drawn(page(plain, Key.TAB), 80, 16))
        .contains("No blockers: nothing compiles here, and everything fits.");
    assertThat(drawn(page(plain, Key.TAB, Key.TAB), 80, 16))
        .contains("No package needs libraries of the image here. Tab shows others.");
    assertThat(drawn(page(plain, Key.of('/'), Key.of('q')), 80, 16))
        .contains("/ q_")
        .contains("No name has `q` in it.");
    assertThat(drawn(page(new AnalysisBuilder().bases("3.13", "slim-trixie").build()), 80, 16))
        .contains("The requirements bring in no package.");
    assertThat(drawn(page(new AnalysisBuilder().build()), 20, 5)).contains("The requirements");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "80 | \"\" | \" all 6  [blockers 3]  needs libraries 2  / search\"",
        "60 | \"\" | \" all 6  [blockers 3]  needs libraries 2         Python 3.13\"",
        "60 | \"ps\" | \" all 6  [blockers 3]  needs libraries 2  / ps_\"",
        "40 | \"\" | \" [blockers 3]               Python 3.13\"",
        "40 | \"ps\" | \" [blockers 3]  / ps_\"",
        "20 | \"\" | \" [blockers 3]\"",
        "20 | \"psycopg2\" | \" / psycopg2_\"",
        "20 | \"psycopg2-binary-or-so\" | \" / psycop...y-or-so_\""
      })
  void whatIsTypedIsSeenBeforeWhatIsNot(int columns, String typed, String headline) {
    MatrixPage page = page(KARAPACE);
    if (!typed.isEmpty()) {
      page = press(press(page, Key.of('/')), keys(typed));
    }
    assertThat(drawn(page, columns, 12)).startsWith(headline);
  }

  @Test
  void theLegendNamesTheSignsThatOccur() {
    assertThat(drawn(page(plain()), 80, 16)).endsWith("\n . wheel\n");
    assertThat(drawn(page(KARAPACE), 40, 16))
        .endsWith(
            """
             . wheel  L wheel + library
             P only Python  C compiles
             X nothing fits
            """);
  }

  @Test
  void everySizeIsDrawnWithoutLeavingTheCanvas() {
    for (Analysis analysis : List.of(KARAPACE, MANY, HOSTILE)) {
      MatrixPage page = page(analysis, Key.DOWN, Key.RIGHT);
      for (int columns = 1; columns < 130; columns += 7) {
        for (int rows = 1; rows < 45; rows += 2) {
          assertThat(drawn(page, columns, rows).lines()).hasSize(rows);
        }
      }
    }
  }

  private static Analysis plain() {
    AnalysisBuilder project = new AnalysisBuilder().bases("3.13", "slim-trixie");
    project.adds("flask", "3.1.2");
    return project.build();
  }

  private static MatrixPage page(Analysis analysis, Key... keys) {
    return press(MatrixPage.of(Answers.NONE, analysis, List.of()), keys);
  }

  private static MatrixPage press(MatrixPage page, Key... keys) {
    MatrixPage now = page;
    for (Key key : keys) {
      now = (MatrixPage) ((Turn.Show) now.press(key)).page();
    }
    return now;
  }

  private static Key[] keys(String text) {
    return text.codePoints().mapToObj(Key::of).toArray(Key[]::new);
  }

  private static void golden(String name, MatrixPage page, int columns, int rows, Glyphs glyphs)
      throws IOException {
    Canvas canvas = new Canvas(columns, rows, glyphs);
    new MatrixView().draw(page, canvas);
    Golden.assertMatches("wizard/matrix-" + name + ".txt", canvas.toString());
  }

  private static String drawn(MatrixPage page, int columns, int rows) {
    Canvas canvas = new Canvas(columns, rows, Glyphs.UNICODE);
    new MatrixView().draw(page, canvas);
    return canvas.toString();
  }
}
