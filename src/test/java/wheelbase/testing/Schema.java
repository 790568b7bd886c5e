package wheelbase.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;

/**
 * The published schema, made strict: what the program prints has no key that the schema does not
 * know, though a reader must allow for new ones.
 */
public final class Schema {
  private static final String RESOURCE = "/wheelbase/report/wheelbase-1.schema.json";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchema STRICT = load();

  private Schema() {}

  /** Asserts that it is valid, and reads it. */
  public static JsonNode assertValid(String json) throws IOException {
    JsonNode node = JSON.readTree(json);
    assertThat(STRICT.validate(node)).isEmpty();
    return node;
  }

  private static JsonSchema load() {
    try (InputStream stream = Schema.class.getResourceAsStream(RESOURCE)) {
      JsonNode schema = JSON.readTree(stream);
      makeStrict(schema);
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void makeStrict(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.path("type").asText().equals("object")
        && object.has("properties")
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    node.forEach(Schema::makeStrict);
  }
}
