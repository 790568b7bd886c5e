package wheelbase.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.Analysis;
import wheelbase.baseimage.Unusable;
import wheelbase.testing.AnalysisBuilder;

/** What keys do where a base image is taken. */
class BasePageTest {
  private static final Analysis ANALYSIS =
      new AnalysisBuilder()
          .bases("3.12", "slim-trixie", "alpine3.24")
          .bases("3.13", "slim-trixie", "alpine3.24")
          .candidate("slim-trixie", 150)
          .impossible("alpine3.24", 90, new Unusable("torch 2.9.0", "has no musllinux wheel"))
          .build();

  @TempDir Path project;

  private BasePage page(Answers answers) {
    return LastPages.bases(project, answers, ANALYSIS);
  }

  private static List<String> tags(BasePage page) {
    return page.candidates().stream().map(candidate -> candidate.image().tag()).toList();
  }

  @Test
  void theRecommendedIsFirstAndEveryPythonKeepsItsImagesTogether() {
    BasePage page = page(Answers.NONE);
    assertThat(page.isRecommended(page.candidates().get(0))).isTrue();
    assertThat(tags(page))
        .containsExactly(
            "3.13-slim-trixie", "3.13-alpine3.24", "3.12-slim-trixie", "3.12-alpine3.24");
  }

  @Test
  void enterTakesTheRecommendedWithoutSayingSo() {
    assertThat(page(Answers.NONE).press(Key.ENTER)).isEqualTo(new Turn.Next(Answers.NONE));
  }

  @Test
  void anotherIsSaid() {
    BasePage other = LastPages.press(page(Answers.NONE), Key.DOWN, Key.DOWN);
    Answers said = Answers.NONE.with(Topic.BASE, "3.12-slim-trixie");
    assertThat(other.press(Key.ENTER)).isEqualTo(new Turn.Next(said));
    assertThat(page(said).cursor()).isEqualTo(2);
    assertThat(LastPages.press(page(said), Key.HOME).press(Key.ENTER))
        .isEqualTo(new Turn.Next(Answers.NONE));
  }

  @Test
  void whatIsNotPossibleIsNotTakenAndSaysWhy() {
    BasePage page = LastPages.press(page(Answers.NONE), Key.DOWN, Key.ENTER);
    assertThat(page.problem().orElseThrow().message())
        .isEqualTo(
            "the project does not run on python:3.13-alpine3.24,"
                + " torch 2.9.0 has no musllinux wheel");
    assertThat(LastPages.press(page, Key.UP).problem()).isEmpty();
  }

  @Test
  void escapeGoesBackWithTheAnswersAsTheyWere() {
    Answers said = Answers.NONE.with(Topic.BASE, "3.12-slim-trixie");
    assertThat(LastPages.press(page(said), Key.UP).press(Key.ESCAPE))
        .isEqualTo(new Turn.Back(said));
  }

  @Test
  void theCursorStaysOnTheList() {
    assertThat(LastPages.press(page(Answers.NONE), Key.UP).cursor()).isZero();
    assertThat(LastPages.press(page(Answers.NONE), Key.END, Key.DOWN).cursor()).isEqualTo(3);
  }

  @Test
  void whereTheProjectRunsOnNoneEnterSaysSo() {
    Analysis none =
        new AnalysisBuilder()
            .bases("3.13", "alpine3.24")
            .impossible("alpine3.24", 90, new Unusable("torch 2.9.0", "has no musllinux wheel"))
            .build();
    BasePage page = LastPages.press(LastPages.bases(project, Answers.NONE, none), Key.ENTER);
    assertThat(page.problem()).isPresent();
  }
}
