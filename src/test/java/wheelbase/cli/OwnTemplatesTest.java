package wheelbase.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wheelbase.testing.AnalysisBuilder;

/** {@code --templates}, as a user gives it. */
class OwnTemplatesTest {
  private static final String DOCKERFILE =
      """
      {{#stages}}
      {{from}}
      {{#-last}}
      LABEL org.opencontainers.image.base.name="{{image}}"
      {{/-last}}
      {{#steps}}
      {{#lines}}
      {{.}}
      {{/lines}}
      {{/steps}}
      {{/stages}}
      """;

  @TempDir private Path directory;

  @BeforeEach
  void aProject() throws IOException {
    Files.writeString(directory.resolve("requirements.txt"), "lxml\n");
    Files.createDirectory(directory.resolve("mine"));
  }

  private void template(String name, String text) throws IOException {
    Files.writeString(directory.resolve("mine").resolve(name), text);
  }

  private CommandLineRun run(String... args) {
    AnalysisBuilder analysis =
        new AnalysisBuilder().project(directory).bases("3.13", "slim-trixie");
    analysis.candidate("slim-trixie", 150);
    return CommandLineRun.of(directory, (request, index, progress) -> analysis.build(), args);
  }

  @Test
  void takeThePlaceOfTheProgramsAndTheRestStays() throws IOException {
    template("Dockerfile.mustache", DOCKERFILE);
    CommandLineRun run = run("generate", "--templates", "mine");
    assertThat(run.exitCode()).as(run.err()).isZero();
    List<String> lines = Files.readAllLines(directory.resolve("Dockerfile"));
    assertThat(lines)
        .startsWith("FROM python:3.13-slim-trixie AS builder")
        .contains("LABEL org.opencontainers.image.base.name=\"python:3.13-slim-trixie\"")
        .noneMatch(line -> line.startsWith("#"));
    assertThat(directory.resolve(".dockerignore")).content().contains("**/.venv");
  }

  @Test
  void areNamedInTheCommandThatDoesTheSameAgain() throws IOException {
    template("Dockerfile.mustache", DOCKERFILE);
    assertThat(run("--no-input", "--templates", "mine").exitCode()).isZero();
    assertThat(run("generate", "--templates", "mine", "--dry-run").out())
        .contains("Dockerfile (stays as it is)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"generate", "generate --dry-run", "generate --json", "--no-input"})
  void aFaultIsToldBeforeAnythingIsLookedAt(String command) throws IOException {
    template("Dockerfile.mustache", DOCKERFILE.replace("{{from}}", "{{form}}"));
    CommandLineRun run =
        CommandLineRun.of(
            directory,
            (request, index, progress) -> {
              throw new AssertionError("nothing is to be looked at");
            },
            (command + " --templates mine").split(" "));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains(
            "mine/Dockerfile.mustache:2:3: there is no `form` here",
            "    {{form}}\n      ^^^^\n",
            "hint: did you mean `from`?");
    assertThat(directory.resolve("Dockerfile")).doesNotExist();
  }

  @Test
  void aFileThatNothingIsWrittenWithIsAMistake() throws IOException {
    template("dockerfile.mustache", DOCKERFILE);
    CommandLineRun run = run("generate", "--templates", "mine");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("nothing is written with `mine/dockerfile.mustache`")
        .contains("did you mean `Dockerfile.mustache`?");
  }

  @Test
  void aFileInAnotherEncodingIsToldByName() throws IOException {
    Files.write(
        directory.resolve("mine/Dockerfile.mustache"),
        "# caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    CommandLineRun run = run("generate", "--templates", "mine");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("`mine/Dockerfile.mustache` is not UTF-8");
  }

  @Test
  void aDirectoryIsNoTemplate() throws IOException {
    Files.createDirectory(directory.resolve("mine/Dockerfile.mustache"));
    CommandLineRun run = run("generate", "--templates", "mine");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("`mine/Dockerfile.mustache` cannot be read");
  }

  @Test
  void theProgramsOwnTemplatesAreTemplatesOfOnesOwnToo() throws IOException {
    for (String name :
        List.of("Dockerfile.mustache", "dockerignore.mustache", "docker-bake.hcl.mustache")) {
      template(name, Files.readString(Path.of("templates", name)));
    }
    assertThat(run("generate").exitCode()).isZero();
    String shipped = Files.readString(directory.resolve("Dockerfile"));
    CommandLineRun again = run("generate", "--templates", "mine");
    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.out()).contains("Nothing to write");
    assertThat(directory.resolve("Dockerfile")).content().isEqualTo(shipped);
  }

  /** What the page shows as an example is one. */
  @Test
  void thePagesExampleWorks() throws IOException {
    String page = Files.readString(Path.of("src/site/markdown/templates.md"));
    String example =
        page.substring(
                page.indexOf("    # syntax="), page.indexOf("`wheelbase generate --templates"))
            .replaceAll("(?m)^ {4}", "");
    template("Dockerfile.mustache", example.strip() + "\n");
    CommandLineRun run = run("generate", "--templates", "mine");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(directory.resolve("Dockerfile"))
        .content()
        .contains("LABEL org.opencontainers.image.vendor=\"Shop\" \\\n");
  }
}
