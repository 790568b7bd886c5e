package wheelbase.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However the wizard ends, and for as long as it is stopped, the terminal is as it was before. */
@Tag("tmux")
class TerminalGivenBackTest {
  private static final String BEFORE = "what stood there before";

  @TempDir private Path home;
  private IndexServer index;
  private WizardTerminal terminal;
  private String modes;

  @BeforeEach
  void aTerminalInUse() throws IOException, InterruptedException {
    index = WizardTerminal.index();
    terminal = WizardTerminal.open(home, index);
    terminal.tmux().command("echo " + BEFORE);
    terminal.tmux().await("no echo", screen -> screen.contains("\n" + BEFORE + "\nready>"));
    modes = terminal.modes();
  }

  @AfterEach
  void close() {
    terminal.close();
    index.close();
  }

  private void assertGivenBack() throws IOException {
    terminal.tmux().awaitPrompt();
    assertThat(terminal.tmux().screen()).contains("\n" + BEFORE).doesNotContain("of 8");
    assertThat(terminal.modes()).isEqualTo(modes).endsWith("stty 0\n0 1 0 0");
    terminal.tmux().command("echo 'is 'seen");
    terminal
        .tmux()
        .await(
            "no echo", screen -> screen.contains("echo 'is 'seen") && screen.contains("\nis seen"));
  }

  @Test
  void afterTheLastPage() throws IOException {
    terminal.start();
    terminal.enterUntil("Wrote ");
    assertGivenBack();
    assertThat(terminal.project().resolve("Dockerfile")).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"q", "C-c"})
  void afterLeaving(String key) throws IOException {
    terminal.start();
    // Where a name is typed `q` is a letter.
    terminal.enterUntil("2 of 8");
    terminal.tmux().press(key);
    terminal.tmux().await("Nothing was written.");
    assertGivenBack();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "HUP"})
  void afterASignal(String signal) throws IOException, InterruptedException {
    terminal.start();
    terminal.signal(signal);
    assertGivenBack();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "HUP", "INT"})
  void afterASignalDuringTheAnalysis(String signal) throws IOException, InterruptedException {
    index.stallAt("/simple/speedy/");
    terminal.start();
    terminal.enterUntil("of 8  Looking");
    index.awaitStalled();
    terminal.signal(signal);
    assertGivenBack();
  }

  @Test
  void afterABug() throws IOException {
    terminal.tmux().command(terminal.commandOf(BrokenKeyboard.class));
    terminal.tmux().await("1 of 8");
    terminal.tmux().press("x");
    terminal.tmux().await("this is a bug in wheelbase");
    assertGivenBack();
  }

  @Test
  void whileItIsStoppedAndAfterwards() throws IOException {
    terminal.start();
    String page = terminal.tmux().screen();
    terminal.tmux().press("C-z");
    terminal.tmux().await("Stopped");
    assertGivenBack();
    terminal.tmux().command("fg");
    terminal.tmux().await("not drawn again", page::equals);
    terminal.tmux().press("F1");
    terminal.tmux().await("no keys", screen -> !screen.equals(page));
    terminal.tmux().press("Escape");
    terminal.tmux().await("keys do not go away", page::equals);
    terminal.tmux().press("C-c");
    terminal.tmux().await("Nothing was written.");
    assertGivenBack();
  }

  @Test
  void inAWindowThatWasResizedMeanwhile() throws IOException {
    terminal.start();
    String page = terminal.tmux().screen();
    terminal.tmux().resize(100, 30);
    terminal.tmux().await("no larger", screen -> !screen.startsWith(page.substring(0, 80)));
    terminal.tmux().press("C-z");
    terminal.tmux().await("Stopped");
    terminal.tmux().resize(80, 24);
    terminal.tmux().command("fg");
    terminal.tmux().await("not drawn in the new size", page::equals);
    terminal.tmux().press("C-c");
    assertGivenBack();
  }

  /** Nobody is told of SIGSTOP: the shell gets the terminal as it stands, and types unseen. */
  @Test
  void afterAStopThatNobodyIsToldOf() throws IOException, InterruptedException {
    terminal.start();
    String page = terminal.tmux().screen();
    terminal.signal("STOP");
    terminal.tmux().await("Stopped");
    terminal.tmux().command("fg");
    terminal.tmux().await("not drawn again", page::equals);
    terminal.tmux().press("C-c");
    assertGivenBack();
  }

  @Test
  void nothingGoesOnInAWindowThatWasClosed() throws Exception {
    index.stallAt("/simple/speedy/");
    terminal.start();
    terminal.enterUntil("of 8  Looking");
    index.awaitStalled();
    terminal.hangUp();
  }
}
