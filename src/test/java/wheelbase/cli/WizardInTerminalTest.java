package wheelbase.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wheelbase.testing.BuiltProgram;
import wheelbase.testing.Tmux;

/** The wizard in a real terminal: what is sent there, and what the user's keys come to. */
@Tag("tmux")
class WizardInTerminalTest {
  private static final String ESCAPE = "\033";

  /** What stands over the list of all keys. */
  private static final String ALL_KEYS = "┌─ keys ";

  @TempDir private Path home;
  private IndexServer index;
  private WizardTerminal terminal;

  @BeforeEach
  void anIndex() throws IOException {
    index = WizardTerminal.index();
  }

  @AfterEach
  void close() {
    if (terminal != null) {
      terminal.close();
    }
    index.close();
  }

  private Tmux open(Map<String, String> environment) throws IOException, InterruptedException {
    terminal = WizardTerminal.open(home, index, environment);
    return terminal.tmux();
  }

  @Test
  void enterAloneLeadsToADockerfile() throws IOException, InterruptedException {
    Tmux tmux = open(Map.of());
    terminal.start();
    terminal.enterUntil("Wrote ");
    assertThat(tmux.awaitPrompt()).contains("Dockerfile", "wheelbase generate");
    assertThat(terminal.project().resolve("Dockerfile"))
        .content()
        .contains("FROM python:", "gunicorn", "app:app");
    assertThat(terminal.project().resolve(".dockerignore")).exists();
  }

  @Test
  void thePictureSurvivesAnySize() throws IOException, InterruptedException {
    Tmux tmux = open(Map.of());
    terminal.start();
    terminal.enterUntil("of 8  Matrix");
    String page = tmux.screen();
    tmux.resize(20, 5);
    tmux.await("4/8 Matrix");
    tmux.resize(200, 50);
    tmux.await(
        "not drawn over the whole window",
        screen -> screen.startsWith("┌") && screen.lines().findFirst().orElse("").length() == 200);
    tmux.resize(80, 24);
    tmux.await("another picture than\n" + page, page::equals);
  }

  /** As when a window is put in its place while the wizard begins in it. */
  @Test
  void aSizeThatChangesBeforeAnyoneListensIsSeen() throws IOException, InterruptedException {
    Path programs = Files.createDirectory(home.resolve("programs"));
    Tmux tmux = open(Map.of("PATH", programs + ":" + System.getenv("PATH")));
    Path stty = programs.resolve("stty");
    Files.writeString(
        stty,
        String.join(
            "\n",
            "#!/bin/sh",
            "PATH=${PATH#*:}",
            "stty \"$@\" || exit",
            "[ \"$1\" = size ] && [ ! -e '" + home + "/asked' ] || exit 0",
            "touch '" + home + "/asked'",
            tmux.resizing(100, 30),
            ""));
    Files.setPosixFilePermissions(stty, PosixFilePermissions.fromString("rwxr-xr-x"));
    tmux.command(BuiltProgram.launcher().toString());
    tmux.await(
        "not drawn over the whole window",
        screen -> screen.lines().findFirst().orElse("").length() == 100);
    assertThat(home.resolve("asked")).exists();
  }

