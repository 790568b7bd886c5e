package wheelbase.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several words on one line. */
class WordListTest {
  @Test
  void blanksAreBetweenWords() {
    assertThat(WordList.OF_BLANKS.split("  a.txt   b.txt ")).containsExactly("a.txt", "b.txt");
    assertThat(WordList.OF_BLANKS.split("")).isEmpty();
  }

  @Test
  void aBlankOfAWordHasABackslash() {
    assertThat(WordList.OF_BLANKS.split("my\\ file.txt b")).containsExactly("my file.txt", "b");
    assertThat(WordList.OF_BLANKS.join(List.of("my file.txt", "b"))).isEqualTo("my\\ file.txt b");
  }

  @Test
  void theLastWordIsTheOneBeingTyped() {
    assertThat(WordList.OF_BLANKS.lastWord("a.txt b\\ c")).isEqualTo(6);
    assertThat(WordList.OF_BLANKS.lastWord("a.txt ")).isEqualTo(6);
    assertThat(WordList.OF_BLANKS.lastWord("")).isZero();
  }

  @Property(tries = 200)
  void splittingTakesJoiningBack(
      @ForAll List<@NotEmpty @CharRange(from = ' ', to = '~') String> words) {
    assertThat(WordList.OF_BLANKS.split(WordList.OF_BLANKS.join(words))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3.12 3.13|3.12;3.13",
        "3.12,3.13|3.12;3.13",
        "' 3.12 , 3.13 '|3.12;3.13",
        "my\\ file.txt other|my file.txt;other",
        "a\\,b|a,b",
        "\\back|back"
      })
  void commasMayBeBetweenWordsToo(String line, String words) {
    assertThat(WordList.OF_BLANKS_AND_COMMAS.split(line)).containsExactly(words.split(";"));
  }

  @Property
  void whatIsEscapedIsOneWordAgain(@ForAll @NotEmpty List<@NotEmpty String> words) {
    WordList list = WordList.OF_BLANKS_AND_COMMAS;
    String line = words.stream().map(list::escaped).collect(Collectors.joining(", "));
    assertThat(list.split(line)).isEqualTo(words);
    String last = list.escaped(words.get(words.size() - 1));
    assertThat(line.substring(list.lastWord(line))).isEqualTo(last);
  }
}
