package wheelbase.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import wheelbase.testing.BuiltProgram;
import wheelbase.testing.Tmux;

/** A user's terminal in a project's directory, where {@code wheelbase} can be typed. */
final class WizardTerminal implements AutoCloseable {
  private final Path home;
  private final Path project;
  private final Map<String, String> environment = new HashMap<>();
  private final Tmux tmux;

  private WizardTerminal(
      Path home, Path project, IndexServer index, Map<String, String> environment)
      throws IOException, InterruptedException {
    this.home = home;
    this.project = project;
    Path scripts = BuiltProgram.launcher().getParent();
    this.environment.putAll(
        Map.of(
            "PATH",
            scripts + ":" + System.getenv("PATH"),
            "JAVA_HOME",
            System.getProperty("java.home"),
            "HOME",
            home.toString(),
            "PIP_CONFIG_FILE",
            "/dev/null",
            "PIP_INDEX_URL",
            index.url(),
            "TERM",
            "xterm-256color",
            "LANG",
            "C.UTF-8"));
    this.environment.putAll(environment);
    tmux = new Tmux(project, home.resolve("written"), 80, 24, this.environment);
  }

  /** What a small web service needs. */
  static IndexServer index() throws IOException {
    return new IndexServer()
        .wheel("flask", "3.0.0", "py3-none-any", "speedy>=1.0")
        .wheel("speedy", "1.0", "cp313-cp313-manylinux_2_28_x86_64")
        .nativeSdist("speedy", "1.0")
        .wheel("gunicorn", "23.0.0", "py3-none-any");
  }

  /** In the directory of such a service, the index of which is {@link #index}. */
  static WizardTerminal open(Path home, IndexServer index)
      throws IOException, InterruptedException {
    return open(home, index, Map.of());
  }

  /**
   * @param environment what is not as usual in it
   */
  static WizardTerminal open(Path home, IndexServer index, Map<String, String> environment)
      throws IOException, InterruptedException {
    return open(home, "service", "flask==3.0.0\ngunicorn\n", index, environment);
  }

  /**
   * @param name of the project's directory
   */
  static WizardTerminal open(
      Path home,
      String name,
      String requirements,
      IndexServer index,
      Map<String, String> environment)
      throws IOException, InterruptedException {
    Path project = Files.createDirectories(home.resolve(name));
    Files.writeString(project.resolve("requirements.txt"), requirements);
    Files.writeString(
        project.resolve("app.py"), "from flask import Flask\napp = Flask(__name__)\n");
    return new WizardTerminal(home, project, index, environment);
  }

  Path project() {
    return project;
  }

  Tmux tmux() {
    return tmux;
  }

  /** Types {@code wheelbase} and waits for the whole of its first page. */
  void start() {
    tmux.command("wheelbase");
    tmux.await("1 of 8");
    tmux.await("Ctrl-C quit");
  }

  /** Presses Enter, once for each page or question, until a text is on the screen. */
  void enterUntil(String text) {
    String before = "";
    for (String screen = tmux.screen(); !screen.contains(text); screen = tmux.screen()) {
      String last = before;
      if (!screen.equals(last) && !screen.contains("of 8  Looking")) {
        tmux.press("Enter");
        before = screen;
      }
      String shown = screen;
      tmux.await("nothing new after Enter", now -> !now.equals(shown) || now.contains(text));
    }
  }

  /**
   * The terminal's modes, and what tmux knows of them.
   *
   * @return {@code stty -a}, then whether there are an alternate screen, a cursor, a mouse
   */
  String modes() throws IOException {
    Path modes = home.resolve("modes");
    Files.deleteIfExists(modes);
    tmux.command("(stty -a; echo stty $?) >'" + modes + "'");
    tmux.await("stty does not end", screen -> read(modes).contains("stty "));
    return read(modes)
        + tmux.about("#{alternate_on} #{cursor_flag} #{mouse_any_flag} #{mouse_sgr_flag}");
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The program, which the shell of the terminal has started. */
  ProcessHandle program() {
    ProcessHandle shell = ProcessHandle.of(Long.parseLong(tmux.about("#{pane_pid}"))).orElseThrow();
    return shell.children().findFirst().orElseThrow();
  }

  void signal(String signal) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, Long.toString(program().pid())).start().waitFor();
  }

  /** A program that does what {@code wheelbase} does, but over something broken. */
  String commandOf(Class<?> main) throws IOException {
    Path script = home.resolve("broken");
    Files.writeString(
        script,
        "exec '"
            + Path.of(System.getProperty("java.home"), "bin", "java")
            + "' -cp '"
            + System.getProperty("java.class.path").replace(":", File.pathSeparator)
            + "' "
            + main.getName());
    return "sh '" + script + "'";
  }

  @Override
  public void close() {
    tmux.close();
  }

  /** Closes the window, and returns when the program has noticed. */
  void hangUp() throws Exception {
    CompletableFuture<ProcessHandle> end = program().onExit();
    tmux.close();
    end.get(60, TimeUnit.SECONDS);
  }
}