  @Test
  void whatFilesSayIsShownAndNotObeyed() throws IOException, InterruptedException {
    String title = ESCAPE + "]0;obeyed\007";
    String colour = ESCAPE + "[31;45mred" + ESCAPE + "[2J";
    terminal =
        WizardTerminal.open(
            home,
            "наука-日本語-🎉-" + ESCAPE + "[5mblink",
            "flask==3.0.0  # 日本語 🎉 " + title + "\ngunicorn  # " + colour + "\u202ertl\n",
            index,
            Map.of());
    Tmux tmux = terminal.tmux();
    String before = tmux.written();
    terminal.start();
    tmux.await("日本語 🎉");
    assertThat(tmux.screen().lines().findFirst().orElseThrow())
        .startsWith("┌")
        .endsWith("┐")
        .contains("наука-日本語-🎉");
    // Whatever shifted its line would have moved the frame.
    assertThat(tmux.screen().lines().skip(1).limit(21))
        .allSatisfy(line -> assertThat(line).startsWith("│").endsWith("│"));
    terminal.enterUntil("Wrote ");
    tmux.awaitPrompt();
    assertThat(tmux.written().substring(before.length()))
        .doesNotContain(title, ESCAPE + "[31;45m", ESCAPE + "[5m", "\u202e");
    assertThat(tmux.about("#{pane_title}")).isNotEqualTo("obeyed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TERM=xterm                          | \033[36m      | \033[38;",
        "TERM=xterm-256color                 | \033[38;5;66m | \033[36m",
        "TERM=xterm COLORTERM=truecolor      | \033[38;5;66m | \033[36m",
        "TERM=xterm FORCE_COLOR=1            | \033[36m      | \033[38;",
        "TERM=xterm-256color NO_COLOR=1      | \033[1m       | \033[38;",
        "TERM=xterm NO_COLOR=1 FORCE_COLOR=1 | \033[1m       | \033[36m",
      })
  void coloursAreThoseOfTheTerminal(String variables, String used, String unused)
      throws IOException, InterruptedException {
    Tmux tmux = open(variables(variables));
    terminal.start();
    tmux.press("C-c");
    tmux.awaitPrompt();
    assertThat(tmux.written()).contains(used).doesNotContain(unused);
  }

  private static Map<String, String> variables(String text) {
    Map<String, String> variables = new HashMap<>();
    for (String each : text.split(" ")) {
      variables.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
    }
    return variables;
  }

  @ParameterizedTest
  @ValueSource(strings = {"LANG=C", "LANG=de_DE.ISO-8859-1", "LANG=C.UTF-8 LC_ALL=C"})
  void elsewhereThanInUtf8AsciiIsDrawn(String variables) throws IOException, InterruptedException {
    Tmux tmux = open(variables(variables));
    terminal.start();
    terminal.enterUntil("Wrote ");
    tmux.awaitPrompt();
    assertThat(tmux.written().chars()).allMatch(character -> character > 0 && character < 0x7f);
    assertThat(tmux.written()).contains("+---");
  }

  @ParameterizedTest
  @ValueSource(strings = {"wheelbase <app.py", "wheelbase | cat", "wheelbase >/dev/null"})
  void withoutATerminalOnBothSidesItDoesNotStart(String command)
      throws IOException, InterruptedException {
    Tmux tmux = open(Map.of());
    tmux.command(command + "; echo code $?");
    String screen = tmux.await("no end", shown -> shown.contains("\ncode "));
    assertThat(screen).contains("needs a terminal", "wheelbase check", "wheelbase generate");
    assertThat(screen).contains(command.contains("|") ? "code 0" : "code 2");
    assertThat(tmux.written()).doesNotContain(ESCAPE + "[?", ESCAPE + "[H", ESCAPE + "[2J");
  }

  @Test
  void keysAreAnsweredWhileTheIndexHangs() throws IOException, InterruptedException {
    index.stallAt("/simple/speedy/");
    Tmux tmux = open(Map.of());
    terminal.start();
    terminal.enterUntil("of 8  Looking");
    index.awaitStalled();
    long pressed = System.nanoTime();
    tmux.press("?");
    tmux.await(ALL_KEYS);
    Duration answered = Duration.ofNanos(System.nanoTime() - pressed);
    System.out.println("a key is answered, as seen through tmux, within " + answered);
    tmux.press("Escape");
    tmux.await("keys do not go away", screen -> !screen.contains(ALL_KEYS));
    tmux.press("Escape");
    tmux.await("2 of 8");
    tmux.await("what was fetched is kept in the cache");
  }

  @Test
  void anIndexThatFailsInTheMiddleIsAskedAgain() throws IOException, InterruptedException {
    index.failAt("/simple/speedy/");
    Tmux tmux = open(Map.of());
    terminal.start();
    terminal.enterUntil("look again");
    assertThat(tmux.screen()).contains("offline", "quit", "503");
    tmux.press("o");
    tmux.await("not looked offline", screen -> !screen.contains("503"));
    tmux.await("look again");
    index.recover();
    tmux.press("r");
    tmux.await("of 8  Matrix");
    tmux.press("q");
    tmux.await("Nothing was written.");
  }
}
