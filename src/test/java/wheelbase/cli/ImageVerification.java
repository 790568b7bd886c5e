package wheelbase.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.testing.Programs;
import wheelbase.testing.Schema;

/**
 * Images that are really built and proven, through the command line: in a storage of the test's
 * own, where a stand-in has the name of the official image.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ImageVerification {
  private static final String BASE = "python:3.13-slim-trixie";

  private Path directory;
  private final Map<String, String> environment = new HashMap<>(System.getenv());

  @BeforeAll
  void storageWithAStandIn(@TempDir Path shared) throws IOException, InterruptedException {
    directory = shared;
    Programs.need("buildah");
    Path layout = standIns().orElseGet(ImageVerification::without);
    // The path becomes an image name in between: it may have no dot.
    Path link = Files.createSymbolicLink(directory.resolve("standins"), layout);
    Files.writeString(
        directory.resolve("storage.conf"),
        "[storage]\ndriver = \"overlay\"\ngraphroot = \"%1$s/root\"\nrunroot = \"%1$s/run\"\n"
            .formatted(directory));
    environment.put("CONTAINERS_STORAGE_CONF", directory.resolve("storage.conf").toString());
    environment.put("BUILDAH_ISOLATION", "chroot");
    environment.put("WHEELBASE_ENGINE_BUILD_ARGS", "--network host");
    environment.put("WHEELBASE_ENGINE_RUN_ARGS", runOptions());
    environment.put("LC_ALL", "C.UTF-8");
    String image =
        buildah("pull", "-q", "oci:" + link + ":python-3.13-slim-trixie")
            .lines()
            .reduce((first, second) -> second)
            .orElse("");
    buildah("tag", image, "docker.io/library/" + BASE);
  }

  /** The engine to build with. */
  abstract String engine();

  /** What it needs for running, in a machine like that of the tests. */
  abstract String runOptions();

  private static Optional<Path> standIns() {
    String given = System.getenv("WHEELBASE_BASES");
    String cache = System.getenv("XDG_CACHE_HOME");
    Path bases =
        given != null
            ? Path.of(given)
            : (cache != null ? Path.of(cache) : Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("wheelbase/bases");
    return Optional.of(bases.resolve("oci"))
        .filter(path -> Files.exists(path.resolve("index.json")));
  }

  private static Path without() {
    String message = "not run: there are no stand-ins for base images";
    if ("true".equals(System.getenv("CI"))) {
      return fail(message);
    }
    System.err.println(message);
    return Assumptions.abort(message);
  }

  @AfterAll
  void removeTheStorage() throws IOException, InterruptedException {
    if (environment.containsKey("CONTAINERS_STORAGE_CONF")) {
      buildah("rmi", "--all", "--force");
    }
  }

  private String buildah(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("buildah"));
    command.addAll(List.of(words));
    return Programs.run(directory, environment, "", command);
  }

  private Path project(String name, Map<String, String> files) throws IOException {
    Path project = directory.resolve(name);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = project.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return project;
  }

  private record Answer(int exitCode, JsonNode json, String log) {
    String ids() {
      return Stream.iterate(0, each -> each + 1)
          .limit(json.path("diagnostics").size())
          .map(each -> json.path("diagnostics").path(each))
          .filter(each -> each.path("severity").asText().equals("error"))
          .map(each -> each.path("id").asText())
          .sorted()
          .toList()
          .toString();
    }
  }

  /** Runs the command, and sees to it that no other image is there afterwards, or is gone. */
  private Answer verify(Path project, String... options) throws IOException, InterruptedException {
    String before = named();
    List<String> words =
        new ArrayList<>(List.of("verify", project.toString(), "--engine", engine(), "--json"));
    words.addAll(List.of(options));
    CommandLineRun run =
        CommandLineRun.of(
            directory,
            new IndexedPipeline(environment),
            environment,
            false,
            words.toArray(String[]::new));
    assertThat(run.out()).as(run.err()).isNotEmpty();
    assertThat(named()).isEqualTo(before).contains("docker.io/library/python");
    assertThat(buildah("containers", "--quiet")).isEmpty();
    return new Answer(run.exitCode(), Schema.assertValid(run.out()), run.err());
  }

  /** Images that have a name: the rest is cache. */
  private String named() throws IOException, InterruptedException {
    return buildah("images", "--format", "{{.Name}} {{.Tag}} {{.ID}}")
        .lines()
        .filter(line -> !line.contains("<none>"))
        .sorted()
        .reduce("", (lines, line) -> lines + line + "\n");
  }

  @Test
  @Tag("network")
  void whatWouldBeGeneratedOfWheelsIsProven() throws Exception {
    Path project =
        project(
            "wheels",
            Map.of(
                "requirements.txt",
                "flask==3.1.0\ngunicorn==23.0.0\npsycopg2-binary==2.9.10\n",
                "app.py",
                """
                from flask import Flask
                app = Flask(__name__)
                @app.get("/healthz")
                def well():
                    return "well"
                """));
    Answer answer = verify(project, "--python", "3.13", "--base", "slim-trixie");
    assertThat(answer.exitCode()).as(answer.log() + answer.json()).isZero();
    JsonNode image = answer.json().path("verification").path("image");
    assertThat(image.path("start").path("healthy").asBoolean()).isTrue();
    assertThat(image.path("read_only").asBoolean()).isTrue();
    assertThat(image.path("uid").asInt()).isEqualTo(10001);
    assertThat(image.path("linked_files").asInt()).isGreaterThan(100);
    assertThat(image.path("distributions")).hasSizeGreaterThan(6);
    assertThat(image.path("predicted").path("on_disk").asLong()).isPositive();
    assertThat(project).isDirectoryNotContaining("glob:**Dockerfile");
  }

  /** One Dockerfile whose second image lacks what the first one has. */
  @Test
  void aSourceBuildIsProvenAndAMissingLibraryFound() throws Exception {
    Path project =
        project(
            "source",
            Map.of(
                "requirements.txt",
                "psycopg2==2.9.10\n",
                "Dockerfile",
                """
                FROM %1$s AS builder
                RUN apt-get update -qq && \\
                    apt-get install -y -qq --no-install-recommends gcc libc6-dev libpq-dev >/dev/null
                RUN python -m venv /opt/venv
                COPY requirements.txt .
                RUN /opt/venv/bin/pip install --no-cache-dir -r requirements.txt
                FROM %1$s AS lacking
                COPY --from=builder /opt/venv /opt/venv
                ENV PATH=/opt/venv/bin:$PATH
                USER 10001
                FROM %1$s AS runtime
                RUN apt-get update -qq && \\
                    apt-get install -y -qq --no-install-recommends libpq5 libmagic1t64 >/dev/null
                COPY --from=builder /opt/venv /opt/venv
                ENV PATH=/opt/venv/bin:$PATH
                USER 10001
                """
                    .formatted(BASE)));
    Answer whole = verify(project, "--no-prediction", "--no-start", "--engine-build-arg=--layers");
    assertThat(whole.exitCode()).as(whole.log() + whole.json()).isZero();
    assertThat(whole.json().path("diagnostics").findValuesAsText("message"))
        .anyMatch(message -> message.startsWith("nothing in the image uses libmagic1t64"))
        .noneMatch(message -> message.contains("libpq5"));

    Answer lacking =
        verify(
            project,
            "--no-prediction",
            "--no-start",
            "--engine-build-arg=--layers",
            "--target",
            "lacking");
    assertThat(lacking.exitCode()).isEqualTo(ExitCode.CONDITION_HOLDS);
    assertThat(lacking.ids()).isEqualTo("[import-lacks-library, library-missing]");
    assertThat(lacking.json().path("diagnostics").findValuesAsText("hint"))
        .contains("install libpq5 in the runtime stage");
  }

  /** A stage that adds nothing is what engines leave a container of, or take for their own. */
  @Test
  void aBuildThatFailsIsExplained() throws Exception {
    Path project =
        project(
            "failing",
            Map.of(
                "Dockerfile",
                """
                FROM %1$s AS base
                FROM base AS builder
                RUN pip install --no-cache-dir psycopg2==2.9.10
                FROM base
                COPY --from=builder /usr/local /usr/local
                """
                    .formatted(BASE)));
    Answer answer = verify(project, "--no-prediction");
    assertThat(answer.exitCode()).isEqualTo(ExitCode.CONDITION_HOLDS);
    JsonNode fault = answer.json().path("verification").path("build").path("faults").path(0);
    assertThat(fault.path("cause").asText()).isEqualTo("missing-tool");
    assertThat(fault.path("library").asText()).isEqualTo("libpq");
    assertThat(fault.path("package").asText()).isEqualTo("psycopg2");
    assertThat(answer.json().path("diagnostics").path(0).path("hint").asText())
        .isEqualTo("install libpq-dev in the build stage");
  }
}
