package wheelbase.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.index.IndexException;
import wheelbase.testing.MiniIndex;
import wheelbase.testing.WizardWorld;

/** What does not go as it should: the user stays in the wizard and can go on. */
class WizardTroubleTest {
  private static final IndexException TIMED_OUT =
      new IndexException("https://index.test timed out");

  @TempDir Path project;
  private WizardWorld world;

  @BeforeEach
  void drawTheWorld() throws IOException {
    requirements("flask==3");
    world = new WizardWorld(project, MiniIndex.of("flask 3 -> click", "click 8"));
  }

  private void requirements(String text) throws IOException {
    Files.writeString(project.resolve("requirements.txt"), text + "\n");
  }

  private Wizard atTargets() {
    Wizard wizard = world.wizard(Answers.NONE);
    world.enter(wizard, Step.TARGETS);
    return wizard;
  }

  private static void press(Wizard wizard, Key... keys) {
    for (Key key : keys) {
      wizard.handle(new Message.Pressed(key));
    }
  }

  private static String explanation(Wizard wizard) {
    return ((LookingPage) wizard.page()).explanation(80, true);
  }

  private static List<String> labels(Wizard wizard) {
    return wizard.bindings().stream()
        .filter(KeyBinding::main)
        .map(binding -> binding.keys().get(0) + " " + binding.label())
        .toList();
  }

  @Test
  void anIndexThatFailsLeavesRetryOfflineBackAndQuit() {
    world.failing(new CompletionException(TIMED_OUT));
    Wizard wizard = atTargets();
    world.press(wizard, Key.ENTER, Key.ENTER, Key.ENTER);
    assertThat(wizard.step()).isEqualTo(Step.LOOKING);
    assertThat(explanation(wizard)).startsWith("https://index.test timed out").contains("hint:");
    assertThat(labels(wizard))
        .containsExactly("r look again", "o offline", "b back", "? keys", "q quit");
    world.press(wizard, Key.of('r'));
    assertThat(wizard.step()).isEqualTo(Step.MATRIX);
    assertThat(world.looks()).containsExactly(false, false);
  }

  @Test
  void offlineAsksTheCacheAndDoesNotOfferItselfAgain() {
    world.failing(TIMED_OUT).failing(TIMED_OUT);
    Wizard wizard = atTargets();
    world.press(wizard, Key.ENTER, Key.ENTER, Key.ENTER, Key.of('o'));
    assertThat(world.looks()).containsExactly(false, true);
    assertThat(labels(wizard)).doesNotContain("o offline");
    world.press(wizard, Key.ESCAPE);
    assertThat(wizard.step()).isEqualTo(Step.TARGETS);
  }

  @Test
  void quittingAfterAFailureWritesNothing() {
    world.failing(TIMED_OUT);
    Wizard wizard = atTargets();
    world.press(wizard, Key.ENTER, Key.ENTER, Key.ENTER, Key.of('q'));
    assertThat(wizard.ending()).contains(Ending.NOTHING_WRITTEN);
  }

  @Test
  void aBugIsShownAndSoIsWhereItHappened() {
    world.failing(new IllegalStateException("two answers to one question"));
    Wizard wizard = atTargets();
    world.press(wizard, Key.ENTER, Key.ENTER, Key.ENTER);
    assertThat(explanation(wizard))
        .startsWith("this is a bug in wheelbase: IllegalStateException: two answers")
        .doesNotContain("WizardTroubleTest");
    world.press(wizard, Key.of('t'));
    assertThat(explanation(wizard)).contains("at wheelbase.wizard.WizardTroubleTest");
    world.press(wizard, Key.of('t'), Key.of('b'));
    assertThat(wizard.step()).isEqualTo(Step.TARGETS);
  }

  @Test
  void anErrorOfTheMachineDoesNotHangTheWizardEither() {
    world.instead(
        (request, progress) -> {
          throw new StackOverflowError();
        });
    Wizard wizard = atTargets();
    world.press(wizard, Key.ENTER, Key.ENTER, Key.ENTER);
    assertThat(explanation(wizard)).contains("StackOverflowError");
  }

  @Test
  void requirementsThatCannotBeMetAreExplainedAndCanBeMended() throws IOException {
    requirements("flask==3\nclick==7");
    Wizard wizard = atTargets();
    world.press(wizard, Key.ENTER, Key.ENTER, Key.ENTER);
    assertThat(explanation(wizard)).contains("cannot be met").contains("click");
    world.press(wizard, Key.ESCAPE);
    assertThat(wizard.step()).isEqualTo(Step.PROJECT);
    requirements("flask==3");
    world.enter(wizard, Step.MATRIX);
    assertThat(wizard.step()).isEqualTo(Step.MATRIX);
  }

