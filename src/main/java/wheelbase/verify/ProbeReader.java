package wheelbase.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import wheelbase.pep508.MarkerEnvironment;

/** Reads the line that the probe answers with, whatever an application wrote around it. */
final class ProbeReader {
  private static final String MARK = "wheelbase-probe:";
  private static final ObjectMapper JSON = new ObjectMapper();

  private ProbeReader() {}

  /** What {@code look} answers; empty where there is no answer in the output. */
  static Optional<ProbeReport> report(String output) {
    return answer(output).map(ProbeReader::report);
  }

  /** What {@code start} answers; empty where there is no answer in the output. */
  static Optional<StartReport> start(String output) {
    return answer(output)
        .map(
            json ->
                new StartReport(
                    text(json.path("problem")),
                    json.path("ended").isInt()
                        ? OptionalInt.of(json.path("ended").asInt())
                        : OptionalInt.empty(),
                    json.path("healthy").asBoolean(),
                    json.path("health_output").asText(""),
                    json.path("seconds").asDouble(),
                    json.path("stopped").isBoolean()
                        ? Optional.of(json.path("stopped").asBoolean())
                        : Optional.empty(),
                    json.path("output").asText("")));
  }

  private static Optional<JsonNode> answer(String output) {
    return output
        .lines()
        .filter(line -> line.startsWith(MARK))
        .reduce((first, second) -> second)
        .flatMap(
            line -> {
              try {
                return Optional.of(JSON.readTree(line.substring(MARK.length())))
                    .filter(JsonNode::isObject);
              } catch (JsonProcessingException e) {
                return Optional.empty();
              }
            });
  }

  private static ProbeReport report(JsonNode json) {
    return new ProbeReport(
        json.path("python").asText(""),
        json.path("executable").asText(""),
        json.path("prefix").asText(""),
        new MarkerEnvironment(map(json.path("markers"), JsonNode::asText)),
        json.path("release").asText(""),
        json.path("uid").asInt(),
        text(json.path("writable")),
        json.path("network").asBoolean(),
        list(json.path("distributions"), ProbeReader::distribution),
        json.path("shared_objects").asInt(),
        list(json.path("missing"), ProbeReader::missing),
        texts(json.path("other_machine")),
        json.path("bytes").asLong(),
        map(json.path("packages"), ProbeReader::systemPackage),
        map(json.path("used"), JsonNode::asText),
        map(json.path("mentioned"), JsonNode::asText),
        texts(json.path("asked_about")));
  }

  private static ProbeReport.Distribution distribution(JsonNode json) {
    return new ProbeReport.Distribution(
        json.path("name").asText(""),
        json.path("version").asText(""),
        texts(json.path("requires")),
        text(json.path("requires_python")),
        texts(json.path("tags")),
        texts(json.path("modules")),
        texts(json.path("imported")),
        map(
            json.path("failed"),
            why ->
                new ProbeReport.ImportFailure(
                    texts(why.path("types")),
                    why.path("message").asText(""),
                    text(why.path("module")),
                    text(why.path("variable")))));
  }

  private static ProbeReport.MissingLibrary missing(JsonNode json) {
    return new ProbeReport.MissingLibrary(
        json.path("file").asText(""),
        json.path("library").asText(""),
        text(json.path("beside")),
        text(json.path("owner")),
        text(json.path("distribution")),
        json.path("stdlib").asBoolean());
  }

  private static ProbeReport.SystemPackage systemPackage(JsonNode json) {
    return new ProbeReport.SystemPackage(
        texts(json.path("depends")), texts(json.path("provides")), json.path("bytes").asLong());
  }

  private static Optional<String> text(JsonNode json) {
    return json.isTextual() ? Optional.of(json.asText()) : Optional.empty();
  }

  private static List<String> texts(JsonNode array) {
    return list(array, JsonNode::asText);
  }

  private static <T> List<T> list(JsonNode array, Function<JsonNode, T> element) {
    List<T> values = new ArrayList<>();
    array.forEach(each -> values.add(element.apply(each)));
    return values;
  }

  private static <T> Map<String, T> map(JsonNode object, Function<JsonNode, T> value) {
    Map<String, T> values = new TreeMap<>();
    object.properties().forEach(each -> values.put(each.getKey(), value.apply(each.getValue())));
    return values;
  }
}
