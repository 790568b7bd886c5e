package wheelbase.wizard;

/**
 * A key as the user means it, whatever the terminal sent for it.
 *
 * @param character the code point of a {@link Kind#CHARACTER}; 0 of any other
 */
public record Key(Kind kind, int character) {
  /** Which key it is. */
  public enum Kind {
    CHARACTER("character"),
    ENTER("Enter"),
    TAB("Tab"),
    BACK_TAB("Shift-Tab"),
    ESCAPE("Esc"),
    BACKSPACE("Backspace"),
    DELETE("Del"),
    UP("up"),
    DOWN("down"),
    LEFT("left"),
    RIGHT("right"),
    PAGE_UP("PgUp"),
    PAGE_DOWN("PgDn"),
    HOME("Home"),
    END("End"),
    F1("F1"),
    INTERRUPT("Ctrl-C");

    private final String name;

    Kind(String name) {
      this.name = name;
    }
  }

  public static final Key ENTER = new Key(Kind.ENTER, 0);
  public static final Key TAB = new Key(Kind.TAB, 0);
  public static final Key BACK_TAB = new Key(Kind.BACK_TAB, 0);
  public static final Key ESCAPE = new Key(Kind.ESCAPE, 0);
  public static final Key BACKSPACE = new Key(Kind.BACKSPACE, 0);
  public static final Key DELETE = new Key(Kind.DELETE, 0);
  public static final Key UP = new Key(Kind.UP, 0);
  public static final Key DOWN = new Key(Kind.DOWN, 0);
  public static final Key LEFT = new Key(Kind.LEFT, 0);
  public static final Key RIGHT = new Key(Kind.RIGHT, 0);
  public static final Key PAGE_UP = new Key(Kind.PAGE_UP, 0);
  public static final Key PAGE_DOWN = new Key(Kind.PAGE_DOWN, 0);
  public static final Key HOME = new Key(Kind.HOME, 0);
  public static final Key END = new Key(Kind.END, 0);
  public static final Key F1 = new Key(Kind.F1, 0);
  public static final Key INTERRUPT = new Key(Kind.INTERRUPT, 0);

  /** Ctrl-U and Ctrl-W, as terminals send them. */
  public static final Key ERASE_LINE = Key.of('U' - '@');

  public static final Key ERASE_WORD = Key.of('W' - '@');

  public Key {
    if ((kind == Kind.CHARACTER) == (character == 0)) {
      throw new IllegalArgumentException(kind + " " + character);
    }
  }

  public static Key of(int character) {
    return new Key(Kind.CHARACTER, character);
  }

  public boolean isCharacter() {
    return kind == Kind.CHARACTER;
  }

  /** As a help line names it. */
  @Override
  public String toString() {
    if (!isCharacter()) {
      return kind.name;
    }
    if (character < ' ') {
      return "Ctrl-" + Character.toString(character + '@');
    }
    return character == ' ' ? "Space" : Character.toString(character);
  }
}
