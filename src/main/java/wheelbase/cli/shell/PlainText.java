package wheelbase.cli.shell;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/** What an annotation says, without picocli's markup. */
final class PlainText {
  private PlainText() {}

  /** In one line. */
  static String of(String... lines) {
    return String.join(" ", lines(lines)).replaceAll("\\s+", " ").strip();
  }

  /** As help has them: {@code %n} and {@code %%} are filled in. */
  static List<String> lines(String... lines) {
    return Arrays.stream(lines)
        .map(line -> Ansi.OFF.string(String.format(line)))
        .flatMap(text -> Arrays.stream(text.split("\\R", -1)))
        .toList();
  }
}
