package wheelbase.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wheelbase.testing.BuildCheck;

/** The patterns of the {@code patterns} page, really built. */
class PatternBuildTest {
  /** Two that have most of what the others have: a bind mount, a prefix, uv, no cache. */
  @ParameterizedTest
  @Tag("build")
  @ValueSource(strings = {"pattern-wheelhouse", "pattern-uv-prefix"})
  void theTrickiestAreBuiltEachTime(String name) throws IOException, InterruptedException {
    builds(name);
  }

  @ParameterizedTest
  @Tag("build-more")
  @MethodSource("all")
  void eachIsBuilt(String name) throws IOException, InterruptedException {
    builds(name);
  }

  @ParameterizedTest
  @Tag("build-more")
  @MethodSource("all")
  void lintersFindNothing(String name) throws IOException, InterruptedException {
    BuildCheck.assertLintFree(write(name));
  }

  static Stream<String> all() {
    return PatternProjects.requests().keySet().stream();
  }

  private static void builds(String name) throws IOException, InterruptedException {
    JsonNode answer = BuildCheck.assertComplete(write(name));
    // So much that nothing of the build stage can have come along unnoticed.
    assertThat(answer.path("size").path("over_base_bytes").asLong())
        .isBetween(9_000_000L, 25_000_000L);
    assertThat(answer.path("runs_as").toString()).contains("10001");
  }

  private static Path write(String name) throws IOException {
    Path directory = Path.of("target", "build-check", name).toAbsolutePath();
    Files.createDirectories(directory);
    for (Map.Entry<String, String> file : PatternProjects.files(name).entrySet()) {
      Files.writeString(directory.resolve(file.getKey()), file.getValue());
    }
    Requests requests = PatternProjects.requests().get(name);
    DockerfilePlan plan = requests.plan();
    WriteOutcome written =
        new ProjectWriter(directory).write(plan, new DockerfileWriter().files(plan), true);
    assertThat(written.refused()).isFalse();
    return directory;
  }
}
