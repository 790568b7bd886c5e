package wheelbase.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;

/** JSON in the making: ASCII, two blanks deep, a member or an element on a line. */
final class JsonText {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final StringWriter text = new StringWriter();
  private final JsonGenerator generator;

  private JsonText() throws IOException {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    generator =
        FACTORY
            .createGenerator(text)
            .setPrettyPrinter(
                new DefaultPrettyPrinter()
                    .withObjectIndenter(indenter)
                    .withArrayIndenter(indenter));
  }

  /** One object, with a line end. */
  static String of(Consumer<JsonText> members) {
    try {
      JsonText json = new JsonText();
      json.object(() -> members.accept(json));
      json.generator.close();
      return json.text + "\n";
    } catch (IOException impossible) {
      throw impossible(impossible);
    }
  }

  void object(Runnable members) {
    write(generator::writeStartObject);
    members.run();
    write(generator::writeEndObject);
  }

  /**
   * @param value writes one value
   */
  void field(String name, Runnable value) {
    write(() -> generator.writeFieldName(name));
    value.run();
  }

  /**
   * @param value may be null
   */
  void text(String name, String value) {
    field(name, () -> text(value));
  }

  void number(String name, long value) {
    field(name, () -> number(value));
  }

  void flag(String name, boolean value) {
    field(name, () -> write(() -> generator.writeBoolean(value)));
  }

  void texts(String name, Collection<String> values) {
    field(name, () -> array(values, this::text));
  }

  <T> void array(Collection<T> values, Consumer<T> element) {
    write(generator::writeStartArray);
    values.forEach(element);
    write(generator::writeEndArray);
  }

  /** An object whose keys are data. */
  <T> void map(Map<String, T> values, Consumer<T> element) {
    object(() -> values.forEach((key, value) -> field(key, () -> element.accept(value))));
  }

  void text(String value) {
    write(() -> generator.writeString(value));
  }

  void number(long value) {
    write(() -> generator.writeNumber(value));
  }

  void nothing() {
    write(generator::writeNull);
  }

  /** A call of the generator. */
  @FunctionalInterface
  private interface Call {
    void make() throws IOException;
  }

  private static void write(Call call) {
    try {
      call.make();
    } catch (IOException impossible) {
      throw impossible(impossible);
    }
  }

  private static UncheckedIOException impossible(IOException cause) {
    return new UncheckedIOException("a StringWriter does not fail", cause);
  }
}
