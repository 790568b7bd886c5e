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
    world.press(wizard, Key.ENTER);
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
}
