package wheelbase.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.testing.BuildCheck;
import wheelbase.testing.Programs;
import wheelbase.testing.Shared;

/**
 * The whole road on real projects: from requirements files, over the real index, to an image that
 * is built and looked over. Three of them need no compiler (one has wheels with libraries of their
 * own), one has a package linked to a library and is installed from a lock. scripts/prove-images
 * does the same with many more.
 */
@Tag("build")
@Tag("network")
class GeneratedImagesTest {
  /** By how much the predicted size of an image may be off where every file was weighed. */
  private static final double TOLERANCE = 0.03;

  @TempDir private static Path cache;
  @TempDir private Path directory;

  @ParameterizedTest(name = "{0} on {2}")
  @CsvSource({
    "docker__awesome-compose__fastapi, 3.13, slim-trixie, ,",
    "geopython__pycsw, 3.13, slim-trixie, ,",
    "mher__flower, 3.11, slim-bookworm, ,",
    "uygararas__pool_registration_system, 3.11, slim-bookworm, mysqlclient, --lock",
  })
  void holdTogether(String project, String python, String base, String compiled, String lock)
      throws IOException, InterruptedException {
    Shared.copyProject(project, directory);
    JsonNode offer =
        Shared.json(succeed("check", "--json", "--python", python, "--base", base))
            .path("recommendation")
            .path("candidates")
            .path(0);
    assertThat(offer.path("source_builds"))
        .map(JsonNode::asText)
        .containsExactlyElementsOf(compiled == null ? List.of() : List.of(compiled));

    succeed(
        "generate",
        Stream.of("--python", python, "--base", base, lock)
            .filter(Objects::nonNull)
            .toArray(String[]::new));
    BuildCheck.assertLintFree(directory);
    JsonNode image = BuildCheck.assertComplete(directory);

    JsonNode size = offer.path("size");
    long predicted = size.path("on_disk").asLong() - size.path("parts").path("base").asLong();
    long real = image.path("size").path("over_base_bytes").asLong();
    long whole = image.path("size").path("total_bytes").asLong();
    assertThat(Math.abs(predicted - real) / (double) whole)
        .as("predicted %d bytes over the base, really %d", predicted, real)
        .isLessThan(TOLERANCE);
  }

  /** The tool that keeps the lock installs from it, and the verdict is on what is locked. */
  @Test
  void areInstalledFromALockFileAsItIs() throws IOException, InterruptedException {
    Programs.need("uv");
    Files.writeString(
        directory.resolve("pyproject.toml"),
        """
        [project]
        name = "shop"
        version = "1"
        requires-python = ">=3.11"
        dependencies = ["click<8.2", "markupsafe"]
        """);
    Files.writeString(directory.resolve("main.py"), "import click, markupsafe\n");
    String said = Programs.run(directory, System.getenv(), "", List.of("uv", "lock"));
    assertThat(directory.resolve("uv.lock")).as(said).exists();

    succeed("generate", "--python", "3.13", "--base", "slim-trixie");
    assertThat(directory.resolve("Dockerfile")).content().contains("uv sync --frozen");
    BuildCheck.assertLintFree(directory);
    JsonNode image = BuildCheck.assertComplete(directory);
    assertThat(image.path("installed").toString())
        .contains("click", "8.1.", "MarkupSafe")
        .doesNotContain("shop");
  }

  private String succeed(String command, String... options) {
    Map<String, String> environment = new TreeMap<>(System.getenv());
    environment.put("XDG_CACHE_HOME", cache.toString());
    String[] args =
        Stream.of(Stream.of(command, ".", "--arch", "amd64"), Stream.of(options))
            .flatMap(each -> each)
            .toArray(String[]::new);
    CommandLineRun run =
        CommandLineRun.of(directory, new IndexedPipeline(environment), environment, false, args);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out();
  }
}
