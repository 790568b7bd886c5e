package wheelbase.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what the engines' {@code inspect} prints: three shapes around the same settings. */
final class ImageConfigReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ImageConfigReader() {}

  /**
   * @param json an object, or an array with one
   * @throws IOException where it is neither
   */
  static ImageConfig read(String json) throws IOException {
    JsonNode image;
    try {
      image = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IOException("the engine's description of the image is not JSON", e);
    }
    if (image.isArray()) {
      image = image.path(0);
    }
    // buildah keeps the Docker form, which alone knows health checks, in a member of its own.
    if (image.path("Docker").isObject()) {
      image = image.path("Docker");
    }
    JsonNode config = image.path(image.has("Config") ? "Config" : "config");
    if (!config.isObject()) {
      throw new IOException("the engine describes no image");
    }
    // podman has it beside the configuration.
    JsonNode health =
        config.path("Healthcheck").isObject()
            ? config.path("Healthcheck")
            : image.path(image.has("Healthcheck") ? "Healthcheck" : "HealthCheck");
    List<String> exposed = new ArrayList<>();
    config.path("ExposedPorts").fieldNames().forEachRemaining(exposed::add);
    List<String> test = texts(health.path("Test"));
    return new ImageConfig(
        config.path("User").asText(""),
        environment(config.path("Env")),
        texts(config.path("Entrypoint")),
        texts(config.path("Cmd")),
        config.path("WorkingDir").asText(""),
        exposed,
        test.size() > 1 ? test : List.of(),
        config.path("StopSignal").asText("").isEmpty()
            ? "SIGTERM"
            : config.path("StopSignal").asText(),
        labels(config.path("Labels")),
        image.path(image.has("Architecture") ? "Architecture" : "architecture").asText(""));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static Map<String, String> environment(JsonNode array) {
    Map<String, String> values = new TreeMap<>();
    for (String each : texts(array)) {
      int sign = each.indexOf('=');
      values.put(sign < 0 ? each : each.substring(0, sign), each.substring(sign + 1));
    }
    return values;
  }

  private static Map<String, String> labels(JsonNode object) {
    Map<String, String> labels = new TreeMap<>();
    object.properties().forEach(each -> labels.put(each.getKey(), each.getValue().asText()));
    return labels;
  }
}
