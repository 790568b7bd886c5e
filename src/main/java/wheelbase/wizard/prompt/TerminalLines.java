package wheelbase.wizard.prompt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The conversation on the user's own terminal, whatever it can. */
final class TerminalLines implements Lines, AutoCloseable {
  private final Terminal terminal;
  private final Map<String, LineReader> readers = new HashMap<>();
  private Asking asking = new Asking("", "", begun -> List.of(), "");
  private volatile Runnable onInterrupt = () -> {};

  private TerminalLines(Terminal terminal) {
    this.terminal = terminal;
    terminal.handle(Terminal.Signal.INT, signal -> onInterrupt.run());
  }

  /**
   * @throws IOException where there is no terminal
   */
  static TerminalLines open(Map<String, String> environment) throws IOException {
    String type = environment.getOrDefault("TERM", "");
    return new TerminalLines(
        TerminalBuilder.builder()
            .system(true)
            .provider("exec")
            .type(type.isEmpty() ? Terminal.TYPE_DUMB : type)
            .encoding(StandardCharsets.UTF_8)
            .nativeSignals(true)
            .build());
  }

  @Override
  public Optional<String> ask(Asking asked) {
    asking = asked;
    LineReader reader = readers.computeIfAbsent(asked.history(), name -> reader());
    // A percent sign would begin one of JLine's own patterns.
    String prompt = asked.prompt().replace("%", "%%");
    try {
      return Optional.of(reader.readLine(prompt, null, (Character) null, asked.begun()));
    } catch (UserInterruptException | EndOfFileException left) {
      return Optional.empty();
    }
  }

  /** A reader for each history; nothing in a line has a meaning but for the wizard. */
  private LineReader reader() {
    return LineReaderBuilder.builder()
        .terminal(terminal)
        .parser(new LastWord())
        .completer(
            (reader, line, candidates) -> {
              String begun = line.line().substring(0, line.cursor());
              for (String word : asking.completions().apply(begun)) {
                boolean open = word.endsWith("/");
                candidates.add(new Candidate(word, word, null, null, null, null, !open));
              }
            })
        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
        .option(LineReader.Option.DISABLE_HIGHLIGHTER, true)
        .option(LineReader.Option.BRACKETED_PASTE, false)
        .option(LineReader.Option.AUTO_MENU, false)
        .option(LineReader.Option.INSERT_TAB, false)
        .build();
  }

  @Override
  public synchronized void say(String line) {
    terminal.writer().println(line);
    terminal.flush();
  }

  @Override
  public int width() {
    return terminal.getWidth() > 0 ? terminal.getWidth() : USUAL_WIDTH;
  }

  @Override
  public void onInterrupt(Runnable action) {
    onInterrupt = action;
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }
}
