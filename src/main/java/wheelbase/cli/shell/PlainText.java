package wheelbase.cli.shell;

import java.util.Arrays;
import picocli.CommandLine.Help.Ansi;

/** What annotations say, without picocli's markup. */
final class PlainText {
  private PlainText() {}

  /** In one line. */
  static String of(String... lines) {
    return Ansi.OFF.string(String.join(" ", lines)).replaceAll("\\s+", " ").strip();
  }

  /**
   * With {@code %n} and {@code %%} filled in. picocli has done so in what it says of an option or
   * an operand, and leaves it to its caller in what it says of a command.
   */
  static String[] formatted(String... lines) {
    return Arrays.stream(lines)
        .map(String::format)
        .flatMap(text -> Arrays.stream(text.split("\\R", -1)))
        .toArray(String[]::new);
  }
}
