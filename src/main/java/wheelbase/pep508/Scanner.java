package wheelbase.pep508;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** A place in a text, with the few steps forward that the grammar of PEP 508 takes. */
final class Scanner {
  private final String text;
  private int position;

  Scanner(String text) {
    this.text = text;
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

  /** The first of the texts that stands here, which is passed. */
  Optional<String> takeOne(List<String> texts) {
    for (String candidate : texts) {
      if (text.startsWith(candidate, position)) {
        position += candidate.length();
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** Whether this word stood here and was no part of a longer one; it is passed. */
  boolean takeWord(String word) {
    int end = position + word.length();
    boolean there = text.startsWith(word, position) && !(end < text.length() && isWord(end));
    if (there) {
      position = end;
    }
    return there;
  }

  /** The characters from here on that are wanted, maybe none; they are passed. */
  String takeWhile(IntPredicate wanted) {
    int start = position;
    while (position < text.length() && wanted.test(text.charAt(position))) {
      position++;
    }
    return text.substring(start, position);
  }

  /**
   * The name of a project or of an extra: letters, digits, {@code -}, {@code _} and {@code .}, as
   * far as it ends with a letter, a digit or {@code _}; it is passed.
   */
  Optional<String> takeIdentifier() {
    if (atEnd() || !isAlphanumeric(text.charAt(position))) {
      return Optional.empty();
    }
    int end = position;
    while (end < text.length() && isIdentifierPart(text.charAt(end))) {
      end++;
    }
    while (end > position && (!isWord(end - 1) || end < text.length() && isWord(end))) {
      end--;
    }
    String identifier = text.substring(position, end);
    position = end;
    return identifier.isEmpty() ? Optional.empty() : Optional.of(identifier);
  }

  /** Passes blanks and tabs, the grammar's {@code wsp}; whether there were any. */
  boolean skipBlanks() {
    int start = position;
    while (at(' ') || at('\t')) {
      position++;
    }
    return position > start;
  }

  /** White space in Python's sense, which may stand between an operator and a version. */
  static boolean isWhiteSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
  }

  static boolean isAlphanumeric(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  private static boolean isIdentifierPart(char c) {
    return isAlphanumeric(c) || c == '-' || c == '_' || c == '.';
  }

  private boolean isWord(int index) {
    char c = text.charAt(index);
    return Character.isLetterOrDigit(c) || c == '_';
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
