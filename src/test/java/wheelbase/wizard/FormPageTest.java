package wheelbase.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.testing.Outlines;

/** What keys do to questions one below the other. */
class FormPageTest {
  @TempDir Path project;

  private static final List<Option> APPLICATIONS =
      List.of(
          Option.of("web").because("found in app.py:3"), Option.of("worker"), Option.of("script"));
  private static final List<Option> ARCHITECTURES =
      List.of(new Option("amd64", "amd64", "most servers"), Option.of("arm64"));

  /** The port and health are asked only where there is a web application. */
  private static List<Question> questions(Answers answers) {
    List<Question> asked = new ArrayList<>();
    asked.add(
        question(Topic.APPLICATION, Question.Kind.ONE_OF, APPLICATIONS, List.of("web"), fine()));
    if (answers.one(Topic.APPLICATION).orElse("web").equals("web")) {
      asked.add(question(Topic.PORT, Question.Kind.TEXT, List.of(), List.of("8000"), number()));
    }
    asked.add(
        question(
            Topic.ARCHITECTURES,
            Question.Kind.SOME_OF,
            ARCHITECTURES,
            List.of("amd64", "arm64"),
            words ->
                words.isEmpty()
                    ? Optional.of(
                        Diagnostic.error("none", "an image is for one architecture at least"))
                    : Optional.empty()));
    asked.add(
        question(
            Topic.CACHE_MOUNTS, Question.Kind.YES_NO, List.of(), List.of(Answers.YES), fine()));
    return asked;
  }

  private static Question question(
      Topic topic,
      Question.Kind kind,
      List<Option> options,
      List<String> usual,
      Function<List<String>, Optional<Diagnostic>> check) {
    return new Question(topic, kind, topic.id(), "", options, usual, "", check);
  }

  private static Function<List<String>, Optional<Diagnostic>> fine() {
    return words -> Optional.empty();
  }

  private static Function<List<String>, Optional<Diagnostic>> number() {
    return words ->
        words.size() == 1 && words.get(0).matches("\\d+")
            ? Optional.empty()
            : Optional.of(
                Diagnostic.error("port", "a port is a number").withHint("from 1 to 65535"));
  }

  private FormPage page() {
    Situation situation =
        Outlines.situation(project, Answers.NONE, "requirements.txt", "flask==3\n");
    return FormPage.of(Step.APPLICATION, situation, questions(Answers.NONE), FileNames.NONE);
  }

  /** Presses keys, and gives the page what the wizard would give it. */
  private static Turn press(FormPage page, Key... keys) {
    Turn turn = new Turn.Show(page);
    for (Key key : keys) {
      turn = settled(((FormPage) ((Turn.Show) turn).page()).press(key));
    }
    return turn;
  }

  private static Turn settled(Turn turn) {
    if (turn instanceof Turn.Revise revise) {
      FormPage page = (FormPage) revise.page();
      Situation before = page.situation();
      Situation now =
          new Situation(
              revise.answers(), before.outline(), before.analysis(), before.cannotWrite());
      return settled(page.asking(now, questions(revise.answers())));
    }
    return turn;
  }

  private static FormPage shown(Turn turn) {
    return (FormPage) ((Turn.Show) turn).page();
  }

  private static Key[] typing(String text) {
    return text.codePoints().mapToObj(Key::of).toArray(Key[]::new);
  }

  private static Topic topic(FormPage page) {
    return page.question().orElseThrow().topic();
  }

  @Test
  void onlyEnterAcceptsWhatIsUsualAndSaysNothing() {
    Turn turn = press(page(), Key.ENTER, Key.ENTER, Key.ENTER, Key.ENTER);
    assertThat(turn).isEqualTo(new Turn.Next(Answers.NONE));
  }

  @Test
  void enterOnAnOptionChoosesItAndGoesOnToWhatIsAskedThen() {
    FormPage page = shown(press(page(), Key.DOWN, Key.ENTER));
    assertThat(page.answers().one(Topic.APPLICATION)).contains("worker");
    assertThat(topic(page)).isEqualTo(Topic.ARCHITECTURES);
    assertThat(page.questions()).extracting(Question::topic).doesNotContain(Topic.PORT);
  }

  @Test
  void aQuestionThatComesInIsAskedNext() {
    FormPage page = shown(press(page(), Key.DOWN, Key.ENTER, Key.UP, Key.UP));
    assertThat(topic(page)).isEqualTo(Topic.APPLICATION);
    assertThat(topic(shown(press(page, Key.ENTER)))).isEqualTo(Topic.PORT);
  }

  @Test
  void aBadValueStaysInItsFieldAndIsNotLeft() {
    Key[] keys = typing("80a");
    FormPage typed = shown(press(shown(press(page(), Key.TAB, Key.ERASE_LINE)), keys));
    assertThat(typed.problem(typed.question().orElseThrow())).isEmpty();
    for (Key leaving : List.of(Key.ENTER, Key.TAB, Key.DOWN, Key.UP)) {
      FormPage page = shown(press(typed, leaving));
      assertThat(topic(page)).isEqualTo(Topic.PORT);
      assertThat(page.field().orElseThrow().words()).containsExactly("80a");
      assertThat(page.problem(page.question().orElseThrow()))
          .get()
          .extracting(Diagnostic::message)
          .isEqualTo("a port is a number");
      assertThat(page.answers()).isEqualTo(Answers.NONE);
    }
  }

  @Test
  void escapeTakesBackWhatWasTypedAndThenGoesBack() {
    FormPage typed = shown(press(page(), Key.TAB, Key.of('1')));
    FormPage restored = shown(press(typed, Key.ESCAPE));
    assertThat(restored.field().orElseThrow().words()).containsExactly("8000");
    assertThat(press(restored, Key.ESCAPE)).isEqualTo(new Turn.Back(Answers.NONE));
  }

  @Test
  void spaceTogglesAndTheLastOneCannotBeTakenAway() {
    FormPage page = shown(press(page(), Key.TAB, Key.TAB, Key.of(' ')));
    assertThat(page.answers().to(Topic.ARCHITECTURES)).contains(List.of("arm64"));
    FormPage none = shown(press(page, Key.DOWN, Key.of(' ')));
    assertThat(none.problem(none.question().orElseThrow())).isPresent();
    assertThat(topic(shown(press(none, Key.ENTER)))).isEqualTo(Topic.ARCHITECTURES);
    FormPage again = shown(press(none, Key.of(' ')));
    assertThat(again.problem(again.question().orElseThrow())).isEmpty();
  }

  @Test
  void yesAndNoHaveTheirLetters() {
    FormPage page = shown(press(page(), Key.TAB, Key.TAB, Key.TAB, Key.of('n')));
    assertThat(page.answers().one(Topic.CACHE_MOUNTS)).contains(Answers.NO);
    assertThat(shown(press(page, Key.of('y'))).answers()).isEqualTo(Answers.NONE);
    assertThat(shown(press(page, Key.of(' '))).answers()).isEqualTo(Answers.NONE);
  }

  @Test
  void lettersAreTextOnlyWhereTextIsTyped() {
    assertThat(page().isTyping()).isFalse();
    assertThat(shown(press(page(), Key.TAB)).isTyping()).isTrue();
  }
}
