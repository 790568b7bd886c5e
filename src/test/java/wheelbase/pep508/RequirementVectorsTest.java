package wheelbase.pep508;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import wheelbase.testing.VectorRun;
import wheelbase.testing.VectorTest;

class RequirementVectorsTest {
  @VectorTest("requirements-lines.jsonl")
  void agreesWithPackaging(VectorRun run) {
    run.check(RequirementVectorsTest::expected, RequirementVectorsTest::actual);
  }

  private static Object expected(JsonNode vector) {
    if (vector.path("op").asText().equals("canonicalize_name")) {
      return List.of(vector.path("expected").asText(), vector.path("is_normalized").asBoolean());
    }
    return vector.path("valid").asBoolean()
        ? List.of(
            vector.path("name").asText(),
            vector.path("canonical_name").asText(),
            StreamSupport.stream(vector.path("extras").spliterator(), false)
                .map(JsonNode::asText)
                .toList(),
            vector.path("specifier").asText(),
            orEmpty(vector.path("url")),
            orEmpty(vector.path("marker")),
            vector.path("normalized").asText())
        : "invalid";
  }

  private static Object actual(JsonNode vector) {
    String input = vector.path("input").asText();
    if (vector.path("op").asText().equals("canonicalize_name")) {
      String normal = PackageName.normalize(input);
      return List.of(normal, normal.equals(input) && PackageName.isValid(input));
    }
    return Requirement.tryParse(input)
        .<Object>map(
            requirement ->
                List.of(
                    requirement.writtenName(),
                    requirement.name().value(),
                    List.copyOf(requirement.writtenExtras()),
                    requirement.specifier().toString(),
                    requirement.url().orElse(""),
                    requirement.marker().map(Marker::toString).orElse(""),
                    requirement.toString()))
        .orElse("invalid");
  }

  private static String orEmpty(JsonNode value) {
    return value.isNull() ? "" : value.asText();
  }
}
