package wheelbase.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.testing.BuildCheck;
import wheelbase.testing.Buildx;
import wheelbase.testing.Shared;

/** Services of one repository, over the real index, really built; their bake file really read. */
@Tag("build-more")
class BakedImagesTest {
  @TempDir private Path directory;

  @BeforeEach
  void bake() throws IOException {
    BakeCommandTest.copy(Path.of("src/test/resources/bake/shop"), directory.resolve("shop"));
    Map<String, String> environment = new TreeMap<>(System.getenv());
    environment.put("XDG_CACHE_HOME", directory.resolve("cache").toString());
    CommandLineRun run =
        CommandLineRun.of(
            directory,
            new IndexedPipeline(environment),
            environment,
            false,
            "bake",
            "shop",
            "--python",
            "3.13",
            "--base",
            "slim-trixie");
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"web, flask", "services/worker, click"})
  void holdTogether(String service, String installed) throws IOException, InterruptedException {
    Path context = directory.resolve("shop").resolve(service);
    BuildCheck.assertLintFree(context);
    JsonNode image = BuildCheck.assertComplete(context);
    assertThat(image.path("installed").toString()).containsIgnoringCase(installed);
  }

  @Test
  void areWhatBuildxWouldBuild() throws IOException, InterruptedException {
    Buildx.need();
    Path shop = directory.resolve("shop");
    JsonNode printed = Shared.json(Buildx.run(shop, Map.of(), "bake", "--print"));
    assertThat(printed.path("target").properties())
        .allSatisfy(
            target -> {
              Path context = shop.resolve(target.getValue().path("context").asText());
              String dockerfile = target.getValue().path("dockerfile").asText();
              assertThat(context.resolve(dockerfile)).isRegularFile();
            })
        .hasSize(3);
  }
}
