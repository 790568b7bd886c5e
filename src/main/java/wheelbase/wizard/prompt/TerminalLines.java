package wheelbase.wizard.prompt;

import java.io.IOException;
import java.io.InputStream;
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

/**
 * The conversation on the user's own terminal. Where the cursor cannot be moved, the terminal's own
 * line discipline lets the user mend what is typed, and there is no completion.
 */
final class TerminalLines implements Lines, AutoCloseable {
  /**
   * What JLine takes a terminal for that it is never to draw on; by "dumb" it means no terminal.
   */
  private static final String ANY_TYPE = "ansi";

  private final Terminal terminal;
  private final boolean moves;
  private final TypedLines typed;
  private final Map<String, LineReader> readers = new HashMap<>();
  private Asking asking = new Asking("", "", begun -> List.of(), "");
  private volatile Optional<Runnable> onInterrupt = Optional.empty();
  private volatile boolean left;

  private TerminalLines(Terminal terminal, boolean moves, InputStream in) {
    this.terminal = terminal;
    this.moves = moves;
    this.typed = new TypedLines(in);
    terminal.handle(Terminal.Signal.INT, signal -> interrupted());
  }

  /**
   * @param in what the user types, where the terminal's lines are taken as they come
   * @throws IOException where there is no terminal
   */
  static TerminalLines open(InputStream in, Map<String, String> environment) throws IOException {
    String type = environment.getOrDefault("TERM", "");
    boolean moves = !type.isEmpty() && !type.startsWith(Terminal.TYPE_DUMB);
    Terminal terminal =
        TerminalBuilder.builder()
            .system(true)
            .provider("exec")
            .type(moves ? type : ANY_TYPE)
            .encoding(StandardCharsets.UTF_8)
            .nativeSignals(true)
            .build();
    // One that does not know its width cannot be drawn on either.
    return new TerminalLines(terminal, moves && terminal.getWidth() > 0, in);
  }

  @Override
  public Optional<String> ask(Asking asked) {
    return left ? Optional.empty() : moves ? edited(asked) : typed(asked);
  }

  private void interrupted() {
    onInterrupt.ifPresentOrElse(Runnable::run, () -> left = true);
  }

  private Optional<String> edited(Asking asked) {
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

  private Optional<String> typed(Asking asked) {
    terminal.writer().print(asked.prompt());
    terminal.flush();
    Optional<Runnable> outside = onInterrupt;
    onInterrupt = Optional.of(Thread.currentThread()::interrupt);
    Optional<String> reply = Optional.empty();
    try {
      reply = typed.next();
    } catch (InterruptedException left) {
      // Ctrl-C: the user leaves.
    } finally {
      onInterrupt = outside;
    }
    if (reply.isEmpty()) {
      say("");
    }
    return reply;
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
  public void onInterrupt(Optional<Runnable> action) {
    onInterrupt = action;
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }
}
