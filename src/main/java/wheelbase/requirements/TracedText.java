package wheelbase.requirements;

import java.util.Arrays;
import java.util.List;
import wheelbase.diagnostic.SourceSpan;

/**
 * A text whose every character knows where in the file it was written, however lines were joined
 * and variables put in: what makes a caret point at the line that the user sees.
 */
final class TracedText {
  private final SourceFile file;
  private final String text;

  /** The first of the lines that were joined to make the whole of which this is a part. */
  private final int logicalLine;

  /** Line and column (both from 1) of each character, and last of the place behind the text. */
  private final int[] lines;

  private final int[] columns;

  private TracedText(SourceFile file, String text, int logicalLine, int[] lines, int[] columns) {
    this.file = file;
    this.text = text;
    this.logicalLine = logicalLine;
    this.lines = lines;
    this.columns = columns;
  }

  static TracedText ofLine(SourceFile file, int number) {
    String text = file.lines().get(number - 1);
    var lines = new int[text.length() + 1];
    var columns = new int[text.length() + 1];
    Arrays.fill(lines, number);
    Arrays.setAll(columns, index -> index + 1);
    return new TracedText(file, text, number, lines, columns);
  }

  String text() {
    return text;
  }

  /** The line, from 1, that a character stands on. */
  int line(int index) {
    return lines[index];
  }

  /** The column, from 1, that a character stands in. */
  int column(int index) {
    return columns[index];
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  TracedText substring(int from, int to) {
    var endLines = Arrays.copyOfRange(lines, from, to + 1);
    var endColumns = Arrays.copyOfRange(columns, from, to + 1);
    if (to > from) {
      endLines[to - from] = lines[to - 1];
      endColumns[to - from] = columns[to - 1] + 1;
    }
    return new TracedText(file, text.substring(from, to), logicalLine, endLines, endColumns);
  }

  TracedText substring(int from) {
    return substring(from, text.length());
  }

  TracedText append(TracedText other) {
    int length = text.length();
    var joinedLines = Arrays.copyOf(lines, length + other.lines.length);
    var joinedColumns = Arrays.copyOf(columns, length + other.columns.length);
    System.arraycopy(other.lines, 0, joinedLines, length, other.lines.length);
    System.arraycopy(other.columns, 0, joinedColumns, length, other.columns.length);
    return new TracedText(file, text + other.text, logicalLine, joinedLines, joinedColumns);
  }

  /** The characters at these places, in this order: for what is left when quotes are taken off. */
  TracedText pick(List<Integer> places, int end) {
    var picked = new StringBuilder();
    var pickedLines = new int[places.size() + 1];
    var pickedColumns = new int[places.size() + 1];
    for (int index = 0; index < places.size(); index++) {
      picked.append(text.charAt(places.get(index)));
      pickedLines[index] = lines[places.get(index)];
      pickedColumns[index] = columns[places.get(index)];
    }
    pickedLines[places.size()] = lines[end];
    pickedColumns[places.size()] = columns[end];
    return new TracedText(file, picked.toString(), logicalLine, pickedLines, pickedColumns);
  }

  /** Every occurrence of a literal replaced; the new characters stand where the literal began. */
  TracedText replace(String literal, String value) {
    int at = text.indexOf(literal);
    if (at < 0) {
      return this;
    }
    TracedText rest = substring(at + literal.length()).replace(literal, value);
    return substring(0, at).append(inserted(value, at)).append(rest);
  }

  /** A new text that stands where a character of this one does. */
  TracedText inserted(String value, int at) {
    var newLines = new int[value.length() + 1];
    var newColumns = new int[value.length() + 1];
    Arrays.fill(newLines, lines[at]);
    Arrays.fill(newColumns, columns[at]);
    return new TracedText(file, value, logicalLine, newLines, newColumns);
  }

  TracedText strip() {
    int from = 0;
    int to = text.length();
    while (from < to && PythonText.isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && PythonText.isSpace(text.charAt(to - 1))) {
      to--;
    }
    return substring(from, to);
  }

  /** The whole of this text, as far as it stands on its first line. */
  SourceSpan span() {
    return span(0, text.length());
  }

  /** Part of this text, as far as it stands on one line. An end outside it is brought inside. */
  SourceSpan span(int from, int to) {
    int start = Math.min(from, text.length());
    int last = start;
    while (last + 1 < Math.min(to, text.length()) && lines[last + 1] == lines[start]) {
      last++;
    }
    return file.span(lines[start], columns[start], columns[last] - columns[start] + 1)
        .joinedFrom(logicalLine);
  }

  @Override
  public String toString() {
    return text;
  }
}
