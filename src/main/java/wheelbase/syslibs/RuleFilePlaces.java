package wheelbase.syslibs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.SourceSpan;

/**
 * Where in a rules file each value stands. It is asked for only where something is wrong: the tree
 * that a look-up reads remembers no places, and is the faster for it.
 */
final class RuleFilePlaces {
  private static final JsonFactory JSON = new JsonFactory();

  private final String file;
  private final List<String> lines;
  private final Map<String, SourceSpan> spans = new HashMap<>();

  private RuleFilePlaces(String file, String text) {
    this.file = file;
    this.lines = text.lines().toList();
  }

  static RuleFilePlaces of(RuleFiles.RuleFile file) {
    String text = new String(file.content(), StandardCharsets.UTF_8);
    RuleFilePlaces places = new RuleFilePlaces(file.name(), text);
    try (JsonParser parser = JSON.createParser(text)) {
      places.walk(parser, parser.nextToken(), "");
    } catch (IOException unreadable) {
      // What could be walked until here is known.
    }
    return places;
  }

  /** Why a file is no JSON, at the place where that was found out. */
  static Diagnostic notJson(RuleFiles.RuleFile file, JsonProcessingException malformed) {
    Diagnostic fault =
        Diagnostic.error(
            RuleFileException.ID,
            "is not JSON: "
                + malformed.getOriginalMessage().replaceFirst("(?s)( \\(start marker|\n).*", ""));
    JsonLocation at = malformed.getLocation();
    RuleFilePlaces places =
        new RuleFilePlaces(file.name(), new String(file.content(), StandardCharsets.UTF_8));
    return at == null || at.getLineNr() < 1
        ? fault.saying(file.name() + ": " + fault.message())
        : fault.at(places.span(at, 1));
  }

  Diagnostic diagnostic(RuleFault fault) {
    String place = fault.place();
    String message = (place.isEmpty() ? "" : place + ": ") + fault.what();
    Diagnostic said = Diagnostic.error(RuleFileException.ID, message).at(at(place));
    return fault.hint().isEmpty() ? said : said.withHint(fault.hint());
  }

  /** Of what is not there, the object that it should stand in. */
  SourceSpan at(String place) {
    String found = place;
    while (!found.isEmpty() && !spans.containsKey(found)) {
      found =
          found.substring(0, Math.max(0, Math.max(found.lastIndexOf('.'), found.lastIndexOf('['))));
    }
    return spans.getOrDefault(found, SourceSpan.line(file, 1, line(1)));
  }

  /** Members are found at their names, elements of lists at themselves. */
  private void walk(JsonParser parser, JsonToken token, String place) throws IOException {
    if (token == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        String member = place.isEmpty() ? name : place + "." + name;
        spans.putIfAbsent(member, span(parser.currentTokenLocation(), name.length() + 2));
        walk(parser, parser.nextToken(), member);
      }
    } else if (token == JsonToken.START_ARRAY) {
      int index = 0;
      for (JsonToken next = parser.nextToken();
          next != null && next != JsonToken.END_ARRAY;
          next = parser.nextToken()) {
        String element = place + "[" + index++ + "]";
        int length = next.isScalarValue() ? parser.getTextLength() + 2 : 1;
        spans.put(element, span(parser.currentTokenLocation(), length));
        walk(parser, next, element);
      }
    }
  }

  private SourceSpan span(JsonLocation at, int length) {
    String text = line(at.getLineNr());
    int column = Math.max(1, at.getColumnNr());
    return new SourceSpan(
        file, at.getLineNr(), column, Math.max(1, Math.min(length, text.length())), text);
  }

  private String line(int number) {
    return number <= lines.size() ? lines.get(number - 1) : "";
  }
}
