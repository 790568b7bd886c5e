package wheelbase.requirements;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file's text as logical lines, by pip's chain of small steps (its {@code preprocess}): join
 * lines, drop comments, put in variables.
 */
final class LineChain {
  private LineChain() {}

  static List<LogicalLine> logicalLines(SourceFile file, Map<String, String> environment) {
    return join(file).stream()
        .map(LogicalLine::withoutComment)
        .flatMap(Optional::stream)
        .map(line -> line.withVariables(environment))
        .toList();
  }

  /**
   * A line that ends in a backslash goes on in the next one, unless it is a comment. A comment line
   * ends what is being joined, and a space is put before it so that it is still seen as one.
   */
  static List<LogicalLine> join(SourceFile file) {
    var joined = new ArrayList<LogicalLine>();
    LogicalLine open = null;
    for (int number = 1; number <= file.lines().size(); number++) {
      TracedText line = file.line(number);
      boolean comment = isComment(line.text());
      boolean goesOn = line.text().endsWith("\\") && !comment;
      TracedText part = goesOn ? withoutOuterBackslashes(line) : line;
      if (comment) {
        part = line.inserted(" ", 0).append(line);
      }
      var current =
          open == null
              ? new LogicalLine(number, part)
              : new LogicalLine(open.number(), open.text().append(part));
      if (goesOn) {
        open = current;
      } else {
        joined.add(current);
        open = null;
      }
    }
    if (open != null) {
      joined.add(open);
    }
    return List.copyOf(joined);
  }

  private static boolean isComment(String line) {
    int index = 0;
    while (index < line.length() && PythonText.isSpace(line.charAt(index))) {
      index++;
    }
    return index < line.length() && line.charAt(index) == '#';
  }

  /** At both ends, as pip's {@code strip("\\")}: a leading backslash disappears too. */
  private static TracedText withoutOuterBackslashes(TracedText line) {
    String text = line.text();
    int from = 0;
    int to = text.length();
    while (to > from && text.charAt(to - 1) == '\\') {
      to--;
    }
    while (from < to && text.charAt(from) == '\\') {
      from++;
    }
    return line.substring(from, to);
  }
}
