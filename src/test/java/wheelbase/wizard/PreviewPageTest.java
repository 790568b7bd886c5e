package wheelbase.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.dockerfile.ExplainedLine;
import wheelbase.testing.MiniIndex;
import wheelbase.testing.WizardWorld;

/** What keys do at the preview. */
class PreviewPageTest {
  @TempDir Path project;

  @BeforeEach
  void drawTheProject() throws IOException {
    Files.writeString(project.resolve("requirements.txt"), "flask==3\ngunicorn\n");
    Files.writeString(
        project.resolve("app.py"), "from flask import Flask\napp = Flask(__name__)\n");
  }

  private PreviewPage page() {
    return LastPages.preview(
        new WizardWorld(project, MiniIndex.of("flask 3 -> click", "click 8", "gunicorn 23")),
        Answers.NONE);
  }

  private static List<String> titles(PreviewPage page) {
    return page.tabs().stream().map(PreviewTab::title).toList();
  }

  @Test
  void enterWritesWhereNothingIsThere() {
    assertThat(page().press(Key.ENTER)).isEqualTo(new Turn.Write(false));
    assertThat(titles(page())).containsExactly("Dockerfile", ".dockerignore", "decided");
  }

  @Test
  void whatIsThereAlreadyIsNoReasonToAsk() throws IOException {
    String text = page().preview().changes().get(0).file().text();
    Files.writeString(project.resolve("Dockerfile"), text);
    assertThat(page().press(Key.ENTER)).isEqualTo(new Turn.Write(false));
    assertThat(page().tab().state()).isEqualTo("stays as it is");
  }

  @Test
  void aDifferentDockerfileIsReplacedOnlyOnceMore() throws IOException {
    Files.writeString(project.resolve("Dockerfile"), "FROM scratch\n");
    PreviewPage page = page();
    assertThat(titles(page))
        .containsExactly("difference", "Dockerfile", ".dockerignore", "decided");
    PreviewPage asking = LastPages.press(page, Key.ENTER);
    assertThat(asking.question()).isEqualTo("replace Dockerfile, keeping it as Dockerfile.bak?");
    assertThat(asking.press(Key.ENTER)).isEqualTo(new Turn.Write(true));
    assertThat(LastPages.press(asking, Key.ESCAPE)).isEqualTo(page);
  }

  @Test
  void aDifferentDockerignoreStaysUnlessWritingWasRefusedForIt() throws IOException {
    Files.writeString(project.resolve(".dockerignore"), "requirements.txt\n");
    PreviewPage page = page();
    assertThat(titles(page))
        .containsExactly("Dockerfile", ".dockerignore", ".dockerignore: difference", "decided");
    assertThat(page.tabs().get(1).state()).isEqualTo("differs from what is there, and that stays");
    assertThat(page.press(Key.ENTER)).isEqualTo(new Turn.Write(false));
    PreviewPage asking = LastPages.press(page.refused(page()), Key.ENTER);
    assertThat(asking.question())
        .isEqualTo("replace .dockerignore, keeping it as .dockerignore.bak?");
  }

  @Test
  void theCursorBeginsWhereThereIsSomethingToSay() {
    PreviewPage page = page();
    assertThat(page.reasons()).isNotEmpty();
    assertThat(LastPages.press(page, Key.HOME).reasons()).isEmpty();
    PreviewPage end = LastPages.press(page, Key.END, Key.DOWN);
    assertThat(end.place().line()).isEqualTo(page.tab().lines().size() - 1);
    assertThat(end.tab().lines().get(end.place().line()).text()).isNotEmpty();
  }

  @Test
  void whatComesIntoADockerfileIsExplainedInTheDifference() throws IOException {
    List<ExplainedLine> lines = page().tab().lines();
    Files.writeString(
        project.resolve("Dockerfile"),
        page().preview().changes().get(0).file().text().replace("USER 10001", "USER root"));
    PreviewTab difference = page().tab();
    ExplainedLine user = line(difference.lines(), "+USER 10001");
    assertThat(user.reasons()).isEqualTo(line(lines, "USER 10001").reasons()).isNotEmpty();
    assertThat(line(difference.lines(), "-USER root").reasons()).isEmpty();
  }

  private static ExplainedLine line(List<ExplainedLine> lines, String beginning) {
    return lines.stream().filter(each -> each.text().startsWith(beginning)).findFirst().get();
  }

  @Test
  void tabsGoRound() {
    PreviewPage page = page();
    assertThat(LastPages.press(page, Key.TAB).tab().title()).isEqualTo(".dockerignore");
    assertThat(LastPages.press(page, Key.BACK_TAB).tab().title()).isEqualTo("decided");
    assertThat(LastPages.press(page, Key.TAB, Key.TAB, Key.TAB)).isEqualTo(page);
  }

  @Test
  void longLinesAreSeenToTheirEnd() {
    PreviewPage page = page();
    assertThat(LastPages.press(page, Key.LEFT).place().column()).isZero();
    assertThat(LastPages.press(page, Key.RIGHT).place().column()).isPositive();
    Key[] far = new Key[100];
    Arrays.fill(far, Key.RIGHT);
    assertThat(LastPages.press(page, far).place().column()).isLessThan(200);
  }

  @Test
  void theCommandIsCopied() {
    assertThat(page().press(Key.of('y'))).isEqualTo(new Turn.CopyCommand());
  }

  @Test
  void answersAreSavedUnderANameThatIsTyped() {
    PreviewPage naming = LastPages.press(page(), Key.of('s'));
    assertThat(naming.isTyping()).isTrue();
    assertThat(naming.press(Key.ENTER))
        .isEqualTo(new Turn.Save(Turn.Keepsake.ANSWERS, "wheelbase-answers.json"));
    PreviewPage typed = LastPages.press(naming, Key.ERASE_LINE, Key.of('q'), Key.of('?'));
    assertThat(typed.press(Key.ENTER)).isEqualTo(new Turn.Save(Turn.Keepsake.ANSWERS, "q?"));
    assertThat(LastPages.press(typed, Key.ESCAPE)).isEqualTo(page());
  }

  @Test
  void noNameIsNoNameOfAFile() {
    PreviewPage naming = LastPages.press(page(), Key.of('h'), Key.ERASE_LINE, Key.ENTER);
    assertThat(((PreviewTask.Naming) naming.task()).problem().orElseThrow().id())
        .isEqualTo("not-a-path");
  }

  @Test
  void whatCouldNotBeSavedKeepsTheName() {
    PreviewPage naming = LastPages.press(page(), Key.of('h'));
    PreviewPage refused = naming.saved(Diagnostic.error("cannot-save", "no"));
    assertThat(refused.isTyping()).isTrue();
    assertThat(naming.saved(Diagnostic.note("saved", "done"))).isEqualTo(page());
    assertThat(naming.askingToReplace().flatMap(PreviewPage::askingToReplace))
        .isEqualTo(Optional.empty());
  }
}
