package wheelbase.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.index.IndexException;
import wheelbase.testing.MiniIndex;
import wheelbase.testing.WizardWorld;

/** A cure taken in the matrix: the wizard looks again and says what changed. */
class CureTakenTest {
  private static final Key CURE = Key.of('c');

  @TempDir Path project;
  private WizardWorld world;
  private Wizard wizard;

  @BeforeEach
  void goToTheMatrix() throws IOException {
    Files.writeString(project.resolve("requirements.txt"), "a==1\nb==1\nflask==3\n");
    world =
        new WizardWorld(
            project,
            MiniIndex.of(
                "a 1 {compiles=C} -> c==1",
                "a 2 -> c==2",
                "b 1 {compiles=C}",
                "b 2 -> c==2",
                "c 1",
                "c 2",
                "flask 3"));
    wizard = world.wizard(Answers.NONE);
    world.enter(wizard, Step.MATRIX);
  }

  @Test
  void theMatrixSaysWhatChangedAndIsSeenAsBefore() {
    assertThat(under()).isEqualTo("a");
    world.press(wizard, Key.RIGHT, CURE);
    assertThat(matrix().answers().to(Topic.CURES)).contains(List.of("a:a==2"));
    assertThat(matrix().changes()).contains("a 1 becomes 2", "c 1 becomes 2");
    assertThat(matrix().filter()).isEqualTo(MatrixFilter.BLOCKERS);
    assertThat(matrix().place()).isEqualTo(1);
    assertThat(under()).isEqualTo("b");
  }

  @Test
  void takenBackItIsAsBefore() {
    world.press(wizard, CURE, Key.of('u'), Key.ENTER);
    assertThat(matrix().answers()).isEqualTo(Answers.NONE);
    assertThat(matrix().changes()).contains("a 2 becomes 1", "c 2 becomes 1");
    assertThat(under()).isEqualTo("a");
  }

  /** The second cure has come to lean on the first. */
  @Test
  void whatCannotBeResolvedIsUndone() {
    world.press(wizard, CURE);
    assertThat(under()).isEqualTo("b");
    world.press(wizard, CURE);
    Answers both = matrix().answers();
    assertThat(both.to(Topic.CURES)).contains(List.of("a:a==2", "b:b==2"));
    world.press(wizard, Key.of('u'), Key.ENTER);
    assertThat(matrix().answers()).isEqualTo(both);
    assertThat(matrix().changes())
        .containsExactly(
            "taken back: a -> a==2", "the requirements cannot be met with that: it is undone");
  }

  @Test
  void stoppedItIsUndone() {
    wizard.handle(new Message.Pressed(CURE));
    assertThat(wizard.isLooking()).isTrue();
    wizard.handle(new Message.Pressed(Key.ESCAPE));
    assertThat(wizard.isLooking()).isFalse();
    assertThat(matrix().answers()).isEqualTo(Answers.NONE);
    assertThat(matrix().changes()).containsExactly("taken: a==1 -> a==2", "stopped: it is undone");
  }

  @Test
  void whereTheIndexFailsItIsTriedAgainOrUndone() {
    world.failing(new IndexException("timed out")).failing(new IndexException("timed out"));
    world.press(wizard, CURE, Key.of('r'));
    assertThat(wizard.step()).isEqualTo(Step.LOOKING);
    world.press(wizard, Key.ESCAPE);
    assertThat(matrix().answers()).isEqualTo(Answers.NONE);
    assertThat(matrix().changes())
        .containsExactly("taken: a==1 -> a==2", "it could not be looked at: it is undone");
    world.failing(new IndexException("timed out"));
    world.press(wizard, CURE, Key.of('r'));
    assertThat(matrix().answers().to(Topic.CURES)).contains(List.of("a:a==2"));
  }

  @Test
  void theMatrixIsSeenAgainAsItWasLeft() {
    world.press(wizard, Key.TAB, Key.TAB, Key.END, Key.ESCAPE);
    assertThat(wizard.step()).isEqualTo(Step.TARGETS);
    world.enter(wizard, Step.MATRIX);
    assertThat(matrix().filter()).isEqualTo(MatrixFilter.ALL);
    assertThat(under()).isEqualTo("flask");
  }

  private MatrixPage matrix() {
    return (MatrixPage) wizard.page();
  }

  private String under() {
    return matrix().row().orElseThrow().name().value();
  }
}
