package wheelbase.dockerfile.syntax;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words of an exec form.
 *
 * @param words the strings of the array
 * @param onlyStrings whether it holds nothing else; if it does, BuildKit refuses the instruction
 */
record JsonWords(List<Word> words, boolean onlyStrings) {
  private static final JsonFactory FACTORY = new JsonFactory();

  /** Empty where the text is no JSON array; it is a shell form then. */
  static Optional<JsonWords> read(MappedText text) {
    if (!text.value().startsWith("[")) {
      return Optional.empty();
    }
    try (JsonParser parser = FACTORY.createParser(text.value())) {
      return Optional.of(array(parser, text));
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  private static JsonWords array(JsonParser parser, MappedText text) throws IOException {
    List<Word> words = new ArrayList<>();
    boolean onlyStrings = true;
    parser.nextToken();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.VALUE_STRING) {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        String value = parser.getText();
        int end = (int) parser.currentLocation().getCharOffset();
        words.add(new Word(value, text.extent(start, end)));
      } else {
        onlyStrings = false;
        parser.skipChildren();
      }
    }
    if (parser.nextToken() != null) {
      throw new IOException("more follows the array");
    }
    return new JsonWords(onlyStrings ? words : List.of(), onlyStrings);
  }
}
