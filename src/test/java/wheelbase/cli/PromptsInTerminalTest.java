package wheelbase.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wheelbase.testing.Tmux;

/** The prompts in a real terminal. */
@Tag("tmux")
class PromptsInTerminalTest {
  @TempDir private Path home;
  private IndexServer index;
  private WizardTerminal terminal;

  @BeforeEach
  void anIndex() throws IOException {
    index = WizardTerminal.index();
  }

  @AfterEach
  void close() {
    terminal.close();
    index.close();
  }

  private Tmux open(String type) throws IOException, InterruptedException {
    terminal = WizardTerminal.open(home, index, Map.of("TERM", type));
    return terminal.tmux();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dumb", ""})
  void aTerminalThatCanOnlyPrintIsSentOnlyText(String type)
      throws IOException, InterruptedException {
    Tmux tmux = open(type);
    String modes = terminal.modes();
    tmux.command("wheelbase");
    tmux.await("Requirements [requirements.txt]:");
    tmux.command("");
    tmux.await("Python:");
    tmux.command("3.99");
    tmux.await("hint: there are");
    tmux.press("C-c");
    assertThat(tmux.awaitPrompt()).contains("Nothing was written.");
    assertThat(tmux.written().substring(tmux.written().indexOf("Which base")))
        .doesNotContain("\u001b");
    assertThat(terminal.modes()).isEqualTo(modes);
  }

  @Test
  void aWrongAnswerIsMendedAndWhatIsBegunIsCompleted() throws IOException, InterruptedException {
    Tmux tmux = open("xterm-256color");
    String modes = terminal.modes();
    tmux.command("wheelbase --plain");
    tmux.await("Requirements [requirements.txt]:");
    tmux.type("req");
    tmux.press("Tab");
    tmux.await("]: requirements.txt");
    tmux.press("Enter");
    tmux.await("Python:");
    tmux.command("3.99");
    tmux.await("hint: there are 3.10 to 3.14\nPython: 3.99");
    tmux.press("BSpace", "BSpace");
    tmux.command("13");
    tmux.await("Architectures [amd64, arm64]:");
    tmux.press("C-d");
    assertThat(tmux.awaitPrompt()).contains("Python: 3.13", "Nothing was written.");
    assertThat(terminal.modes()).isEqualTo(modes);
  }

  @Test
  void aSmallWindowIsAskedLineByLineAndTheTerminalIsGivenBackOnSigterm()
      throws IOException, InterruptedException {
    Tmux tmux = open("xterm-256color");
    tmux.resize(40, 12);
    String modes = terminal.modes();
    tmux.command("wheelbase");
    tmux.await("Requirements [requirements.txt]:");
    terminal.signal("TERM");
    tmux.awaitPrompt();
    assertThat(terminal.modes()).isEqualTo(modes);
  }
}
