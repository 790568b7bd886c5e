package wheelbase.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import wheelbase.report.GenerateText;
import wheelbase.report.Style;
import wheelbase.report.TerminalText;
import wheelbase.wizard.Ending;

/** What the wizard leaves behind on the user's own screen. */
final class EndingText {
  private EndingText() {}

  static String of(Ending ending, Style style) {
    List<String> lines = new ArrayList<>();
    lines.add(ending.isDone() ? GenerateText.wrote(ending.written()) : "Nothing was written.");
    if (!ending.kept().isEmpty()) {
      lines.add("What was there is kept: " + String.join(", ", ending.kept()));
    }
    if (!ending.next().isEmpty()) {
      lines.add("");
      lines.addAll(GenerateText.next(ending.next()));
    }
    ending
        .command()
        .ifPresent(
            command -> {
              lines.add("");
              lines.add("The same without questions:");
              lines.add("  " + command);
            });
    return lines.stream()
        .map(line -> TerminalText.harmless(line, style.unicode()) + "\n")
        .collect(Collectors.joining());
  }
}
