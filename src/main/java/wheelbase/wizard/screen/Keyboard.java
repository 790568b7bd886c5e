package wheelbase.wizard.screen;

import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import java.util.Optional;
import wheelbase.wizard.Key;

/** What lanterna calls a key, as the wizard calls it. */
final class Keyboard {
  /** The first half of a character that takes two of lanterna's. */
  private char half;

  /** Empty for a key that the wizard knows nothing of. */
  Optional<Key> key(KeyStroke stroke) {
    if (stroke.getKeyType() == KeyType.Character) {
      return character(stroke);
    }
    return Optional.ofNullable(
        switch (stroke.getKeyType()) {
          case Enter -> Key.ENTER;
          case Tab -> Key.TAB;
          case ReverseTab -> Key.BACK_TAB;
          case Escape -> Key.ESCAPE;
          case Backspace -> Key.BACKSPACE;
          case Delete -> Key.DELETE;
          case ArrowUp -> Key.UP;
          case ArrowDown -> Key.DOWN;
          case ArrowLeft -> Key.LEFT;
          case ArrowRight -> Key.RIGHT;
          case PageUp -> Key.PAGE_UP;
          case PageDown -> Key.PAGE_DOWN;
          case Home -> Key.HOME;
          case End -> Key.END;
          case F1 -> Key.F1;
          default -> null;
        });
  }

  private Optional<Key> character(KeyStroke stroke) {
    char character = stroke.getCharacter();
    if (stroke.isCtrlDown()) {
      return Optional.ofNullable(
          switch (character) {
            case 'a' -> Key.HOME;
            case 'c' -> Key.INTERRUPT;
            case 'e' -> Key.END;
            case 'u' -> Key.ERASE_LINE;
            case 'w' -> Key.ERASE_WORD;
            default -> null;
          });
    }
    if (stroke.isAltDown() || character == 0) {
      return Optional.empty();
    }
    if (Character.isHighSurrogate(character)) {
      half = character;
      return Optional.empty();
    }
    boolean second = Character.isLowSurrogate(character) && half != 0;
    int point = second ? Character.toCodePoint(half, character) : character;
    half = 0;
    return Optional.of(Key.of(point));
  }
}
