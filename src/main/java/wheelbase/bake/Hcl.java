package wheelbase.bake;

/**
 * Writes a value so that it stays one value in HCL: its native syntax specification, "Template
 * Expressions".
 */
final class Hcl {
  private Hcl() {}

  /** A quoted text; no line break, quote, interpolation or directive of the value gets through. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      i += Character.charCount(character);
      boolean opens = i < text.length() && text.charAt(i) == '{';
      if (character == '"' || character == '\\') {
        quoted.append('\\').appendCodePoint(character);
      } else if ((character == '$' || character == '%') && opens) {
        quoted.appendCodePoint(character).appendCodePoint(character);
      } else if (isShown(character)) {
        quoted.appendCodePoint(character);
      } else {
        quoted.append(String.format(character > 0xFFFF ? "\\U%08x" : "\\u%04x", character));
      }
    }
    return quoted.append('"').toString();
  }

  private static boolean isShown(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          false;
      default -> true;
    };
  }
}
