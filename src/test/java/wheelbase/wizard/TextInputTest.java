package wheelbase.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A line of text being typed. */
class TextInputTest {
  private static TextInput typed(TextInput input, Object... keys) {
    TextInput now = input;
    for (Object each : keys) {
      if (each instanceof Key key) {
        now = now.typed(key);
      } else {
        for (int point : each.toString().codePoints().toArray()) {
          now = now.typed(Key.of(point));
        }
      }
    }
    return now;
  }

  private static String text(Object... keys) {
    return typed(TextInput.of(""), keys).text();
  }

  @Test
  void whatIsTypedGoesBeforeTheCursor() {
    assertThat(text("ac", Key.LEFT, "b")).isEqualTo("abc");
    assertThat(text("bc", Key.HOME, "a", Key.END, "d")).isEqualTo("abcd");
    assertThat(text("a", Key.RIGHT, Key.RIGHT, "b")).isEqualTo("ab");
  }

  @Test
  void backspaceAndDeleteTakeOneCharacterEach() {
    assertThat(text("abc", Key.BACKSPACE)).isEqualTo("ab");
    assertThat(text("abc", Key.LEFT, Key.LEFT, Key.DELETE)).isEqualTo("ac");
    assertThat(text(Key.BACKSPACE, Key.DELETE)).isEmpty();
  }

  @Test
  void aCharacterGoesWithItsAccentAndItsSecondHalf() {
    assertThat(text("e\u0301", Key.BACKSPACE)).isEmpty();
    assertThat(text("a\ud83d\udc0db", Key.LEFT, Key.BACKSPACE)).isEqualTo("ab");
    assertThat(text("ae\u0301", Key.HOME, Key.RIGHT, Key.DELETE)).isEqualTo("a");
    assertThat(typed(TextInput.of("\u6587\u5b57"), Key.LEFT).atCursor()).isEqualTo("\u5b57");
  }

  @Test
  void linesAndWordsAreErasedToTheLeft() {
    assertThat(text("one two", Key.LEFT, Key.ERASE_LINE)).isEqualTo("o");
    assertThat(text("one two ", Key.ERASE_WORD)).isEqualTo("one ");
    assertThat(text("one", Key.ERASE_WORD, Key.ERASE_WORD)).isEmpty();
  }

  @Test
  void nothingThatATerminalObeysGetsIn() {
    assertThat(text("a\u001b[31mb\u0001\u0007\r\n\u009b\u2028c")).isEqualTo("a[31mbc");
    assertThat(TextInput.of("").typed(Key.of(0xd83d)).text()).isEmpty();
  }

  @Test
  void keysThatMeanNothingToATextLeaveItAlone() {
    TextInput input = TextInput.of("abc");
    assertThat(typed(input, Key.TAB, Key.ENTER, Key.UP, Key.PAGE_DOWN)).isEqualTo(input);
  }

  @Property(tries = 300)
  void theCursorIsAlwaysBetweenCharacters(@ForAll("keys") List<Key> keys) {
    TextInput input = TextInput.of("a\ud83d\udc0d e\u0301");
    for (Key key : keys) {
      input = input.typed(key);
      assertThat(input.cursor()).isBetween(0, input.text().length());
      assertThat(input.text().substring(0, input.cursor()).codePoints())
          .noneMatch(point -> Character.getType(point) == Character.SURROGATE);
      assertThat(input.text().chars()).noneMatch(Character::isISOControl);
    }
  }

  @Provide
  Arbitrary<List<Key>> keys() {
    Arbitrary<Key> named =
        Arbitraries.of(
            Key.LEFT,
            Key.RIGHT,
            Key.HOME,
            Key.END,
            Key.BACKSPACE,
            Key.DELETE,
            Key.ERASE_LINE,
            Key.ERASE_WORD);
    Arbitrary<Key> characters = Arbitraries.integers().between(1, 0x10ffff).map(Key::of);
    Arbitrary<Key> usual = Arbitraries.of(' ', 'a', '\u0301', '\u6587').map(Key::of);
    return Arbitraries.oneOf(List.of(named, characters, usual)).list().ofMaxSize(40);
  }
}
