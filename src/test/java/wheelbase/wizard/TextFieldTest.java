package wheelbase.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Names of files being typed, and completed. */
class TextFieldTest {
  private static final FileNames NAMES =
      directory ->
          Map.of(
                  "", List.of(".git/", "a b.txt", "requirements/", "requirements.txt", "setup.py"),
                  "requirements/", List.of("base.txt", "prod.in", "prod.txt"))
              .getOrDefault(directory, List.of());

  private static TextField field(Question.Kind kind, List<Option> options, String text) {
    Question question =
        new Question(
            Topic.REQUIREMENTS, kind, "", "", options, List.of(), "", words -> Optional.empty());
    return new TextField(question, TextInput.of(text), Optional.empty());
  }

  private static TextField files(String text) {
    return field(Question.Kind.FILES, List.of(), text);
  }

  private static String completed(String text, int tabs) {
    TextField field = files(text);
    for (int tab = 0; tab < tabs; tab++) {
      field = field.completed(NAMES);
    }
    return field.input().text();
  }

  @Test
  void whatIsCertainIsFilledIn() {
    assertThat(completed("s", 1)).isEqualTo("setup.py");
    assertThat(completed("req", 1)).isEqualTo("requirements");
    assertThat(completed("setup.py requirements/b", 1)).isEqualTo("setup.py requirements/base.txt");
    assertThat(completed("requirements/p", 1)).isEqualTo("requirements/prod.");
  }

  @Test
  void whatIsNotIsGoneThrough() {
    assertThat(completed("requirements/prod.", 1)).isEqualTo("requirements/prod.in");
    assertThat(completed("requirements/prod.", 2)).isEqualTo("requirements/prod.txt");
    assertThat(completed("requirements/prod.", 3)).isEqualTo("requirements/prod.in");
  }

  @Test
  void goingOnTypingKeepsWhatIsThere() {
    TextField field = files("requirements/prod.").completed(NAMES).typed(Key.of(' '));
    assertThat(field.words()).containsExactly("requirements/prod.in");
    assertThat(field.proposals()).isEmpty();
  }

  @Test
  void aBlankInANameIsWrittenSoThatItStaysOneName() {
    assertThat(completed("a", 1)).isEqualTo("a\\ b.txt");
    assertThat(completed("a\\ ", 1)).isEqualTo("a\\ b.txt");
    assertThat(files("a\\ b.txt").words()).containsExactly("a b.txt");
  }

  @Test
  void hiddenNamesAreMeantOnlyByTheirDot() {
    assertThat(files("").candidates(NAMES)).doesNotContain(".git/").contains("setup.py");
    assertThat(files(".").candidates(NAMES)).containsExactly(".git/");
  }

  @Test
  void nothingThatFitsChangesNothing() {
    assertThat(completed("zzz", 1)).isEqualTo("zzz");
    assertThat(completed("nowhere/", 1)).isEqualTo("nowhere/");
  }

  @Test
  void ofATextTheOptionsAreOffered() {
    List<Option> options = List.of(Option.of("app.main:app"), Option.of("app.other:app"));
    TextField field = field(Question.Kind.TEXT, options, "app.m").completed(NAMES);
    assertThat(field.words()).containsExactly("app.main:app");
    assertThat(field(Question.Kind.TEXT, options, "").candidates(NAMES)).hasSize(2);
  }

  @Test
  void blanksAroundATextAreNotMeant() {
    assertThat(field(Question.Kind.TEXT, List.of(), "  8080 ").words()).containsExactly("8080");
    assertThat(field(Question.Kind.TEXT, List.of(), "  ").words()).isEmpty();
    assertThat(field(Question.Kind.WORDS, List.of(), " lxml  yarl ").words())
        .containsExactly("lxml", "yarl");
  }
}
