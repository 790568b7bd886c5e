package wheelbase.wizard.screen;

import com.googlecode.lanterna.TerminalSize;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The modes of the controlling terminal, by way of stty. */
final class TerminalModes {
  private static final File TERMINAL = new File("/dev/tty");

  /**
   * Keys come one by one, unseen, Ctrl-S among them. Ctrl-C and Ctrl-Z stay signals; at Ctrl-\ the
   * JVM would write its threads over the screen.
   */
  private static final String KEY_BY_KEY = "stty -icanon -echo -ixon icrnl min 1 time 0 quit undef";

  private final String saved;

  private TerminalModes(String saved) {
    this.saved = saved;
  }

  /** What was found of the terminal before it was taken. */
  record Taken(TerminalModes modes, TerminalSize size) {}

  /** One process for all, since each takes its time before anything can be drawn. */
  static Taken take() throws IOException {
    List<String> lines = run("stty -g && stty size && " + KEY_BY_KEY);
    if (lines.size() != 2) {
      throw new IOException("the terminal cannot be asked for its modes");
    }
    return new Taken(
        new TerminalModes(lines.get(0)), size(lines.get(1)).orElse(new TerminalSize(80, 24)));
  }

  /** After someone else had the terminal. */
  TerminalSize takeAgain() throws IOException {
    return firstSize(run("stty size && " + KEY_BY_KEY));
  }

  /** As it was before {@link #take}. */
  void restore() throws IOException {
    run("stty " + saved);
  }

  static TerminalSize size() throws IOException {
    return firstSize(run("stty size"));
  }

  private static TerminalSize firstSize(List<String> lines) {
    return lines.stream()
        .findFirst()
        .flatMap(TerminalModes::size)
        .orElseGet(() -> new TerminalSize(80, 24));
  }

  /** A terminal that does not know its size says {@code 0 0}. */
  private static Optional<TerminalSize> size(String rowsAndColumns) {
    String[] numbers = rowsAndColumns.trim().split(" ");
    if (numbers.length != 2 || !rowsAndColumns.trim().matches("[0-9]{1,4} [0-9]{1,4}")) {
      return Optional.empty();
    }
    int rows = Integer.parseInt(numbers[0]);
    int columns = Integer.parseInt(numbers[1]);
    return rows == 0 || columns == 0
        ? Optional.empty()
        : Optional.of(new TerminalSize(columns, rows));
  }

  private static List<String> run(String script) throws IOException {
    return run(script, TERMINAL);
  }

  /** Where there is no terminal, for the JVM to archive what it takes to ask one. */
  static void rehearse() throws IOException {
    new Taken(new TerminalModes(""), firstSize(run("echo 24 80", new File("/dev/null"))));
  }

  private static List<String> run(String script, File terminal) throws IOException {
    Process process =
        new ProcessBuilder("/bin/sh", "-c", script)
            .redirectInput(terminal)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var output = process.getInputStream()) {
      String text = new String(output.readAllBytes(), StandardCharsets.US_ASCII);
      return new ArrayList<>(text.lines().toList());
    }
  }
}
