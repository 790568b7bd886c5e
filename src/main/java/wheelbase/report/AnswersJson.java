package wheelbase.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.SourceSpan;

/**
 * An answers file: one JSON object that names its schema, and for each topic that was answered the
 * word or the list of words said to it.
 */
public final class AnswersJson {
  public static final String SCHEMA = "wheelbase-answers/1";
  private static final String SCHEMA_KEY = "schema";

  private AnswersJson() {}

  /**
   * What a file says.
   *
   * @param diagnostics with an error among them the rest may be incomplete
   */
  public record Content(List<Entry> entries, List<Diagnostic> diagnostics) {
    public Content {
      entries = List.copyOf(entries);
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /** One key with its words; the place is the key's. */
  public record Entry(String key, List<String> words, SourceSpan place) {
    public Entry {
      words = List.copyOf(words);
    }
  }

  /** The same answers give the same bytes, if they come in the same order. */
  public static String write(Map<String, List<String>> answers) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
      json.writeStartObject();
      json.writeStringField(SCHEMA_KEY, SCHEMA);
      for (Map.Entry<String, List<String>> answer : answers.entrySet()) {
        json.writeFieldName(answer.getKey());
        if (answer.getValue().size() == 1) {
          json.writeString(answer.getValue().get(0));
        } else {
          json.writeStartArray();
          for (String word : answer.getValue()) {
            json.writeString(word);
          }
          json.writeEndArray();
        }
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory takes everything", e);
    }
    return text + "\n";
  }

  /**
   * Reads what {@link #write} writes and what a person would write instead: numbers for numbers,
   * true and false for yes and no.
   *
   * @param file as the user would name it
   */
  public static Content read(String file, String text) {
    Reading reading = new Reading(file, text.lines().toList());
    try (JsonParser json = new JsonFactory().createParser(text)) {
      reading.document(json);
    } catch (JsonProcessingException e) {
      reading.broken(e);
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory can be read", e);
    }
    return new Content(reading.entries, reading.diagnostics);
  }

  /** Takes in one document. */
  private static final class Reading {
    private final String file;
    private final List<String> lines;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Map<String, SourceSpan> seen = new LinkedHashMap<>();

    Reading(String file, List<String> lines) {
      this.file = file;
      this.lines = lines;
    }

    void document(JsonParser json) throws IOException {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        wrong(
            "not-answers",
            "an answers file is a JSON object",
            "{\"" + SCHEMA_KEY + "\": \"" + SCHEMA + "\"}",
            place(json.currentTokenLocation(), 1));
        return;
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        field(json);
      }
      if (json.nextToken() != null) {
        wrong(
            "not-answers",
            "something follows the JSON object",
            "",
            place(json.currentTokenLocation(), 1));
      }
      if (!seen.containsKey(SCHEMA_KEY)) {
        wrong(
            "unknown-answers-schema",
            "the file does not name its schema",
            "\"" + SCHEMA_KEY + "\": \"" + SCHEMA + "\"",
            place(1, 1, 1));
      }
    }

    private void field(JsonParser json) throws IOException {
      String key = json.currentName();
      SourceSpan place = place(json.currentTokenLocation(), key.length() + 2);
      Optional<List<String>> words = words(json);
      if (seen.putIfAbsent(key, place) != null) {
        wrong("repeated-answer", "`" + key + "` is there twice", "leave one of them out", place);
      } else if (words.isEmpty()) {
        wrong(
            "not-an-answer",
            "`" + key + "` is neither a word nor a list of words",
            "\"" + key + "\": \"...\", or \"" + key + "\": [\"...\", \"...\"]",
            place);
      } else if (!key.equals(SCHEMA_KEY)) {
        entries.add(new Entry(key, words.get(), place));
      } else if (!words.get().equals(List.of(SCHEMA))) {
        wrong(
            "unknown-answers-schema",
            "`" + String.join(" ", words.get()) + "` is not a schema known here",
            "this version reads " + SCHEMA,
            place);
      }
    }

    /** Empty for what is no answer; the parser has then passed it by. */
    private static Optional<List<String>> words(JsonParser json) throws IOException {
      if (json.nextToken() != JsonToken.START_ARRAY) {
        Optional<String> word = word(json);
        json.skipChildren();
        return word.map(List::of);
      }
      List<String> words = new ArrayList<>();
      boolean sound = true;
      while (json.nextToken() != JsonToken.END_ARRAY) {
        Optional<String> word = word(json);
        json.skipChildren();
        word.ifPresent(words::add);
        sound &= word.isPresent();
      }
      return sound ? Optional.of(words) : Optional.empty();
    }

    private static Optional<String> word(JsonParser json) throws IOException {
      return switch (json.currentToken()) {
        case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Optional.of(json.getText());
        case VALUE_TRUE -> Optional.of("yes");
        case VALUE_FALSE -> Optional.of("no");
        default -> Optional.empty();
      };
    }

    void broken(JsonProcessingException e) {
      wrong(
          "not-json",
          "this is not JSON: " + e.getOriginalMessage().replaceAll("\\s+", " "),
          "",
          Optional.ofNullable(e.getLocation()).map(at -> place(at, 1)).orElse(place(1, 1, 1)));
    }

    private void wrong(String id, String message, String hint, SourceSpan place) {
      Diagnostic error = Diagnostic.error(id, message).at(place);
      diagnostics.add(hint.isEmpty() ? error : error.withHint(hint));
    }

    private SourceSpan place(JsonLocation at, int length) {
      return place(at.getLineNr(), at.getColumnNr(), length);
    }

    private SourceSpan place(int line, int column, int length) {
      int number = Math.max(1, line);
      String text = number <= lines.size() ? lines.get(number - 1) : "";
      return new SourceSpan(file, number, Math.max(1, column), Math.max(1, length), text);
    }
  }
}
