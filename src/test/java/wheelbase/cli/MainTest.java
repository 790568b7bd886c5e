package wheelbase.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.index.IndexException;
import wheelbase.platform.Architecture;
import wheelbase.testing.AnalysisBuilder;
import wheelbase.testing.Golden;
import wheelbase.testing.Schema;
import wheelbase.wheels.Reason;
import wheelbase.wheels.VerdictClass;

class MainTest {
  @TempDir private Path directory;

  @BeforeEach
  void aProject() throws IOException {
    Files.writeString(directory.resolve("requirements.txt"), "lxml\n");
  }

  private AnalysisBuilder analysis() {
    AnalysisBuilder analysis =
        new AnalysisBuilder().project(directory).bases("3.13", "slim-trixie", "alpine3.24");
    analysis.candidate("slim-trixie", 150).candidate("alpine3.24", 140, "lxml");
    analysis
        .adds("lxml", "6.0.2")
        .requiredBy("requirements.txt:1", "lxml")
        .on(
            "alpine3.24",
            List.of(Architecture.ARM64),
            VerdictClass.SOURCE_BUILD,
            "lxml-6.0.2.tar.gz",
            new Reason("architecture", "", "no musllinux wheel on arm64"));
    return analysis;
  }

  private Pipeline answering(AnalysisBuilder analysis) {
    return (request, index, progress) -> analysis.build();
  }

  private static Pipeline failing(RuntimeException exception) {
    return (request, index, progress) -> {
      throw exception;
    };
  }

  private CommandLineRun run(Pipeline pipeline, String... args) {
    return CommandLineRun.of(directory, pipeline, args);
  }

