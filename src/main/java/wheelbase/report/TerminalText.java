package wheelbase.report;

/** Text measured, cut and made harmless as a terminal would show it. */
public final class TerminalText {
  private TerminalText() {}

  /**
   * The text with everything that a terminal would obey, or that would hide or reorder what stands
   * beside it, written as a {@code \}{@code uXXXX} escape: controls, format characters (among them
   * the bidirectional overrides), line separators, lone surrogates, private use. A tab becomes one
   * blank.
   *
   * @param unicode whether characters beyond ASCII may stay
   */
  public static String harmless(String text, boolean unicode) {
    if (text.chars().allMatch(unit -> unit >= ' ' && unit < 0x7f)) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (point == '\t') {
                shown.append(' ');
              } else if (isHarmless(point) && (unicode || point < 0x7f)) {
                shown.appendCodePoint(point);
              } else {
                for (char unit : Character.toChars(point)) {
                  shown.append(String.format("\\u%04x", (int) unit));
                }
              }
            });
    return shown.toString();
  }

  private static boolean isHarmless(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  /** How many terminal columns harmless text takes. */
  public static int columns(String text) {
    return text.codePoints().map(TerminalText::columns).sum();
  }

  /** UAX 11: combining marks take no column, wide and fullwidth characters two. */
  static int columns(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean wide =
        point >= 0x1100 && point <= 0x115f
            || point >= 0x2e80 && point <= 0x303e
            || point >= 0x3041 && point <= 0xa4cf
            || point >= 0xa960 && point <= 0xa97f
            || point >= 0xac00 && point <= 0xd7a3
            || point >= 0xf900 && point <= 0xfaff
            || point >= 0xfe30 && point <= 0xfe6f
            || point >= 0xff00 && point <= 0xff60
            || point >= 0xffe0 && point <= 0xffe6
            || point >= 0x1f300 && point <= 0x1f64f
            || point >= 0x1f680 && point <= 0x1f6ff
            || point >= 0x1f900 && point <= 0x1f9ff
            || point >= 0x20000 && point <= 0x3fffd;
    return wide ? 2 : 1;
  }

  /**
   * The text in at most so many columns: what is too long loses its middle, since file names differ
   * at both ends.
   */
  public static String fit(String text, int columns) {
    if (columns(text) <= columns) {
      return text;
    }
    if (columns <= 3) {
      return ".".repeat(Math.max(0, columns));
    }
    int room = columns - 3;
    String head = head(text, room - room / 2);
    return head + "..." + tail(text, room - columns(head));
  }

  private static String head(String text, int columns) {
    int end = 0;
    int used = 0;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      used += columns(point);
      if (used > columns) {
        break;
      }
      end += Character.charCount(point);
    }
    return text.substring(0, end);
  }

  private static String tail(String text, int columns) {
    int start = text.length();
    int used = 0;
    while (start > 0) {
      int point = text.codePointBefore(start);
      used += columns(point);
      if (used > columns) {
        break;
      }
      start -= Character.charCount(point);
    }
    return text.substring(start);
  }
}
