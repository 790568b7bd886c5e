package wheelbase.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wheelbase.reading.SourceFact.Kind;

/** The facts of {@code pyproject.toml} and {@code setup.cfg}. */
final class ProjectFacts {
  private static final TomlMapper TOML = new TomlMapper();
  private static final Pattern SETUP_CFG_LIBRARIES =
      Pattern.compile("(?m)^(libraries|libs)[ \\t]*[=:][ \\t]*(.*+(?:\\n[ \\t]++[^\\n]++)*+)");
  private static final Pattern EXTERNAL = Pattern.compile("dep:generic/([A-Za-z0-9+._-]+).*");

  private ProjectFacts() {}

  /** The table, or an empty one where it is no TOML. */
  static JsonNode table(String pyproject) {
    try {
      return TOML.readTree(pyproject);
    } catch (JsonProcessingException unreadable) {
      return TOML.createObjectNode();
    }
  }

  static List<SourceFact> ofPyproject(String text) {
    FactSink sink = new FactSink("pyproject.toml");
    JsonNode table = table(text);
    for (JsonNode each : table.at("/build-system/requires")) {
      int line = CargoFacts.line(text, each.asText());
      sink.add(Kind.BUILD_REQUIREMENT, each.asText(), true, line, "requires " + each.asText());
    }
    for (JsonNode extension : table.at("/tool/setuptools/ext-modules")) {
      for (JsonNode each : extension.path("libraries")) {
        int line = CargoFacts.line(text, "\"" + each.asText() + "\"");
        sink.link(each.asText(), true, line, "libraries: " + each.asText());
      }
    }
    for (String key : List.of("host-requires", "build-requires", "dependencies")) {
      for (JsonNode each : table.at("/external/" + key)) {
        Matcher generic = EXTERNAL.matcher(each.asText());
        if (generic.matches()) {
          int line = CargoFacts.line(text, each.asText());
          sink.add(Kind.EXTERNAL, generic.group(1), true, line, key + ": " + each.asText());
        }
      }
    }
    return sink.facts();
  }

  static List<SourceFact> ofSetupCfg(String text) {
    FactSink sink = new FactSink("setup.cfg");
    Matcher setting = SETUP_CFG_LIBRARIES.matcher(text);
    while (setting.find()) {
      int line =
          1 + (int) text.substring(0, setting.start()).chars().filter(c -> c == '\n').count();
      for (String name : setting.group(2).strip().split("[\\s,]+")) {
        sink.link(name, true, line, setting.group(1) + ": " + name);
      }
    }
    return sink.facts();
  }
}
