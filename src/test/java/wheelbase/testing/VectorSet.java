package wheelbase.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A directory of conformance vectors. Its MANIFEST.json names the files and how many cases each
 * has; what it says must be so, lest a thinned set pass.
 *
 * @param counts file to number of cases
 */
record VectorSet(Path directory, Map<String, Integer> counts) {

  static VectorSet in(Path directory) {
    Path manifest = directory.resolve("MANIFEST.json");
    assertThat(manifest).as("the list of the vectors' files").isRegularFile();
    Map<String, Integer> counts = new TreeMap<>();
    Shared.json(manifest)
        .properties()
        .forEach(
            file -> {
              assertThat(file.getValue().asInt()).as("cases of %s", file).isPositive();
              counts.put(file.getKey(), file.getValue().asInt());
            });
    assertThat(counts).as("files in %s", manifest).isNotEmpty();
    return new VectorSet(directory, counts);
  }

  /** As many as MANIFEST.json says; empty where the set neither has nor names the file. */
  Optional<List<JsonNode>> cases(String fileName) {
    Path file = directory.resolve(fileName);
    if (!counts.containsKey(fileName)) {
      assertThat(Files.exists(file)).as("%s is there, but not in MANIFEST.json", file).isFalse();
      return Optional.empty();
    }
    assertThat(file).as("a file of MANIFEST.json").isRegularFile();
    List<JsonNode> cases = Shared.jsonLines(file);
    assertThat(cases).as("cases in %s", fileName).hasSize(counts.get(fileName));
    assertThat(cases.stream().map(VectorSet::id))
        .as("ids in %s", fileName)
        .doesNotHaveDuplicates()
        .doesNotContain("");
    return Optional.of(cases);
  }

  static String id(JsonNode vector) {
    return vector.path("id").asText();
  }
}
