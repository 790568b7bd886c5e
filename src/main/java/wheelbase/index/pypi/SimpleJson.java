package wheelbase.index.pypi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads a project's page in JSON (PEP 691, 700, 714), token by token. */
final class SimpleJson {
  private static final JsonFactory JSON = new JsonFactory();

  private SimpleJson() {}

  /**
   * The files in page order.
   *
   * @param url the final URL of the page
   * @throws IOException where it is not a JSON object of that shape (pip then stops with an error
   *     of its own), or its API version is not 1
   */
  static List<PageLink> read(byte[] json, PageUrl url) throws IOException {
    List<PageLink> links = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("the JSON is not an object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        JsonToken value = parser.nextToken();
        if (field.equals("files") && value == JsonToken.START_ARRAY) {
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            readFile(parser, url).ifPresent(links::add);
          }
          if (parser.currentToken() != JsonToken.END_ARRAY) {
            throw new IOException("a file in the JSON is not an object");
          }
        } else if (field.equals("files")) {
          throw new IOException("`files` in the JSON is not a list");
        } else if (field.equals("meta") && value == JsonToken.START_OBJECT) {
          checkVersion(parser);
        } else {
          parser.skipChildren();
        }
      }
      if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
        throw new IOException("the JSON ends early, or more follows it");
      }
    }
    return links;
  }

  private static void checkVersion(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      if (field.equals("api-version")
          && value == JsonToken.VALUE_STRING
          && !parser.getText().startsWith("1.")) {
        throw new IOException("the index speaks version " + parser.getText() + " of the API");
      }
      parser.skipChildren();
    }
  }

  private static Optional<PageLink> readFile(JsonParser parser, PageUrl page) throws IOException {
    Optional<String> url = Optional.empty();
    Optional<String> requiresPython = Optional.empty();
    Optional<String> yanked = Optional.empty();
    Map<String, String> hashes = Map.of();
    Offer metadata = Offer.SILENT;
    Offer oldMetadata = Offer.SILENT;
    OptionalLong size = OptionalLong.empty();
    Optional<String> uploaded = Optional.empty();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      parser.nextToken();
      switch (field) {
        case "url" -> url = text(parser);
        case "requires-python" -> requiresPython = text(parser);
        case "yanked" -> yanked = yanked(parser);
        case "hashes" -> hashes = texts(parser);
        case "core-metadata" -> metadata = offer(parser);
        case "dist-info-metadata" -> oldMetadata = offer(parser);
        case "size" -> size = wholeNumber(parser);
        case "upload-time" -> uploaded = text(parser);
        default -> parser.skipChildren();
      }
    }
    if (url.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        PageLink.of(
            page.withoutFragment().resolve(PageUrl.parse(url.get())).quoted(),
            requiresPython.filter(text -> !text.isEmpty()),
            yanked,
            hashes,
            (metadata.said() ? metadata : oldMetadata).hashes(),
            size,
            uploaded.isPresent() && !uploaded.get().isEmpty()
                ? Optional.of(instant(uploaded.get()))
                : Optional.empty()));
  }

  private static Instant instant(String text) throws IOException {
    return PageLink.instant(text)
        .orElseThrow(() -> new IOException("`upload-time` in the JSON is not a time"));
  }

  private static Optional<String> text(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> Optional.of(parser.getText());
      case VALUE_NULL -> Optional.empty();
      default -> throw new IOException("`" + parser.currentName() + "` in the JSON is not a text");
    };
  }

  private static OptionalLong wholeNumber(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT && parser.getLongValue() >= 0) {
      return OptionalLong.of(parser.getLongValue());
    }
    parser.skipChildren();
    return OptionalLong.empty();
  }

  /** What Python finds true is yanked, and the empty text is not true. */
  private static Optional<String> yanked(JsonParser parser) throws IOException {
    boolean reasoned = parser.currentToken() == JsonToken.VALUE_STRING;
    String reason = reasoned ? parser.getText() : "";
    return isTrue(parser) ? Optional.of(reason) : Optional.empty();
  }

  /** As in Python, but that lists and objects are not counted. */
  private static boolean isTrue(JsonParser parser) throws IOException {
    boolean isTrue =
        switch (parser.currentToken()) {
          case VALUE_FALSE, VALUE_NULL -> false;
          case VALUE_STRING -> !parser.getText().isEmpty();
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue() != 0;
          default -> true;
        };
    parser.skipChildren();
    return isTrue;
  }

  private static Map<String, String> texts(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return Map.of();
    }
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new IOException("`" + parser.currentName() + "` in the JSON is not an object");
    }
    Map<String, String> result = new HashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      parser.nextToken();
      text(parser).ifPresent(value -> result.put(key, value));
    }
    return result;
  }

  private static Offer offer(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_NULL -> Offer.SILENT;
      case START_OBJECT -> new Offer(true, Optional.of(texts(parser)));
      default -> new Offer(true, isTrue(parser) ? Optional.of(Map.of()) : Optional.empty());
    };
  }

  /** What is said of a {@code .metadata} file; {@code null} in the JSON says nothing. */
  private record Offer(boolean said, Optional<Map<String, String>> hashes) {
    private static final Offer SILENT = new Offer(false, Optional.empty());
  }
}
