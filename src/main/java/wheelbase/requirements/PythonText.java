package wheelbase.requirements;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What Python's {@code str} calls white space and line ends; Java's own notions differ. */
final class PythonText {
  private static final String LINE_ENDS = "\n\r\u000b\f\u001c\u001d\u001e\u0085\u2028\u2029";
  private static final String OTHER_SPACE = " \t\u001f\u00a0\u1680\u202f\u205f\u3000";

  private PythonText() {}

  /** As {@code str.isspace} and {@code \s} of a Python pattern. */
  static boolean isSpace(char character) {
    return LINE_ENDS.indexOf(character) >= 0
        || OTHER_SPACE.indexOf(character) >= 0
        || (character >= '\u2000' && character <= '\u200a');
  }

  /** Empty where the bytes are not UTF-8. */
  static Optional<String> utf8(byte[] content) {
    var text = new String(content, StandardCharsets.UTF_8);
    return Arrays.equals(content, text.getBytes(StandardCharsets.UTF_8))
        ? Optional.of(text)
        : Optional.empty();
  }

  /** As {@code str.splitlines}: lines without their ends, no empty last one. */
  static List<String> splitLines(String text) {
    var lines = new ArrayList<String>();
    int start = 0;
    while (start < text.length()) {
      int end = start;
      while (end < text.length() && LINE_ENDS.indexOf(text.charAt(end)) < 0) {
        end++;
      }
      lines.add(text.substring(start, end));
      start = end + (text.startsWith("\r\n", end) ? 2 : 1);
    }
    return List.copyOf(lines);
  }
}