  private CommandLineRun run(String... args) {
    return run(answering(analysis()), args);
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "wheels", "why lxml", "generate --dry-run"})
  void aCommandAnswersOnStandardOutputAlone(String command) throws IOException {
    CommandLineRun text = run(command.split(" "));
    assertThat(text.exitCode()).isZero();
    assertThat(text.out()).isNotEmpty();
    assertThat(text.err()).isEmpty();
    CommandLineRun json = run((command + " --json").split(" "));
    assertThat(json.exitCode()).isZero();
    assertThat(json.err()).isEmpty();
    Schema.assertValid(json.out());
  }

  @Test
  void helpSaysWhatThereIs() throws IOException {
    CommandLineRun run = run("--help");
    assertThat(run.exitCode()).isZero();
    Golden.assertMatches("cli/help.txt", run.out());
  }

  @Test
  void withoutATerminalThereIsNoWizard() {
    CommandLineRun run = run();
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("needs a terminal").contains("wheelbase generate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--plain", "--python 3.13", "--json"})
  void theWizardDoesNotStartWithoutATerminalButNamesTheCommandToUse(String options) {
    CommandLineRun run = run(options.isEmpty() ? new String[0] : options.split(" "));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("the wizard needs a terminal", "`wheelbase check`", "`wheelbase generate`");
  }

  @Test
  void optionsBeforeACommandAreNotOverlooked() {
    CommandLineRun run = run("--python", "3.13", "check");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("`--python` stands before the command `check`", "wheelbase check --python");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "wheels", "why", "generate", "bake", "audit"})
  void eachCommandHasHelpWithExamples(String command) throws IOException {
    CommandLineRun run = run(command, "--help");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Examples:\n  wheelbase " + command);
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    Golden.assertMatches("cli/help-" + command + ".txt", run.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--python 3.12 check | `--python` stands before the command | wheelbase check --python",
        "chek | there is no command `chek` | did you mean `check`?",
        "check --pyhton 3.13 | there is no option `--pyhton` | did you mean `--python`?",
        "check --base slim-trixy | `slim-trixy` is not a base image known here | `slim-trixie`",
        "check --arch amd46 | --arch: no architecture `amd46` | did you mean `amd64`?",
        "check --python 2.7 | `2.7` is not a Python version | 3.",
        "why lmxl | nothing here asks for `lmxl` | did you mean `lxml`?",
        "why -- -x- | `-x-` is not the name of a package | ''",
        "check --exclude-newer yesterday | neither a day nor an instant | 2026-06-30",
        "check --offline --refresh | contradict each other | ''",
        "check a b | one argument too many | ''",
        "check --color sometimes | sometimes | ''",
        "check --cure psycopg2 | --cure: a colon is wanted | --cure psycopg2:psycopg2-binary==2",
        "check --cure -x-:a==1 | `-x-` is not the name of a package | --cure psycopg2:",
        "check --cure a:a=1 | `a=1` is not a requirement | --cure psycopg2:",
        "check --cure a:a==1;python_version>'3' | leave it out here | --cure psycopg2:",
        "generate --output nowhere | there is no directory `nowhere` | mkdir",
        "generate --port http | --port: `http` is not a port | a number from 1 to 65535",
        "generate --user root | --user: `root` is root: whoever breaks | such as 10001",
        "generate --workers auto | --workers: `auto` is no number of workers | from 1 to 512",
        "generate --health up | --health: `up` is not a path to ask for | did you mean `/up`?",
        "check --app shop.py:app | --app: `shop.py:app` is nothing | did you mean `shop:app`?",
        "check --base 3.13-trixie --python 3.12 | `3.13-trixie` is not an image of | itself",
        "check --port 8000 | there is no option `--port` | ''",
      })
  void wrongUsageIsExplainedAndEndsWithTwo(String command, String message, String hint) {
    CommandLineRun run = run(command.split(" "));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().replaceAll("\\s+", " ")).contains(message).contains(hint);
  }

  @Test
  void aMisspeltFileIsAnsweredWithWhatLiesThere() {
    CommandLineRun run = run("check", "requirments.txt");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err())
        .isEqualTo(
            """
            there is no `requirments.txt`; beside it is requirements.txt

            hint: did you mean `requirements.txt`?
            """);
  }

  @Test
  void aRequirementsFileStandsForItsDirectory() {
    Pipeline pipeline =
        (request, index, progress) -> {
          assertThat(request.project()).isEqualTo(directory);
          assertThat(request.inputs().files())
              .containsExactly(directory.resolve("requirements.txt"));
          return analysis().build();
        };
    assertThat(run(pipeline, "check", "requirements.txt").exitCode()).isZero();
  }

  @Test
  void filesAreNamedFromWhereTheUserStandsNotFromTheProject() {
    Pipeline pipeline =
        (request, index, progress) -> {
          assertThat(request.inputs().files())
              .containsExactly(Path.of("src/test/resources/hadolint.yaml").toAbsolutePath());
          return analysis().build();
        };
    Path here = Path.of("");
    String file = "src/test/resources/hadolint.yaml";
    assertThat(CommandLineRun.of(here, pipeline, "check", file).exitCode()).isZero();
    assertThat(CommandLineRun.of(here, pipeline, "check", "-r", file, "src/test").exitCode())
        .isZero();
  }

  @Test
  void optionsBecomeARequest() {
    Pipeline pipeline =
        (request, index, progress) -> {
          assertThat(request.architectures()).containsExactly(Architecture.ARM64);
          assertThat(request.images().variants()).containsExactly("slim-bookworm", "alpine3.24");
          assertThat(request.images().pythons()).hasSize(2);
          assertThat(request.inputs().options().sources().indexUrl())
              .contains("https://index.test/simple");
          assertThat(request.inputs().options().sources().extraIndexUrls())
              .containsExactly("https://other.test/");
          assertThat(request.allowPrereleases()).isTrue();
          assertThat(request.application()).contains("shop:app");
          assertThat(request.today()).hasToString("2026-06-30");
          assertThat(index.cutoff().orElseThrow()).hasToString("2026-07-01T00:00:00Z");
          assertThat(index.offline()).isTrue();
          return analysis().build();
        };
    String[] args = {
      "check",
      "--arch",
      "aarch64",
      "--base=slim-bookworm,alpine3.24",
      "--python",
      "3.12,3.13.1",
      "--index-url",
      "https://index.test/simple",
      "--extra-index-url",
      "https://other.test/",
      "--pre",
      "--app",
      "shop:app",
      "--exclude-newer",
      "2026-06-30",
      "--offline",
      "."
    };
    CommandLineRun run = run(pipeline, args);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void pipsEnvironmentIsHonouredAndTheCommandLineWins() {
    Map<String, String> environment =
        Map.of("PIP_INDEX_URL", "https://pip.test/simple", "PIP_EXTRA_INDEX_URL", "https://x.test");
    Pipeline pipeline =
        (request, index, progress) -> {
          assertThat(request.inputs().options().sources().indexes(""))
              .containsExactly("https://flag.test/simple", "https://x.test");
          return analysis().build();
        };
    CommandLineRun run =
        CommandLineRun.of(
            directory,
            pipeline,
            environment,
            false,
            "check",
            "--index-url",
            "https://flag.test/simple");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"compile, 1", "unusable, 0", "warning, 0", "'unusable,compile', 1"})
  void failOnMakesAConditionAnExitCode(String conditions, int exitCode) {
    CommandLineRun run = run("check", "--fail-on", conditions);
    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.out()).isNotEmpty();
  }

  @Test
  void requirementsThatCannotBeReadEndWithThreeAndTheCaret() throws IOException {
    Pipeline pipeline =
        answering(
            new AnalysisBuilder()
                .project(directory)
                .diagnostic(
                    Diagnostic.error("invalid-requirement", "this is not a requirement")
                        .at(new SourceSpan("requirements.txt", 1, 5, 1, "lxml=1"))));
    CommandLineRun text = run(pipeline, "check");
    assertThat(text.exitCode()).isEqualTo(3);
    assertThat(text.out()).isEmpty();
    assertThat(text.err()).contains("requirements.txt:1:5: this").contains("\n        ^\n");
    CommandLineRun json = run(pipeline, "wheels", "--json");
    assertThat(json.exitCode()).isEqualTo(3);
    assertThat(Schema.assertValid(json.out()).at("/diagnostics/0/place/column").asInt())
        .isEqualTo(5);
  }

  @Test
  void anIndexThatCannotBeReachedEndsWithFour() throws IOException {
    Pipeline pipeline =
        failing(new CompletionException(new IndexException("no answer from index.test, tried 3x")));
    CommandLineRun text = run(pipeline, "check", "--cache-dir", "none");
    assertThat(text.exitCode()).isEqualTo(4);
    assertThat(text.err()).contains("no answer from index.test, tried 3x").contains("--offline");
    assertThat(text.err()).contains("nothing to use yet");
    CommandLineRun json = run(pipeline, "check", "--json");
    assertThat(json.exitCode()).isEqualTo(4);
    assertThat(Schema.assertValid(json.out()).at("/diagnostics/0/id").asText())
        .isEqualTo("index-unreachable");
  }

  @Test
  void aBugIsOneLineAndItsTraceForWhoeverAsks() {
    Pipeline pipeline = failing(new IllegalStateException("two\nlines"));
    CommandLineRun run = run(pipeline, "check");
    assertThat(run.exitCode()).isEqualTo(70);
    assertThat(run.err())
        .startsWith("this is a bug in wheelbase: IllegalStateException: two lines\n")
        .doesNotContain("\tat ");
    CommandLineRun verbose = run(pipeline, "check", "-v");
    assertThat(verbose.exitCode()).isEqualTo(70);
    assertThat(verbose.err()).contains("\tat wheelbase.cli.MainTest");
  }

  @Test
  void anErrorOfTheMachineIsABugToo() {
    Pipeline pipeline =
        (request, index, progress) -> {
          throw new StackOverflowError();
        };
    CommandLineRun run = run(pipeline, "check", "-v");
    assertThat(run.exitCode()).isEqualTo(70);
    assertThat(run.err()).contains("this is a bug").contains("\tat ");
  }

  @Test
  void interruptedItEndsWithoutAWord() {
    Pipeline pipeline =
        (request, index, progress) -> {
          throw new InterruptedException();
        };
    CommandLineRun run = run(pipeline, "check");
    assertThat(run.exitCode()).isEqualTo(130);
    assertThat(run.out() + run.err()).isEmpty();
  }

  @Test
  void aReaderThatHasGoneAwayIsNoError() {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int unit) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    Streams streams = new Streams(broken, OutputStream.nullOutputStream(), false, false);
    Surroundings surroundings =
        new Surroundings(streams, Map.of(), directory, CommandLineRun.CLOCK);
    assertThat(new Main(surroundings, answering(analysis())).run("check")).isZero();
  }

  @Test
  void aFullDiskIsSaid() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int unit) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();
    Surroundings surroundings =
        new Surroundings(
            new Streams(full, err, false, false), Map.of(), directory, CommandLineRun.CLOCK);
    assertThat(new Main(surroundings, answering(analysis())).run("check")).isEqualTo(2);
    assertThat(err.toString()).contains("No space left on device");
    assertThat(new Main(surroundings, answering(analysis())).run("--help")).isEqualTo(2);
  }

  @Test
  void generateWritesAndDoesNotOverwrite() throws IOException {
    Path dockerfile = directory.resolve("Dockerfile");
    CommandLineRun first = run("generate");
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.out()).contains("Wrote Dockerfile, .dockerignore");
    String generated = Files.readString(dockerfile);
    assertThat(generated).contains("FROM python:3.13-slim-trixie");
    assertThat(run("generate").out()).contains("Nothing to write");

    Files.writeString(dockerfile, "FROM scratch\n");
    CommandLineRun refused = run("generate");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.out()).contains("\n-FROM scratch\n");
    assertThat(refused.err()).contains("--force");
    assertThat(dockerfile).hasContent("FROM scratch");

    assertThat(run("generate", "--force").exitCode()).isZero();
    assertThat(dockerfile).hasContent(generated);
    assertThat(directory.resolve("Dockerfile.bak")).hasContent("FROM scratch");
  }

  @Test
  void whatTheImageIsToBeIsSaidByOptions() throws IOException {
    Files.writeString(
        directory.resolve("main.py"), "if __name__ == '__main__':\n    print('hello')\n");
    CommandLineRun run =
        run(
            "generate",
            "--app=main.py",
            "--port=9000",
            "--health=/up",
            "--user=12345",
            "--no-cache-mounts",
            "--no-dockerignore");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("Wrote Dockerfile   for");
    assertThat(run.err()).contains("without a .dockerignore");
    assertThat(directory.resolve("Dockerfile"))
        .content()
        .contains("EXPOSE 9000", "\"/up\"", "USER 12345:12345", "--no-cache-dir", "main.py");
    assertThat(directory.resolve(".dockerignore")).doesNotExist();
  }

  @Test
  void aWrongOptionDoesNotWaitForTheAnalysis() {
    CommandLineRun run = run(failing(new IllegalStateException("asked")), "generate", "--port=x");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void dryRunShowsAndWritesNothing() {
    CommandLineRun run = run("generate", "--dry-run");
    assertThat(run.out()).startsWith("== Dockerfile (new)\n").contains("FROM python:3.13");
    assertThat(directory.resolve("Dockerfile")).doesNotExist();
  }

  @Test
  void progressIsForTerminalsAndLeavesNothingBehind() {
    Pipeline pipeline =
        (request, index, progress) -> {
          progress.stage("resolving for 4 targets");
          return analysis().build();
        };
    Map<String, String> environment = Map.of("TERM", "xterm", "NO_COLOR", "1");
    CommandLineRun terminal =
        CommandLineRun.of(directory, pipeline, environment, true, "check", "-q");
    assertThat(terminal.err()).isEmpty();
    assertThat(run(pipeline, "check").err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', true, true",
    "'', false, false",
    "NO_COLOR, true, false",
    "FORCE_COLOR, false, true",
    "CLICOLOR_FORCE, false, true",
  })
  void colourFollowsTheEnvironment(String variable, boolean terminal, boolean coloured) {
    Map<String, String> environment =
        variable.isEmpty() ? Map.of("TERM", "xterm") : Map.of("TERM", "xterm", variable, "1");
    CommandLineRun run =
        CommandLineRun.of(directory, answering(analysis()), environment, terminal, "check", "-q");
    assertThat(run.out().contains("\u001b[")).isEqualTo(coloured);
  }

  @Test
  void theOptionForColourWins() {
    Map<String, String> environment = Map.of("TERM", "xterm", "NO_COLOR", "1");
    String[] always = {"check", "-q", "--color", "always"};
    assertThat(
            CommandLineRun.of(directory, answering(analysis()), environment, false, always).out())
        .contains("\u001b[");
    String[] never = {"check", "-q", "--color=never"};
    assertThat(
            CommandLineRun.of(
                    directory, answering(analysis()), Map.of("FORCE_COLOR", "1"), true, never)
                .out())
        .doesNotContain("\u001b[");
  }
}
