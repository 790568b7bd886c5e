package wheelbase.pep440;

/**
 * The characters that Python's {@code \s} and {@code str.strip} take for white space, which PEP
 * 440's appendix B uses; Java's notions differ.
 */
final class Blank {
  private Blank() {}

  static boolean is(char c) {
    if (c < 0x80) {
      return c == ' ' || c >= '\t' && c <= '\r' || c >= 0x1c && c <= 0x1f;
    }
    return c == 0x85 || c == 0xa0 || Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && is(text.charAt(start))) {
      start++;
    }
    while (end > start && is(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }
}
