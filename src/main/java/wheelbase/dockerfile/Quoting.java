package wheelbase.dockerfile;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes a value so that it stays one value where it stands. What comes out never holds a line
 * break, so no value can end the instruction that it is part of.
 */
final class Quoting {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+,=-]+");
  private static final Pattern PLAIN_PATH = Pattern.compile("[A-Za-z0-9_./+@][A-Za-z0-9_./+@-]*");

  private Quoting() {}

  /** A word of a shell command, POSIX 2.2.2: nothing is special between single quotes. */
  static String shellWord(String text) {
    String line = withoutControls(text);
    return PLAIN.matcher(line).matches() ? line : "'" + line.replace("'", "'\\''") + "'";
  }

  /** The value of {@code ENV}: between double quotes the builder still expands {@code $}. */
  static String environmentValue(String text) {
    String line = withoutControls(text);
    return PLAIN.matcher(line).matches()
        ? line
        : '"' + line.replaceAll("([\\\\\"$])", "\\\\$1") + '"';
  }

  /** The exec form: a JSON array, in which the builder expands nothing. */
  static List<String> jsonElements(List<String> words) {
    return words.stream().map(Quoting::jsonString).toList();
  }

  /**
   * A source of {@code COPY}, which is a pattern in which variables are expanded. Engines disagree
   * on escapes there, so an unusual character becomes {@code ?}, which stands for any one.
   */
  static String sourcePattern(String path) {
    String pattern =
        path.codePoints()
            .mapToObj(Character::toString)
            .map(one -> PLAIN.matcher(one).matches() && !one.equals("%") ? one : "?")
            .collect(Collectors.joining());
    return pattern.startsWith("-") ? "?" + pattern.substring(1) : pattern;
  }

  /**
   * The target of {@code COPY} for its JSON form: variables and quotes are expanded, no pattern.
   */
  static String target(String path) {
    return withoutControls(path).replaceAll("([\\\\\"'$])", "\\\\$1");
  }

  /** Whether a path means itself in {@code COPY} without any quoting. */
  static boolean isPlainPath(String path) {
    return PLAIN_PATH.matcher(path).matches();
  }

  static boolean hasControls(String text) {
    return text.codePoints().anyMatch(Quoting::isControl);
  }

  /** The text on one line. */
  static String withoutControls(String text) {
    return text.codePoints()
        .map(character -> isControl(character) ? '?' : character)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  static String jsonString(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            character -> {
              if (character == '"' || character == '\\') {
                json.append('\\').append((char) character);
              } else if (isControl(character)) {
                for (char unit : Character.toChars(character)) {
                  json.append(String.format("\\u%04x", (int) unit));
                }
              } else {
                json.appendCodePoint(character);
              }
            });
    return json.append('"').toString();
  }

  /** Controls, line and paragraph separators, and halves of a pair, which no encoding can write. */
  static boolean isControl(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
