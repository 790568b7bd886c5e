package wheelbase.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * A terminal of tmux with a shell in it: a test presses its keys and reads its screen. The shell is
 * sh, which leaves the terminal's modes alone: whatever a program makes of them is seen afterwards.
 * The server is the test's own, with no configuration of the user's.
 */
public final class Tmux implements AutoCloseable {
  private static final AtomicInteger SERVERS = new AtomicInteger();
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
  private static final String PROMPT = "ready> ";

  private final Path directory;
  private final Path written;
  private final String server =
      "wheelbase-" + ProcessHandle.current().pid() + "-" + SERVERS.incrementAndGet();

  /**
   * @param directory where the shell stands
   * @param written a file for the bytes that the terminal is sent
   * @param environment all that the shell has, but for the variables that a shell cannot do without
   */
  public Tmux(
      Path directory, Path written, int columns, int rows, Map<String, String> environment) {
    Programs.need("tmux");
    this.directory = directory;
    this.written = written;
    List<String> session =
        new ArrayList<>(List.of("-f", "/dev/null", "new-session", "-d", "-c", directory + "/"));
    session.addAll(List.of("-x", columns + "", "-y", rows + "", "env", "-i"));
    session.addAll(List.of("PATH=" + System.getenv("PATH"), "PS1=" + PROMPT));
    environment.forEach((name, value) -> session.add(name + "=" + value));
    session.add("sh");
    tmux(session.toArray(String[]::new));
    tmux("set", "-g", "status", "off");
    resize(columns, rows);
    tmux("pipe-pane", "-O", "exec cat >'" + written + "'");
    await(PROMPT.strip());
  }

  /** Types a line into the shell. */
  public void command(String line) {
    type(line);
    press("Enter");
  }

  public void type(String text) {
    tmux("send-keys", "-l", "--", text);
  }

  /** Presses keys by tmux's names for them: {@code Enter}, {@code C-c}, {@code Down}. */
  public void press(String... keys) {
    List<String> words = new ArrayList<>(List.of("send-keys"));
    words.addAll(List.of(keys));
    tmux(words.toArray(String[]::new));
  }

  public void resize(int columns, int rows) {
    tmux("resize-window", "-x", columns + "", "-y", rows + "");
  }

  /** A command that makes the window another size, for a shell in it. */
  public String resizing(int columns, int rows) {
    return String.format(
        "TMUX_TMPDIR='%s' tmux -L %s resize-window -x %d -y %d",
        written.getParent(), server, columns, rows);
  }

  /** The text on the screen. */
  public String screen() {
    return tmux("capture-pane", "-p");
  }

  /** What a format of tmux comes to for the terminal, as {@code #{alternate_on}}. */
  public String about(String format) {
    return tmux("display-message", "-p", format).strip();
  }

  /** Everything that the terminal was sent so far. */
  public String written() {
    try {
      return Files.readString(written);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Looks at the screen until a text stands there. */
  public String await(String text) {
    return await("no `" + text + "`", screen -> screen.contains(text));
  }

  /**
   * Looks at the screen until it is as wanted.
   *
   * @param lacking what to say where it never is
   * @return the screen
   */
  public String await(String lacking, Predicate<String> wanted) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String screen = screen();
    while (!wanted.test(screen)) {
      assertThat(System.nanoTime()).as("%s in%n%s", lacking, screen).isLessThan(end);
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      screen = screen();
    }
    return screen;
  }

  /** Waits until the shell asks for a command, below whatever was written before. */
  public String awaitPrompt() {
    return await("no prompt", screen -> screen.stripTrailing().endsWith(PROMPT.strip()));
  }

  private String tmux(String... words) {
    List<String> command = new ArrayList<>(List.of("tmux", "-u", "-L", server));
    command.addAll(List.of(words));
    try {
      return Programs.run(
          directory, Map.of("TMUX_TMPDIR", written.getParent().toString()), "", command);
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    tmux("kill-server");
  }
}
