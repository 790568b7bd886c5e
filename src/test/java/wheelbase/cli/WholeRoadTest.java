package wheelbase.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.testing.Golden;
import wheelbase.testing.Schema;

/** The commands over a real HTTP index on the loopback: nothing between is a stand-in. */
class WholeRoadTest {
  @TempDir private Path directory;
  private IndexServer index;

  @BeforeEach
  void anIndexAndAProject() throws IOException {
    index =
        new IndexServer()
            .wheel("flask", "3.0.0", "py3-none-any", "speedy>=1.0")
            .wheel("speedy", "1.0", "cp313-cp313-manylinux_2_28_x86_64")
            .nativeSdist("speedy", "1.0")
            .wheel("speedy", "0.9", "py3-none-any")
            .wheel("gunicorn", "23.0.0", "py3-none-any");
    project("flask==3.0.0\ngunicorn\n");
    Files.writeString(
        directory.resolve("project/app.py"), "from flask import Flask\napp = Flask(__name__)\n");
  }

  @AfterEach
  void close() {
    index.close();
  }

  private void project(String requirements) throws IOException {
    Files.createDirectories(directory.resolve("project"));
    Files.writeString(directory.resolve("project/requirements.txt"), requirements);
  }

  private CommandLineRun run(String... args) {
    return runOver(index.url(), args);
  }

