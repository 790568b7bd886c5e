package wheelbase.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers as of Python's {@code shlex.split}. */
class ShellWordsTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '%',
      value = {
        "a b, a|b",
        "%  a\t b %, a|b",
        "'a b' c, a b|c",
        "a'b c'd, ab cd",
        "'' x, |x",
        "\"a\\\"b\" c, a\"b|c",
        "\"a\\nb\", a\\nb",
        "a\\ b, a b",
        "'a\\b', a\\b",
        "a#b #c, a#b|#c"
      })
  void wordsArePartedAsInAShell(String line, String words) {
    assertThat(ShellWords.split(line)).hasValue(List.of(words.split("\\|", -1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'a", "\"a", "a\\"})
  void whatIsNotClosedHasNoWords(String line) {
    assertThat(ShellWords.split(line)).isEmpty();
  }

  @Test
  void nothingHasNoWords() {
    assertThat(ShellWords.split("")).hasValue(List.of());
  }
}
