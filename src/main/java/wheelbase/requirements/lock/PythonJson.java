package wheelbase.requirements.lock;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * JSON letter by letter as Python's {@code json.dumps(..., sort_keys=True)} writes it: poetry and
 * pipenv recognise a file that was edited by the hash of this text.
 */
final class PythonJson {
  private final String comma;
  private final String colon;

  private PythonJson(String comma, String colon) {
    this.comma = comma;
    this.colon = colon;
  }

  /** The hash of the text with blanks after commas and colons, as {@code json.dumps} has them. */
  static String spacedHash(JsonNode tree) {
    return hash(new PythonJson(", ", ": ").text(tree));
  }

  /** The hash of the text without blanks. */
  static String compactHash(JsonNode tree) {
    return hash(new PythonJson(",", ":").text(tree));
  }

  private String text(JsonNode node) {
    if (node.isObject()) {
      TreeMap<String, JsonNode> sorted = new TreeMap<>();
      node.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
      StringJoiner entries = new StringJoiner(comma, "{", "}");
      sorted.forEach((key, value) -> entries.add(quoted(key) + colon + text(value)));
      return entries.toString();
    }
    if (node.isArray()) {
      StringJoiner elements = new StringJoiner(comma, "[", "]");
      node.forEach(element -> elements.add(text(element)));
      return elements.toString();
    }
    return node.isTextual() ? quoted(node.asText()) : node.toString();
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char character : text.toCharArray()) {
      switch (character) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        case '\f' -> quoted.append("\\f");
        case '\b' -> quoted.append("\\b");
        default -> {
          if (character < ' ' || character > '~') {
            quoted.append(String.format("\\u%04x", (int) character));
          } else {
            quoted.append(character);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
