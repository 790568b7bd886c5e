package wheelbase.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.AnalysisRequest;
import wheelbase.baseimage.BaseImage;
import wheelbase.testing.AnalysisBuilder;
import wheelbase.testing.Schema;

/** The command from what is typed to what is on the disk. */
class AuditCommandTest {
  private static final String GOOD =
      """
      FROM python:3.12-slim-trixie
      COPY requirements.txt ./
      RUN pip install --no-cache-dir -r requirements.txt
      USER 10001
      CMD ["python", "app.py"]
      """;

  @TempDir private Path directory;
  private final List<AnalysisRequest> asked = new ArrayList<>();
  private final List<String> named = new ArrayList<>();

  private CommandLineRun run(String... args) throws IOException {
    return CommandLineRun.of(directory, pipeline(), args);
  }

  /** With somebody who types this. */
  private CommandLineRun runAtTerminal(String typed, String... args) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    InputStream in = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
    Streams streams = new Streams(in, out, err, true, true, true);
    Map<String, String> environment = Map.of("LANG", "C.UTF-8", "NO_COLOR", "1");
    Surroundings surroundings =
        new Surroundings(streams, environment, directory, CommandLineRun.CLOCK);
    int exitCode = new Main(surroundings, pipeline()).run(args);
    return new CommandLineRun(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Pipeline pipeline() throws IOException {
    Files.writeString(directory.resolve("requirements.txt"), "flask\n");
    return (request, index, progress) -> {
      asked.add(request);
      for (Path each : request.inputs().files()) {
        try {
          named.add(Files.readString(each));
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
      }
      AnalysisBuilder drawn =
          new AnalysisBuilder()
              .project(directory)
              .bases("3.12", "slim-trixie")
              .line(1, "flask")
              .candidate("slim-trixie", 150);
      drawn.adds("flask", "3.0.3");
      return drawn.build();
    };
  }

  private void dockerfile(String text) throws IOException {
    Files.writeString(directory.resolve("Dockerfile"), text);
  }

  @Test
  void aGoodFileEndsWithNought() throws IOException {
    dockerfile(GOOD);
    CommandLineRun run = run("audit");
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).isEqualTo("Nothing to find fault with in Dockerfile\n");
  }

  @Test
  void aNoteAloneIsNoFault() throws IOException {
    dockerfile(GOOD.replace("-slim-trixie", "-slim"));
    CommandLineRun run = run("audit");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("[tag-without-release]");
  }

  @Test
  void aFaultEndsWithOne() throws IOException {
    dockerfile(GOOD.replace("USER 10001\n", ""));
    assertThat(run("audit").exitCode()).isEqualTo(ExitCode.CONDITION_HOLDS);
  }

  @Test
  void whatTheDockerfileInstallsOnItsOwnBaseIsAnalysed() throws IOException {
    Files.createDirectories(directory.resolve("requirements"));
    Files.writeString(directory.resolve("requirements/prod.txt"), "django\n");
    dockerfile(
        """
        FROM python:3.11.4-slim-bookworm
        COPY requirements/prod.txt /tmp/requirements.txt
        RUN pip install --no-cache-dir -r /tmp/requirements.txt "gunicorn>=22" && pip install -U pip
        """);
    run("audit");
    assertThat(named).containsExactly("django\n", "gunicorn>=22\n");
    assertThat(asked.get(0).images().named())
        .extracting(BaseImage::reference)
        .containsExactly("python:3.11.4-slim-bookworm");
    assertThat(asked.get(0).images().series()).hasValue("3.11");
  }

  @Test
  void nothingIsAnalysedWhereNothingIsInstalled() throws IOException {
    dockerfile("FROM scratch\n");
    assertThat(run("audit").exitCode()).isZero();
    assertThat(asked).isEmpty();
  }

  @Test
  void fixShowsTheEditsAndKeepsTheOldFile() throws IOException {
    String bad = GOOD.replace("--no-cache-dir ", "");
    dockerfile(bad);
    CommandLineRun rehearsed = run("audit", "--fix", "--dry-run");
    assertThat(rehearsed.out()).contains("+RUN pip install --no-cache-dir -r requirements.txt");
    assertThat(directory.resolve("Dockerfile")).hasContent(bad);
    assertThat(rehearsed.exitCode()).isEqualTo(ExitCode.CONDITION_HOLDS);
    CommandLineRun fixed = run("audit", "--fix");
    assertThat(fixed.exitCode()).isZero();
    assertThat(fixed.out()).contains("Wrote Dockerfile", "Dockerfile.bak");
    assertThat(directory.resolve("Dockerfile")).hasContent(GOOD);
    assertThat(directory.resolve("Dockerfile.bak")).hasContent(bad);
    assertThat(run("audit", "--fix").out()).isEqualTo("Nothing to find fault with in Dockerfile\n");
  }

  @ParameterizedTest
  @CsvSource({
    "'\n', true",
    "'y\n', true",
    "'YES\n', true",
    "'n\n', false",
    "'what\n', false",
    "'', false"
  })
  void atATerminalItAsksBeforeItWrites(String typed, boolean agreed) throws IOException {
    String bad = GOOD.replace("--no-cache-dir ", "");
    dockerfile(bad);
    CommandLineRun run = runAtTerminal(typed, "audit", "--fix");
    assertThat(run.out()).contains("+RUN pip install --no-cache-dir -r requirements.txt");
    assertThat(run.err()).contains("Write this to Dockerfile? [Y/n] ");
    assertThat(directory.resolve("Dockerfile")).hasContent(agreed ? GOOD : bad);
    assertThat(run.exitCode()).isEqualTo(agreed ? ExitCode.DONE : ExitCode.CONDITION_HOLDS);
    assertThat(run.err().contains("nothing was written")).isEqualTo(!agreed);
  }

  @Test
  void nobodyIsAskedWhoHasSaidYes() throws IOException {
    dockerfile(GOOD.replace("--no-cache-dir ", ""));
    CommandLineRun run = runAtTerminal("", "audit", "--fix", "--yes");
    assertThat(run.err()).doesNotContain("Write this");
    assertThat(directory.resolve("Dockerfile")).hasContent(GOOD);
  }

  @Test
  void aBaseOfOnesOwnIsNotJudgedUnlessItIsSaidWhatItIs() throws IOException {
    dockerfile(
        GOOD.replace("python:3.12-slim-trixie", "registry.test/team/python:7")
            .replace("--no-cache-dir ", ""));
    CommandLineRun run = run("audit");
    assertThat(run.out())
        .contains("[base-not-judged]", "[pip-cache-in-layer]")
        .contains("--base registry.test/team/python:7=debian:13/3.13");
    assertThat(run("audit", "--json").out()).contains("\"base-not-judged\"");
    asked.clear();
    run("audit", "--base", "registry.test/team/python:7=debian:13/3.12");
    assertThat(asked.get(0).images().named())
        .extracting(BaseImage::reference)
        .containsExactly("registry.test/team/python:7");
    assertThat(asked.get(0).images().series()).hasValue("3.12");
    assertThat(asked.get(0).images().variants()).contains("slim-trixie");
  }

  @Test
  void theOtherImagesOfTheFileStayBesideOnesOwn() throws IOException {
    dockerfile("FROM python:3.12-slim-trixie AS b\n" + GOOD.replace("python:", "own/python:"));
    run("audit", "--base", "own/python:3.12-slim-trixie=debian:13/3.12");
    assertThat(asked.get(0).images().named())
        .extracting(BaseImage::reference)
        .containsExactly("own/python:3.12-slim-trixie");
    asked.clear();
    dockerfile(GOOD.replace("USER", "FROM own/python:7\nUSER"));
    run("audit", "--base", "own/python:7=debian:13/3.12");
    assertThat(asked.get(0).images().named())
        .extracting(BaseImage::reference)
        .containsExactly("python:3.12-slim-trixie", "own/python:7");
  }

  @Test
  void formats() throws IOException {
    dockerfile(GOOD.replace("USER 10001\n", ""));
    Schema.assertValid(run("audit", "--json").out());
    Schema.assertValid(run("audit", "--format", "json").out());
    assertThat(run("audit", "--format", "sarif").out()).contains("\"version\" : \"2.1.0\"");
    assertThat(run("audit", "--format", "sarif", "--json").exitCode())
        .isEqualTo(ExitCode.WRONG_USAGE);
  }

  @Test
  void aDirectoryAndAMissingFile() throws IOException {
    Files.createDirectories(directory.resolve("docker"));
    Files.writeString(directory.resolve("docker/Dockerfile"), "FROM scratch\n");
    assertThat(run("audit", "docker").out()).contains("docker/Dockerfile");
    assertThat(run("audit", "Dockerfil").exitCode()).isEqualTo(ExitCode.REQUIREMENTS);
  }

  @Test
  void aDockerIgnoreMayStandBesideTheDockerfile() throws IOException {
    dockerfile(GOOD.replace("USER", "COPY . .\nUSER"));
    assertThat(run("audit").out()).contains("[no-dockerignore]");
    Files.writeString(directory.resolve("Dockerfile.dockerignore"), ".git\n");
    assertThat(run("audit").out()).doesNotContain("[no-dockerignore]");
  }
}
