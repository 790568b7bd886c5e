package wheelbase.pep508;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in a text, with the few steps forward that the grammar of PEP 508 takes. */
final class Scanner {
  private final String text;
  private final Matcher matcher;
  private int position;

  Scanner(String text) {
    this.text = text;
    this.matcher = Pattern.compile("").matcher(text);
  }

  int position() {
    return position;
  }

  /** What is still to be read. */
  String rest() {
    return text.substring(position);
  }

  boolean atEnd() {
    return position == text.length();
  }

  /** Whether the next character is this one, which stays. */
  boolean at(char expected) {
    return position < text.length() && text.charAt(position) == expected;
  }

  /** Whether the next character was this one; it is passed. */
  boolean take(char expected) {
    boolean there = at(expected);
    if (there) {
      position++;
    }
    return there;
  }

  /** The text that the pattern matches here, which is passed. */
  Optional<String> take(Pattern pattern) {
    matcher.usePattern(pattern).useTransparentBounds(true).region(position, text.length());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    position = matcher.end();
    return Optional.of(matcher.group());
  }

  /** Passes blanks and tabs, the grammar's {@code wsp}; whether there were any. */
  boolean skipBlanks() {
    int start = position;
    while (at(' ') || at('\t')) {
      position++;
    }
    return position > start;
  }

  RequirementSyntaxException error(String message) {
    return error(message, position, 1);
  }

  /**
   * @param from the first character at fault, from 0
   */
  RequirementSyntaxException error(String message, int from, int length) {
    return new RequirementSyntaxException(message, from + 1, Math.max(1, length));
  }
}