  @Test
  void mendedInAnEditorTheyAreReadAgainByLookingAgain() throws IOException {
    requirements("flask==3\nclick==7");
    Wizard wizard = atTargets();
    world.press(wizard, Key.ENTER, Key.ENTER, Key.ENTER);
    requirements("flask==3");
    world.press(wizard, Key.of('r'));
    assertThat(wizard.step()).isEqualTo(Step.MATRIX);
  }

  @Test
  void theProjectStepIsNotLeftBeforeTheRequirementsCanBeRead() throws IOException {
    requirements("flask=3");
    Wizard wizard = world.wizard(Answers.NONE);
    press(wizard, Key.ENTER, Key.ENTER, Key.ENTER);
    assertThat(wizard.step()).isEqualTo(Step.PROJECT);
    FormPage page = (FormPage) wizard.page();
    assertThat(page.problem(page.question().orElseThrow())).isPresent();
    requirements("flask==3");
    press(wizard, Key.ENTER);
    assertThat(wizard.step()).isEqualTo(Step.TARGETS);
  }

  @Test
  void anotherFileCanBeNamedInstead() throws IOException {
    requirements("flask=3");
    Files.writeString(project.resolve("good file.txt"), "flask==3\n");
    Wizard wizard = world.wizard(Answers.NONE);
    press(wizard, Key.ERASE_LINE, Key.of('g'), Key.TAB, Key.ENTER);
    assertThat(wizard.step()).isEqualTo(Step.TARGETS);
    assertThat(wizard.outline().requirementsFiles()).containsExactly("good file.txt");
  }

  @Test
  void aFileThatIsNotThereIsNotLeft() {
    Wizard wizard = world.wizard(Answers.NONE);
    press(wizard, Key.of('x'), Key.ENTER);
    assertThat(wizard.step()).isEqualTo(Step.PROJECT);
    FormPage page = (FormPage) wizard.page();
    assertThat(page.field().orElseThrow().words()).containsExactly("requirements.txtx");
    assertThat(page.problem(page.question().orElseThrow())).isPresent();
    press(wizard, Key.BACKSPACE, Key.ENTER);
    assertThat(wizard.step()).isEqualTo(Step.TARGETS);
  }

  @Test
  void stoppingAndStartingAgainWorksAndTheStoppedOneIsNotHeardAnyMore() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    world.instead(
        (request, progress) -> {
          begun.countDown();
          try {
            new CountDownLatch(1).await();
          } finally {
            stopped.countDown();
          }
          throw new AssertionError();
        });
    Wizard wizard = atTargets();
    press(wizard, Key.ENTER, Key.ENTER, Key.ENTER);
    assertThat(wizard.isLooking()).isTrue();
    await(begun);
    press(wizard, Key.ESCAPE);
    await(stopped);
    assertThat(wizard.step()).isEqualTo(Step.TARGETS);
    assertThat(wizard.notice()).get().extracting(Diagnostic::message).asString().contains("cache");
    for (Message stale :
        List.of(new Message.Progressed(1), new Message.Failed(1, new AssertionError()))) {
      wizard.handle(stale);
      assertThat(wizard.step()).isEqualTo(Step.TARGETS);
    }
    world.enter(wizard, Step.MATRIX);
    assertThat(world.looks()).hasSize(2);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void otherTargetsAreLookedAtAndTheSameAreNot() {
    Wizard wizard = world.wizard(Answers.NONE);
    world.enter(wizard, Step.MATRIX);
    world.press(wizard, Key.ESCAPE);
    world.enter(wizard, Step.MATRIX);
    assertThat(world.looks()).hasSize(1);
    world.press(wizard, Key.ESCAPE, Key.TAB, Key.of(' '));
    world.enter(wizard, Step.MATRIX);
    assertThat(world.looks()).hasSize(2);
  }

  @Test
  void aFileThatWasChangedMeanwhileIsLookedAtAgain() throws IOException {
    Wizard wizard = world.wizard(Answers.NONE);
    world.enter(wizard, Step.MATRIX);
    requirements("click==8");
    world.press(wizard, Key.ESCAPE, Key.ESCAPE);
    world.enter(wizard, Step.MATRIX);
    assertThat(world.looks()).hasSize(2);
  }

  @Test
  void anAnswerThatDoesNotFitWhatWasFoundIsMentioned() {
    Wizard wizard = world.wizard(Answers.NONE.with(Topic.WORKERS, "3"));
    world.enter(wizard, Step.MATRIX);
    assertThat(wizard.notice())
        .get()
        .extracting(Diagnostic::message)
        .asString()
        .contains("workers 3");
  }
}
