package wheelbase.pep508;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import wheelbase.testing.Shared;
import wheelbase.testing.VectorRun;
import wheelbase.testing.VectorTest;

class MarkerVectorsTest {
  @VectorTest("markers.jsonl")
  void agreesWithPackaging(VectorRun run) {
    JsonNode environments = Shared.json(Shared.vectors().resolve("environments.json"));
    run.check(
        MarkerVectorsTest::expected, vector -> MarkerVectorsTest.actual(vector, environments));
  }

  private static Object expected(JsonNode vector) {
    if (vector.path("op").asText().equals("parse")) {
      return vector.path("valid").asBoolean() ? vector.path("normalized").asText() : "invalid";
    }
    String result = vector.path("result").asText();
    return result.startsWith("error:") ? "error" : result;
  }

  private static Object actual(JsonNode vector, JsonNode environments) {
    Marker marker;
    try {
      marker = Marker.parse(vector.path("marker").asText());
    } catch (RequirementSyntaxException e) {
      return "invalid";
    }
    if (vector.path("op").asText().equals("parse")) {
      return marker.toString();
    }
    MarkerResult result = marker.evaluate(environment(vector, environments), extra(vector));
    return result.isError() ? "error" : String.valueOf(result == MarkerResult.HOLDS);
  }

  private static MarkerEnvironment environment(JsonNode vector, JsonNode environments) {
    Map<String, String> values = new HashMap<>();
    environments
        .path(vector.path("environment").asText())
        .properties()
        .forEach(entry -> values.put(entry.getKey(), entry.getValue().asText()));
    vector
        .path("override")
        .properties()
        .forEach(entry -> values.put(entry.getKey(), entry.getValue().asText()));
    return new MarkerEnvironment(values);
  }

  private static Optional<String> extra(JsonNode vector) {
    if (vector.has("extra")) {
      return Optional.of(vector.path("extra").asText());
    }
    return vector.path("context").asText().equals("requirement")
        ? Optional.empty()
        : Optional.of("");
  }
}
