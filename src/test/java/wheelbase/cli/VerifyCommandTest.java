package wheelbase.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.testing.Schema;

/** The command, with an engine that is a shell script and writes down what it is asked. */
class VerifyCommandTest {
  private static final Pipeline UNASKED =
      (request, index, progress) -> {
        throw new AssertionError("the index is not to be asked");
      };

  private static final String PROBED =
      """
      {"python": "3.13.2", "release": "debian:13", "uid": 10001, "bytes": 1000,
       "shared_objects": 3, "markers": {"python_version": "3.13"},
       "distributions": [{"name": "idna", "version": "3.10", "modules": ["idna"],
         "imported": ["idna"], "failed": {}}], "missing": [%s]}
      """;

  @TempDir private Path directory;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void anEngineAndAProject() throws IOException {
    Files.createDirectory(directory.resolve("programs"));
    environment.put("LANG", "C.UTF-8");
    environment.put("PATH", directory.resolve("programs").toString());
    write("requirements.txt", "idna==3.10\n");
    write("Dockerfile", "FROM mirror.test/own:1\nRUN x\n");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  private void program(String name, String script) throws IOException {
    Path file = directory.resolve("programs").resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  /** A podman that builds, or does not, and whose images answer. */
  private void podman(String build, String missing) throws IOException {
    write("probed", "wheelbase-probe:" + PROBED.formatted(missing).replace("\n", " ") + "\n");
    program(
        "podman",
        """
        printf '%%s\\n' "$*" >> '%1$s/asked'
        [ "$1" = --log-level ] && shift 2
        say() { while IFS= read -r line; do printf '%%s\\n' "$line"; done; }
        case "$1 $2" in
        "info "*) echo "4.3.1 amd64" ;;
        "build "*) %2$s ;;
        "image inspect") echo '[{"Config": {"User": "10001", "Cmd": []}}]' ;;
        "run "*) say < '%1$s/probed' ;;
        esac
        """
            .formatted(directory, build));
  }

  private CommandLineRun verify(String... options) {
    List<String> words = new java.util.ArrayList<>(List.of("verify"));
    words.addAll(List.of(options));
    return CommandLineRun.of(directory, UNASKED, environment, false, words.toArray(String[]::new));
  }

  private List<String> asked() throws IOException {
    return Files.readAllLines(directory.resolve("asked"));
  }

  @Test
  void aProvenImageIsRemovedAgain() throws IOException {
    podman("echo 'STEP 1/2'", "");
    CommandLineRun run = verify();
    assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
    assertThat(run.out()).startsWith("proven   Dockerfile, built by podman 4.3.1");
    assertThat(run.err()).contains("STEP 1/2");
    assertThat(asked().stream().filter(line -> line.startsWith("image rm")))
        .singleElement()
        .asString()
        .matches("image rm --force --no-prune localhost/wheelbase-verify:[0-9a-f]{16}");
  }

  @Test
  void aFaultEndsWithOne() throws IOException {
    podman(
        "true",
        "{\"file\": \"/v/site-packages/a.so\", \"library\": \"libpq.so.5\","
            + " \"distribution\": \"idna\"}");
    CommandLineRun run = verify("--json", "-q", "--draft-rules", "rules");
    assertThat(run.exitCode()).isEqualTo(ExitCode.CONDITION_HOLDS);
    assertThat(run.err()).isEmpty();
    assertThat(Schema.assertValid(run.out()).path("diagnostics").path(0).path("id").asText())
        .isEqualTo("library-missing");
    assertThat(directory.resolve("rules/packages/idna.json")).content().contains("\"libpq\"");
  }

  @Test
  void aBuildThatFailsIsExplainedAndLeavesNothing() throws IOException {
    podman("echo 'x.c:1:10: fatal error: ffi.h: No such file or directory' >&2; exit 1", "");
    CommandLineRun run = verify();
    assertThat(run.exitCode()).isEqualTo(ExitCode.CONDITION_HOLDS);
    assertThat(run.out()).startsWith("does not build").contains("the header `ffi.h` is not there");
    assertThat(asked()).noneMatch(line -> line.startsWith("run "));
    assertThat(asked().stream().filter(line -> line.startsWith("image rm")))
        .singleElement()
        .asString()
        .startsWith("image rm");
  }

  @Test
  void dockerWithoutItsDaemonIsPassedOver() throws IOException {
    podman("true", "");
    program("docker", "echo 'Cannot connect to the Docker daemon at x' >&2; exit 1\n");
    assertThat(verify("-q").out()).contains("passed over   docker: its daemon does not run");
    CommandLineRun asked = verify("--engine", "docker");
    assertThat(asked.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(asked.err()).contains("does not answer", "its daemon does not run");
  }

  @Test
  void withoutAnEngineNothingIsLookedAt() {
    CommandLineRun run = verify();
    assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.err()).contains("no container engine answers", "hint: install docker");
  }

  @Test
  void optionsReachTheEngine() throws IOException {
    podman("true", "");
    write("pip.conf", "");
    write("other", "FROM mirror.test/own:1 AS runtime\n");
    environment.put("WHEELBASE_ENGINE_BUILD_ARGS", "--network host");
    environment.put("WHEELBASE_ENGINE_RUN_ARGS", "--ulimit 'nofile=1024:1024'");
    CommandLineRun run =
        verify(
            "--dockerfile",
            "other",
            "--target",
            "runtime",
            "--build-arg",
            "A=b c",
            "--platform",
            "linux/arm64",
            "--secret",
            "id=pip,src=pip.conf",
            "--engine-build-arg",
            "--layers=false",
            "--no-start");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(asked())
        .anyMatch(
            line ->
                line.contains(
                    "--build-arg A=b c --target runtime --platform linux/arm64"
                        + " --secret id=pip,src=pip.conf --network host --layers=false -- "))
        .anyMatch(line -> line.startsWith("run ") && line.contains("--ulimit nofile=1024:1024"));
  }

  @ParameterizedTest
  @CsvSource({
    "--engine, nerdctl",
    "--dockerfile, nowhere",
    "--build-arg, novalue",
    "--platform, windows",
    "--secret, src=x",
    "--secret, 'id=x,src=nowhere'",
    "--time-limit, 0",
    "--patience, 0",
  })
  void whatCannotBeMeantIsToldAtOnce(String option, String value) {
    CommandLineRun run = verify(option, value);
    assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.err()).doesNotContain("no container engine");
  }
}
