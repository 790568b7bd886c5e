package wheelbase.bake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wheelbase.testing.Buildx;
import wheelbase.testing.Golden;

/** The golden bake files, as {@code docker buildx bake --print} understands them. */
@Tag("build-more")
class BuildxTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path directory;

  @BeforeEach
  void theProgram() {
    Buildx.need();
  }

  static Stream<String> goldens() {
    return BakeFiles.plans().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void understandsTheGoldenFile(String name) throws IOException, InterruptedException {
    JsonNode printed = printed(name, Map.of());
    Golden.assertMatches(
        "bake/" + name + ".json",
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(printed) + "\n");
    BakePlan plan = BakeFiles.plans().get(name);
    assertThat(printed.at("/target")).hasSize(plan.services().size());
    assertThat(printed.at("/group/default/targets")).hasSize(plan.services().size());
    for (Service service : plan.services()) {
      JsonNode target = printed.at("/target/" + service.name());
      assertThat(Path.of("/x", target.path("context").asText()).normalize())
          .isEqualTo(Path.of("/x", service.directory()).normalize());
    }
  }

  @Test
  void takesItsVariablesFromTheEnvironment() throws IOException, InterruptedException {
    Path secret = Files.createFile(directory.resolve("pip.conf"));
    JsonNode target =
        printed(
                "several-bases-and-secrets",
                Map.of(
                    "TAG", "1.4",
                    "REGISTRY", "registry.example/team",
                    "PLATFORMS", "linux/amd64,linux/arm64",
                    "CACHE_FROM", "type=registry,ref=registry.example/cache:{name}-{platforms}",
                    "CACHE_TO", "type=gha,mode=max,scope={name}",
                    "PIP_CONF", secret.toString(),
                    "BASE_PYTHON_3_13_TRIXIE", "docker-image://mirror.example/python:3.13"))
            .at("/target/web");
    assertThat(target.at("/tags/0").asText()).isEqualTo("registry.example/team/web:1.4");
    assertThat(target.at("/platforms").toString()).isEqualTo("[\"linux/amd64\",\"linux/arm64\"]");
    assertThat(target.at("/cache-from/0/ref").asText())
        .isEqualTo("registry.example/cache:web-linux-amd64-linux-arm64");
    assertThat(target.at("/cache-to/0/scope").asText()).isEqualTo("web");
    assertThat(target.at("/secret").toString())
        .isEqualTo("[{\"id\":\"pip-conf\",\"src\":\"" + secret + "\"}]");
    assertThat(target.path("contexts").path("python:3.13-trixie").asText())
        .isEqualTo("docker-image://mirror.example/python:3.13");
    assertThat(target.path("contexts").path("python:3.13-slim-trixie").asText())
        .isEqualTo("docker-image://python:3.13-slim-trixie");
  }

  private JsonNode printed(String name, Map<String, String> environment)
      throws IOException, InterruptedException {
    Files.writeString(
        directory.resolve("docker-bake.hcl"), BakeFiles.text(BakeFiles.plans().get(name)));
    return JSON.readTree(Buildx.run(directory, environment, "bake", "--print"));
  }
}
