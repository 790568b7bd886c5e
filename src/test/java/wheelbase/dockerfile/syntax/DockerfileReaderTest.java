package wheelbase.dockerfile.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Dockerfiles drawn to be difficult, held against what BuildKit's own parser said of them ({@code
 * scripts/refresh-dockerfile-truth} asks it anew).
 */
public class DockerfileReaderTest {
  private static final Path VECTORS = Path.of("src/test/resources/dockerfile-syntax");
  private static final ObjectMapper JSON = new ObjectMapper();

  public static Stream<String> files() throws IOException {
    try (Stream<Path> found = Files.list(VECTORS)) {
      List<String> names =
          found
              .map(each -> each.getFileName().toString())
              .filter(each -> each.endsWith(".Dockerfile"))
              .sorted()
              .toList();
      return names.stream();
    }
  }

  static Stream<JsonNode> words() throws IOException {
    JsonNode words = JSON.readTree(VECTORS.resolve("words.json").toFile());
    return StreamSupport.stream(words.spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("files")
  void readsAsBuildKitDoes(String name) throws IOException {
    JsonNode truth = JSON.readTree(VECTORS.resolve("truth.json").toFile()).get(name);
    Dockerfile read = DockerfileReader.read(name, Files.readString(VECTORS.resolve(name)));
    assertThat(ParserTruth.difference(truth, read)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("words")
  void expandsAsBuildKitDoes(JsonNode truth) {
    WordExpansion read =
        WordExpansion.of(
            truth.get("word").asText(),
            '\\',
            name ->
                java.util.Optional.ofNullable(truth.get("environment").get(name))
                    .map(JsonNode::asText));
    assertThat(read.fault().isPresent()).as("faulty: %s", truth).isEqualTo(truth.has("fault"));
    assertThat(read.value()).isEqualTo(truth.get("result").asText());
  }
}
