package wheelbase.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.testing.MiniIndex;
import wheelbase.testing.WizardWorld;

/** The way through the steps. */
class WizardTest {
  @TempDir Path project;
  private WizardWorld world;

  @BeforeEach
  void drawTheWorld() throws IOException {
    Files.writeString(project.resolve("requirements.txt"), "flask==3\n");
    world = new WizardWorld(project, MiniIndex.of("flask 3 -> click", "click 8"));
  }

  @Test
  void anAnalysisThatIsDoneShowsTheMatrix() {
    Wizard wizard = world.wizard(Answers.NONE);
    assertThat(wizard.step()).isEqualTo(Step.PROJECT);
    world.enter(wizard, Step.MATRIX);
    assertThat(wizard.step()).isEqualTo(Step.MATRIX);
  }

  @Test
  void theStepBeforeTheMatrixIsTheTargetsAndWhatWasLookedAtIsNotLookedAtAgain() {
    Wizard wizard = world.wizard(Answers.NONE);
    world.enter(wizard, Step.MATRIX);
    world.press(wizard, Key.ESCAPE);
    assertThat(wizard.step()).isEqualTo(Step.TARGETS);
    world.press(wizard, Key.ENTER, Key.ENTER);
    wizard.handle(new Message.Pressed(Key.ENTER));
    assertThat(wizard.isLooking()).isFalse();
    assertThat(wizard.step()).isEqualTo(Step.MATRIX);
  }

  @Test
  void leavingInTheMiddleWritesNothing() {
    Wizard wizard = world.wizard(Answers.NONE);
    world.press(wizard, Key.ENTER, Key.INTERRUPT);
    assertThat(wizard.ending()).contains(Ending.NOTHING_WRITTEN);
    assertThat(project).isDirectoryContaining("glob:**requirements.txt");
    assertThat(project.resolve("Dockerfile")).doesNotExist();
  }

  private Wizard atThePreview() throws IOException {
    Files.writeString(
        project.resolve("app.py"), "from flask import Flask\napp = Flask(__name__)\n");
    Wizard wizard = world.wizard(Answers.NONE);
    world.enter(wizard, Step.PREVIEW);
    return wizard;
  }

  @Test
  void enterAloneLeadsFromTheFirstPageToAWrittenDockerfile() throws IOException {
    Wizard wizard = atThePreview();
    world.press(wizard, Key.ENTER);
    Ending ending = wizard.ending().orElseThrow();
    assertThat(ending.written()).containsExactly("Dockerfile", ".dockerignore");
    assertThat(ending.kept()).isEmpty();
    assertThat(ending.command()).contains("wheelbase generate");
    assertThat(project.resolve("Dockerfile"))
        .content()
        .contains("FROM python:", "RUN python -m venv", "CMD [");
  }

  @Test
  void anotherDockerfileIsReplacedByOneMoreEnterAndKept() throws IOException {
    Files.writeString(project.resolve("Dockerfile"), "FROM scratch\n");
    Wizard wizard = atThePreview();
    assertThat(((PreviewPage) wizard.page()).tab().title()).isEqualTo("difference");
    world.press(wizard, Key.ENTER, Key.ESCAPE, Key.ENTER);
    assertThat(wizard.ending()).isEmpty();
    assertThat(project.resolve("Dockerfile")).hasContent("FROM scratch");
    world.press(wizard, Key.ENTER);
    assertThat(wizard.ending().orElseThrow().kept()).containsExactly("Dockerfile.bak");
    assertThat(project.resolve("Dockerfile.bak")).hasContent("FROM scratch");
  }

  @Test
  void whatHasComeInTheMeantimeIsNotReplacedUnseen() throws IOException {
    Wizard wizard = atThePreview();
    Files.writeString(project.resolve("Dockerfile"), "FROM scratch\n");
    world.press(wizard, Key.ENTER);
    assertThat(wizard.ending()).isEmpty();
    assertThat(wizard.notice().orElseThrow().id()).isEqualTo("would-overwrite");
    assertThat(wizard.notice().orElseThrow().hint())
        .contains("Enter asks whether to replace what is there");
    assertThat(((PreviewPage) wizard.page()).tab().title()).isEqualTo("difference");
    world.press(wizard, Key.ENTER, Key.ENTER);
    assertThat(wizard.ending().orElseThrow().kept()).containsExactly("Dockerfile.bak");
  }

  @Test
  void aDockerignoreThatKeepsOutWhatIsCopiedIsReplacedIfTheUserSaysSo() throws IOException {
    Files.writeString(project.resolve(".dockerignore"), "requirements.txt\n");
    Wizard wizard = atThePreview();
    world.press(wizard, Key.ENTER);
    assertThat(wizard.notice().orElseThrow().id()).isEqualTo("copied-file-ignored");
    world.press(wizard, Key.ENTER, Key.ENTER);
    assertThat(wizard.ending().orElseThrow().kept()).containsExactly(".dockerignore.bak");
  }

  @Test
  void answersAndAPageToShareAreSavedAndTheWizardGoesOn() throws IOException {
    Wizard wizard = atThePreview();
    world.press(wizard, Key.of('s'), Key.ENTER);
    assertThat(wizard.notice().orElseThrow().message())
        .isEqualTo("answers are in wheelbase-answers.json");
    assertThat(project.resolve("wheelbase-answers.json")).content().contains("wheelbase-answers/1");
    world.press(wizard, Key.of('h'), Key.ENTER);
    assertThat(project.resolve("wheelbase.html")).content().contains("<html", "FROM");
    assertThat(wizard.page().isTyping()).isFalse();
    assertThat(wizard.ending()).isEmpty();
  }

  @Test
  void aFileThatIsThereIsSavedOverOnlyAtASecondEnter() throws IOException {
    Wizard wizard = atThePreview();
    Path mine = Files.writeString(project.resolve("wheelbase-answers.json"), "mine");
    world.press(wizard, Key.of('s'), Key.ENTER);
    assertThat(mine).hasContent("mine");
    world.press(wizard, Key.ENTER);
    assertThat(mine).content().contains("wheelbase-answers/1");
  }

  @Test
  void whatCannotBeSavedSaysSoAndKeepsTheName() throws IOException {
    Wizard wizard = atThePreview();
    world.press(wizard, Key.of('s'), Key.HOME, Key.of('x'), Key.of('/'), Key.ENTER);
    assertThat(wizard.page().isTyping()).isTrue();
    PreviewTask.Naming naming = (PreviewTask.Naming) ((PreviewPage) wizard.page()).task();
    assertThat(naming.problem().orElseThrow().id()).isEqualTo("cannot-save");
    assertThat(naming.input().text()).isEqualTo("x/wheelbase-answers.json");
    world.press(wizard, Key.HOME, Key.DELETE, Key.DELETE, Key.ENTER);
    assertThat(project.resolve("wheelbase-answers.json")).exists();
  }

  @Test
  void theCommandThatDoesTheSameGoesToTheClipboard() throws IOException {
    Wizard wizard = atThePreview();
    world.press(wizard, Key.of('y'));
    assertThat(wizard.takeClipboard()).contains("wheelbase generate");
  }
}
