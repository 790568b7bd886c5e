package wheelbase.requirements;

import java.util.List;
import wheelbase.diagnostic.SourceSpan;

/**
 * A text file as its reader saw it.
 *
 * @param name as the user would name it
 * @param lines without their ends
 */
record SourceFile(String name, List<String> lines) {
  SourceFile {
    lines = List.copyOf(lines);
  }

  static SourceFile of(String name, String text) {
    return new SourceFile(name, PythonText.splitLines(text));
  }

  /**
   * @param number from 1
   */
  TracedText line(int number) {
    return TracedText.ofLine(this, number);
  }

  /** For showing: passwords in the line are starred. */
  SourceSpan span(int line, int column, int length) {
    String shown = Credentials.hidden(lines.get(line - 1));
    return new SourceSpan(name, line, column, Math.max(1, length), shown);
  }
}
