package wheelbase.index.pypi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads PyPI's JSON API of a project for what a Simple page in HTML may lack: when each file was
 * uploaded. Addresses are not taken from there: behind proxies they lead nowhere.
 */
final class JsonApi {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonApi() {}

  /** The address beside a Simple page: {@code …/simple/NAME/} to {@code …/pypi/NAME/json}. */
  static Optional<String> address(String indexUrl, String project) {
    String root = indexUrl.endsWith("/") ? indexUrl : indexUrl + "/";
    return root.endsWith("/simple/")
        ? Optional.of(
            root.substring(0, root.length() - "simple/".length()) + "pypi/" + project + "/json")
        : Optional.empty();
  }

  /**
   * File name to upload time, of all releases.
   *
   * @throws IOException where it is not a JSON object
   */
  static Map<String, Instant> uploadTimes(byte[] json) throws IOException {
    Map<String, Instant> result = new HashMap<>();
    try (JsonParser parser = JSON.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("the JSON is not an object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean releases = parser.currentName().equals("releases");
        if (parser.nextToken() == JsonToken.START_OBJECT && releases) {
          while (parser.nextToken() == JsonToken.FIELD_NAME) {
            parser.nextToken();
            readFiles(parser, result);
          }
        } else {
          parser.skipChildren();
        }
      }
    }
    return result;
  }

  private static void readFiles(JsonParser parser, Map<String, Instant> result) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      String name = "";
      Optional<Instant> uploaded = Optional.empty();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        if (parser.nextToken() == JsonToken.VALUE_STRING) {
          if (field.equals("filename")) {
            name = parser.getText();
          } else if (field.equals("upload_time_iso_8601")) {
            uploaded = PageLink.instant(parser.getText());
          }
        } else {
          parser.skipChildren();
        }
      }
      if (uploaded.isPresent()) {
        result.put(name, uploaded.get());
      }
    }
  }
}
