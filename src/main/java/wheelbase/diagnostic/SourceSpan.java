package wheelbase.diagnostic;

import java.util.Objects;

/**
 * A stretch of a text file, with the line it stands on, so that a message can show the line and put
 * a caret under the fault.
 *
 * @param file the file as the user would name it (relative to the project where it lies inside)
 * @param line the line's number, from 1
 * @param column the first character's number in the line, from 1, in UTF-16 units
 * @param length how many characters are meant, at least 1
 * @param text the whole line without its end
 * @param logicalLine the first of the lines that were joined, by a backslash at their ends, to the
 *     one that this stands in; pip names it where it names a line. Mostly the line itself
 */
public record SourceSpan(
    String file, int line, int column, int length, String text, int logicalLine) {
  public SourceSpan {
    Objects.requireNonNull(file);
    Objects.requireNonNull(text);
    if (line < 1 || column < 1 || length < 1 || logicalLine < 1 || logicalLine > line) {
      throw new IllegalArgumentException(
          "a span counts from 1: " + line + ":" + column + "+" + length);
    }
  }

  /** On a line of its own. */
  public SourceSpan(String file, int line, int column, int length, String text) {
    this(file, line, column, length, text, line);
  }

  /** A whole line. */
  public static SourceSpan line(String file, int line, String text) {
    return new SourceSpan(file, line, 1, Math.max(1, text.length()), text);
  }

  /** This stretch, its line being joined to those from another on. */
  public SourceSpan joinedFrom(int first) {
    return new SourceSpan(file, line, column, length, text, first);
  }
}
