package wheelbase.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wheelbase.dockerfile.ExplainedLine;

/** A difference from a file whose lines are explained: what comes in has its reasons. */
final class ExplainedDifference {
  /** The head of a hunk in a unified diff says from which line of the new file it goes on. */
  private static final Pattern HUNK =
      Pattern.compile("@@ -\\d+(?:,\\d+)? \\+(\\d+)(?:,\\d+)? @@.*");

  private ExplainedDifference() {}

  static List<ExplainedLine> of(List<String> difference, List<ExplainedLine> file) {
    List<ExplainedLine> lines = new ArrayList<>();
    int next = file.size();
    for (String line : difference) {
      Matcher hunk = HUNK.matcher(line);
      List<String> reasons = List.of();
      if (hunk.matches()) {
        next = Integer.parseInt(hunk.group(1)) - 1;
      } else if (!line.startsWith("-") && next < file.size()) {
        reasons = file.get(next).reasons();
        next++;
      }
      lines.add(new ExplainedLine(line, reasons));
    }
    return lines;
  }
}
