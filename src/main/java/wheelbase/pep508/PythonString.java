package wheelbase.pep508;

import java.util.Optional;

/**
 * What a quoted string of a marker stands for. The grammar's {@code python_str} has no escapes, but
 * packaging reads it as a Python literal, so that {@code "\x41"} is {@code A} there.
 */
final class PythonString {
  private static final String SIMPLE_ESCAPES = "\\'\"abfnrtv";
  private static final String SIMPLE_VALUES = "\\'\"\u0007\b\f\n\r\t\u000b";

  private PythonString() {}

  /**
   * @param inner what stands between the quotes
   * @return empty where Python would not accept the literal
   */
  static Optional<String> value(String inner) {
    if (inner.indexOf('\n') >= 0 || inner.indexOf('\r') >= 0 || inner.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    if (inner.indexOf('\\') < 0) {
      return Optional.of(inner);
    }
    StringBuilder value = new StringBuilder();
    int at = 0;
    while (at < inner.length()) {
      char c = inner.charAt(at++);
      if (c != '\\') {
        value.append(c);
        continue;
      }
      if (at == inner.length()) {
        return Optional.empty();
      }
      char escape = inner.charAt(at);
      int simple = SIMPLE_ESCAPES.indexOf(escape);
      int hexDigits = escape == 'x' ? 2 : escape == 'u' ? 4 : escape == 'U' ? 8 : 0;
      if (simple >= 0) {
        value.append(SIMPLE_VALUES.charAt(simple));
        at++;
      } else if (hexDigits > 0) {
        int codePoint = number(inner, at + 1, hexDigits, 16);
        if (codePoint < 0 || !Character.isValidCodePoint(codePoint)) {
          return Optional.empty();
        }
        value.appendCodePoint(codePoint);
        at += 1 + hexDigits;
      } else if (Character.digit(escape, 8) >= 0) {
        int end = at;
        while (end < inner.length() && end < at + 3 && Character.digit(inner.charAt(end), 8) >= 0) {
          end++;
        }
        value.appendCodePoint(number(inner, at, end - at, 8));
        at = end;
      } else {
        value.append('\\');
      }
    }
    return Optional.of(value.toString());
  }

  private static int number(String text, int start, int length, int radix) {
    int number = 0;
    for (int i = start; i < start + length; i++) {
      int digit = i < text.length() ? Character.digit(text.charAt(i), radix) : -1;
      if (digit < 0 || number > 0xFFFFFF) {
        return -1;
      }
      number = number * radix + digit;
    }
    return number;
  }
}