  private CommandLineRun runOver(String url, String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("project", "--cache-dir", "cache"));
    return run(directory, url, all);
  }

  /** In a directory below, without naming the project. */
  private CommandLineRun runIn(String below, String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--cache-dir", "../cache"));
    return run(directory.resolve(below), index.url(), all);
  }

  private CommandLineRun run(Path here, String url, List<String> args) {
    List<String> all = new ArrayList<>(args);
    all.addAll(List.of("--index-url", url, "--exclude-newer", "2026-11-20", "--python", "3.13"));
    Map<String, String> environment =
        Map.of("LANG", "C.UTF-8", "PIP_CONFIG_FILE", "/dev/null", "HOME", directory.toString());
    return CommandLineRun.of(
        here, new IndexedPipeline(environment), environment, false, all.toArray(String[]::new));
  }

  @Test
  void check() throws IOException {
    CommandLineRun text = run("check");
    assertThat(text.err()).isEmpty();
    assertThat(text.exitCode()).isZero();
    Golden.assertMatches("cli/road-check.txt", text.out());
    JsonNode json = Schema.assertValid(run("check", "--json").out());
    assertThat(json.at("/resolutions/cp313-manylinux_2_41_aarch64/files/speedy").asText())
        .isEqualTo("speedy-1.0.tar.gz");
    assertThat(json.at("/resolutions/cp313-manylinux_2_41_x86_64/files/speedy").asText())
        .isEqualTo("speedy-1.0-cp313-cp313-manylinux_2_28_x86_64.whl");
    assertThat(json.at("/resolutions/cp313-manylinux_2_41_aarch64/wheels_only/conflict").asText())
        .isEqualTo(
            "speedy 1.0 has no wheel for cp313-manylinux_2_41_aarch64 (for another architecture):"
                + " its sdist needs a compiler, and no rule says what else");
    assertThat(json.at("/packages/2/required_by/0/0").asText()).isEqualTo("requirements.txt:1");
  }

  @Test
  void whatWasAskedOnceIsAnsweredOfflineWithTheSameBytes() {
    String online = run("check", "--json").out();
    String url = index.url();
    index.close();
    CommandLineRun offline = runOver(url, "check", "--json", "--offline");
    assertThat(offline.err()).isEmpty();
    assertThat(offline.out()).isEqualTo(online);
  }

  @Test
  void why() throws IOException {
    CommandLineRun text = run("why", "speedy");
    assertThat(text.err()).isEmpty();
    Golden.assertMatches("cli/road-why.txt", text.out());
  }

  @Test
  void generate() throws IOException {
    CommandLineRun run = run("generate", "--base", "slim-trixie");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(directory.resolve("project/Dockerfile"))
        .content()
        .contains("FROM python:3.13-slim-trixie AS", "gunicorn", "app:app");
    assertThat(directory.resolve("project/.dockerignore")).exists();
  }

  @Test
  void aCureIsTriedWithoutWritingIt() throws IOException {
    CommandLineRun run = run("check", "--json", "--cure", "gunicorn:speedy==1.0");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode pins =
        Schema.assertValid(run.out()).at("/resolutions/cp313-manylinux_2_41_aarch64/pins");
    assertThat(pins.has("speedy")).isTrue();
    assertThat(pins.has("gunicorn")).isFalse();
    assertThat(directory.resolve("project/requirements.txt"))
        .hasContent("flask==3.0.0\ngunicorn\n");
  }

  @Test
  void aCureIsWrittenWithTheImageAndWhatWasThereIsKept() throws IOException {
    project("flask>=2 ; python_version>'3'  # web\r\ngunicorn\r\n");
    CommandLineRun run =
        run(
            "generate",
            "--base",
            "slim-trixie",
            "--cure",
            "speedy:speedy==1.0",
            "--cure",
            "flask:flask==3.0.0");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Files.readString(directory.resolve("project/requirements.txt")))
        .isEqualTo("flask==3.0.0 ; python_version>'3'  # web\r\ngunicorn\r\nspeedy==1.0\r\n");
    assertThat(Files.readString(directory.resolve("project/requirements.txt.bak")))
        .isEqualTo("flask>=2 ; python_version>'3'  # web\r\ngunicorn\r\n");
    assertThat(run.out()).contains("requirements.txt", "requirements.txt.bak");
  }

  @Test
  void aCureGoesWithTheImageWhereverThatIsWritten() throws IOException {
    project("-r base/web.txt\n");
    Files.createDirectories(directory.resolve("project/base"));
    Files.writeString(directory.resolve("project/base/web.txt"), "flask>=2\ngunicorn\n");
    Files.createDirectories(directory.resolve("out"));
    CommandLineRun run = run("generate", "--output", "out", "--cure", "flask:flask==3.0.0");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(directory.resolve("out/base/web.txt")).hasContent("flask==3.0.0\ngunicorn\n");
    assertThat(directory.resolve("project/base/web.txt")).hasContent("flask>=2\ngunicorn\n");
  }

  @Test
  void aCureThatCannotBeWrittenIsSaid() throws IOException {
    project("flask==3.0.0 --hash=sha256:00\n");
    CommandLineRun run = run("check", "--cure", "flask:flask==2");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err().replaceAll("\\s+", " "))
        .contains("requirements.txt:1:1: flask cannot be made flask==2: the lines have hashes");
  }

  @Test
  void aWholeTagGivesTheFileThatAComparisonWouldGive() throws IOException {
    run("generate", "--base", "3.13-slim-bookworm");
    String alone = Files.readString(directory.resolve("project/Dockerfile"));
    Files.delete(directory.resolve("project/Dockerfile"));
    run("generate", "--base", "slim-bookworm");
    assertThat(alone).contains("python:3.13-slim-bookworm");
    assertThat(directory.resolve("project/Dockerfile")).hasContent(alone);
  }

  /** Flags, an answers file, and the command that the answers come to: one way, the same bytes. */
  @Test
  void flagsAndAnswersWriteTheSameBytes() throws IOException {
    String[] flags = {
      "generate",
      "--base",
      "alpine3.24",
      "--port",
      "9000",
      "--workers",
      "3",
      "--cure",
      "gunicorn:gunicorn==23.0.0",
      "--health",
      "none",
      "--no-dockerignore",
      "--save-answers",
      "image.json"
    };
    CommandLineRun first = run(flags);
    assertThat(first.exitCode()).as(first.err()).isZero();
    Map<String, String> written = files();
    assertThat(written.get("Dockerfile")).contains("3.13-alpine3.24", "EXPOSE 9000");
    assertThat(written).doesNotContainKey(".dockerignore");
    assertThat(written.get("requirements.txt")).contains("gunicorn==23.0.0");
    assertThat(directory.resolve("image.json"))
        .hasContent(
            """
            {
              "schema" : "wheelbase-answers/1",
              "python" : "3.13",
              "cures" : "gunicorn:gunicorn==23.0.0",
              "base" : "alpine3.24",
              "port" : "9000",
              "health" : "none",
              "workers" : "3",
              "dockerignore" : "no"
            }""");
    startAnew();
    CommandLineRun again = run("generate", "--answers", "image.json");
    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(files()).isEqualTo(written);
    startAnew();
    assertThat(run("generate", "--answers", "image.json", "--port", "8111").exitCode()).isZero();
    assertThat(files().get("Dockerfile")).contains("EXPOSE 8111", "alpine3.24");
  }

  @Test
  void withoutInputTheWizardIsGenerate() throws IOException {
    assertThat(run("generate").exitCode()).isZero();
    Map<String, String> written = files();
    startAnew();
    CommandLineRun root = runIn("project", "--no-input");
    assertThat(root.exitCode()).as(root.err()).isZero();
    assertThat(root.out()).startsWith("Wrote Dockerfile, .dockerignore");
    assertThat(files()).isEqualTo(written);
    assertThat(runIn("project", "generate", "--no-input").exitCode()).isZero();
  }

  @Test
  void answersAreForLookingToo() throws IOException {
    Files.writeString(
        directory.resolve("image.json"),
        "{\"schema\": \"wheelbase-answers/1\", \"base\": \"alpine3.24\", \"port\": 80}");
    CommandLineRun check = run("check", "--answers", "image.json");
    assertThat(check.err()).isEmpty();
    assertThat(check.out()).contains("alpine3.24").doesNotContain("slim-bookworm");
  }

  @Test
  void anAnswersFileThatIsWrongIsShownWithItsLines() throws IOException {
    Files.writeString(
        directory.resolve("image.json"),
        "{\n  \"schema\": \"wheelbase-answers/1\",\n  \"prot\": 80,\n  \"user\": 0\n}\n");
    CommandLineRun run = run("generate", "--answers", "image.json");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("image.json:3:3: nothing is asked that is called `prot`")
        .contains("      \"prot\": 80,\n      ^")
        .contains("did you mean `port`?")
        .contains("image.json:4:3: user: `0` is root");
    assertThat(run("generate", "--answers", "imagee.json").err()).contains("`image.json`?");
    assertThat(directory.resolve("project/Dockerfile")).doesNotExist();
  }

  @Test
  void answersThatCannotBeKeptStopTheWriting() {
    CommandLineRun run = run("generate", "--save-answers", "nowhere/image.json");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("`nowhere/image.json` cannot be written");
    assertThat(directory.resolve("project/Dockerfile")).doesNotExist();
  }

  private void startAnew() throws IOException {
    for (String name : files().keySet()) {
      Files.delete(directory.resolve("project").resolve(name));
    }
    project("flask==3.0.0\ngunicorn\n");
    Files.writeString(
        directory.resolve("project/app.py"), "from flask import Flask\napp = Flask(__name__)\n");
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(directory.resolve("project"))) {
      for (Path file : files.toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }

  @Test
  void aConflict() throws IOException {
    project("flask==3.0.0\nspeedy<1\n");
    CommandLineRun run = run("check");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    Golden.assertMatches("cli/road-conflict.txt", run.err());
    CommandLineRun json = run("check", "--json");
    assertThat(json.exitCode()).isEqualTo(3);
    assertThat(Schema.assertValid(json.out()).at("/resolutions")).isNotEmpty();
  }

  @Test
  void aNameThatTheIndexDoesNotKnow() throws IOException {
    project("flask==3.0.0\nspeeedy\n");
    CommandLineRun run = run("check");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("requirements.txt:2").contains("speeedy");
  }

  @Test
  void aLineThatPipRefuses() throws IOException {
    project("flask=3.0.0\n");
    CommandLineRun run = run("check");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("requirements.txt:1:").contains("    flask=3.0.0\n");
  }

  @Test
  void noRequirementsFile() throws IOException {
    Files.move(
        directory.resolve("project/requirements.txt"),
        directory.resolve("project/requirments.txt"));
    CommandLineRun run = run("check");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("requirments.txt");
  }

  @Test
  void anIndexThatIsNotThere() {
    String url = index.url();
    index.close();
    CommandLineRun run = runOver(url, "check", "--offline");
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.err()).contains("flask");
  }
}
