package wheelbase.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

/** Several words on one line. */
class WordListTest {
  @Test
  void blanksAreBetweenWords() {
    assertThat(WordList.split("  a.txt   b.txt ")).containsExactly("a.txt", "b.txt");
    assertThat(WordList.split("")).isEmpty();
  }

  @Test
  void aBlankOfAWordHasABackslash() {
    assertThat(WordList.split("my\\ file.txt b")).containsExactly("my file.txt", "b");
    assertThat(WordList.join(List.of("my file.txt", "b"))).isEqualTo("my\\ file.txt b");
  }

  @Test
  void theLastWordIsTheOneBeingTyped() {
    assertThat(WordList.lastWord("a.txt b\\ c")).isEqualTo(6);
    assertThat(WordList.lastWord("a.txt ")).isEqualTo(6);
    assertThat(WordList.lastWord("")).isZero();
  }

  @Property(tries = 200)
  void splittingTakesJoiningBack(
      @ForAll List<@NotEmpty @CharRange(from = ' ', to = '~') String> words) {
    assertThat(WordList.split(WordList.join(words))).isEqualTo(words);
  }
}
