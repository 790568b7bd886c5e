package wheelbase.wizard;

/**
 * A line of text being typed.
 *
 * @param cursor what is typed goes before this UTF-16 unit; never between the parts of one
 *     character
 */
public record TextInput(String text, int cursor) {
  public TextInput {
    if (cursor < 0 || cursor > text.length()) {
      throw new IllegalArgumentException("a cursor outside of its text: " + cursor);
    }
  }

  /** A text with the cursor at its end. */
  public static TextInput of(String text) {
    return new TextInput(text, text.length());
  }

  /** The character that the cursor is on; empty at the end. */
  public String atCursor() {
    return text.substring(cursor, behind());
  }

  /** What the key makes of it; itself where the key means nothing to a text. */
  public TextInput typed(Key key) {
    return switch (key.kind()) {
      case CHARACTER -> character(key.character());
      case LEFT -> new TextInput(text, before());
      case RIGHT -> new TextInput(text, behind());
      case HOME -> new TextInput(text, 0);
      case END -> of(text);
      case BACKSPACE -> without(before(), cursor);
      case DELETE -> without(cursor, behind());
      default -> this;
    };
  }

  private TextInput character(int point) {
    if (Key.ERASE_LINE.character() == point) {
      return without(0, cursor);
    }
    if (Key.ERASE_WORD.character() == point) {
      return without(wordStart(), cursor);
    }
    return isText(point) ? inserted(Character.toString(point)) : this;
  }

  /** No line breaks, nothing that a terminal obeys, no halves of characters. */
  private static boolean isText(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  private TextInput inserted(String more) {
    return new TextInput(
        text.substring(0, cursor) + more + text.substring(cursor), cursor + more.length());
  }

  /** With something else in the place of a stretch that ends at the cursor. */
  TextInput replaced(int from, String other) {
    return without(from, cursor).inserted(other);
  }

  private TextInput without(int from, int to) {
    return new TextInput(text.substring(0, from) + text.substring(to), from);
  }

  private int wordStart() {
    int at = cursor;
    while (at > 0 && text.charAt(at - 1) == ' ') {
      at--;
    }
    while (at > 0 && text.charAt(at - 1) != ' ') {
      at--;
    }
    return at;
  }

  private int before() {
    int at = cursor;
    while (at > 0) {
      int point = text.codePointBefore(at);
      at -= Character.charCount(point);
      if (!combines(point)) {
        break;
      }
    }
    return at;
  }

  private int behind() {
    int at = cursor;
    if (at < text.length()) {
      at += Character.charCount(text.codePointAt(at));
    }
    while (at < text.length() && combines(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  /** Whether it is drawn on the character before it. */
  private static boolean combines(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }
}
