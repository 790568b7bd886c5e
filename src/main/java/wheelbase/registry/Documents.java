package wheelbase.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wheelbase.baseimage.ImageReference;
import wheelbase.platform.Architecture;

/** Reads the JSON of registries: indexes, manifests, image configurations (OCI image format). */
final class Documents {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Documents() {}

  static JsonNode read(ImageReference image, byte[] content) {
    try {
      JsonNode read = JSON.readTree(content);
      if (read != null && read.isObject()) {
        return read;
      }
    } catch (IOException notJson) {
      // Said below.
    }
    throw Refusals.unclear(image, "what it sent is not JSON");
  }

  /** The digest of the manifest for Linux on an architecture; what describes builds has none. */
  static Optional<String> manifestFor(JsonNode index, Architecture architecture) {
    for (JsonNode manifest : index.path("manifests")) {
      JsonNode platform = manifest.path("platform");
      String digest = manifest.path("digest").asText("");
      if (platform.path("os").asText("").equals("linux")
          && platform.path("architecture").asText("").equals(architecture.engineName())
          && Digests.isDigest(digest)) {
        return Optional.of(digest);
      }
    }
    return Optional.empty();
  }

  static PublishedImage.Contents contents(JsonNode manifest, JsonNode configuration) {
    JsonNode run = configuration.path("config");
    Map<String, String> environment = new HashMap<>();
    for (String variable : list(run.path("Env"))) {
      int equals = variable.indexOf('=');
      if (equals > 0) {
        environment.put(variable.substring(0, equals), variable.substring(equals + 1));
      }
    }
    List<String> history = new ArrayList<>();
    configuration
        .path("history")
        .forEach(entry -> history.add(entry.path("created_by").asText("")));
    long toPull = 0;
    for (JsonNode layer : manifest.path("layers")) {
      toPull += Math.max(0, layer.path("size").asLong(0));
    }
    return new PublishedImage.Contents(
        environment,
        texts(run.path("Labels")),
        run.path("User").asText(""),
        list(run.path("Entrypoint")),
        history,
        toPull);
  }

  static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new HashMap<>();
    object.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText("")));
    return texts;
  }

  private static List<String> list(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(element -> texts.add(element.asText("")));
    return texts;
  }
}
