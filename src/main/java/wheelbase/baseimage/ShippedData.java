package wheelbase.baseimage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;

/** The JSON files that lie beside these classes. */
final class ShippedData {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ShippedData() {}

  static JsonNode read(String name) {
    try (InputStream file = ShippedData.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("the program lacks its file " + name);
      }
      return MAPPER.readTree(file);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read the program's file " + name, failure);
    }
  }

  static boolean has(String name) {
    return ShippedData.class.getResource(name) != null;
  }

  static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::textValue).toList();
  }
}
