package wheelbase.index.pypi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A setup.cfg: sections of keys with values that may go on over indented lines. */
record SetupCfg(Map<String, Map<String, String>> sections) {
  static SetupCfg parse(String text) {
    Map<String, Map<String, String>> sections = new LinkedHashMap<>();
    Map<String, String> section = new LinkedHashMap<>();
    String key = null;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      String content = line.strip();
      if (content.isEmpty() || content.startsWith("#") || content.startsWith(";")) {
        continue;
      }
      boolean continued = Character.isWhitespace(line.charAt(0));
      int equals = content.indexOf('=');
      int colon = content.indexOf(':');
      int separator = equals < 0 || colon >= 0 && colon < equals ? colon : equals;
      if (continued && key != null) {
        section.merge(key, content, (before, added) -> before + "\n" + added);
      } else if (content.startsWith("[") && content.endsWith("]")) {
        section = new LinkedHashMap<>();
        sections.put(content.substring(1, content.length() - 1).strip(), section);
        key = null;
      } else if (separator > 0) {
        key = content.substring(0, separator).strip().replace('-', '_');
        section.put(key, content.substring(separator + 1).strip());
      }
    }
    return new SetupCfg(sections);
  }

  Map<String, String> section(String name) {
    return sections.getOrDefault(name, Map.of());
  }

  Optional<String> first(String section, String key) {
    return Optional.ofNullable(section(section).get(key)).filter(value -> !value.isEmpty());
  }

  /** A value of several lines, or with semicolons where it is one line (setuptools' list-semi). */
  Optional<List<String>> list(String section, String key) {
    return Optional.ofNullable(section(section).get(key))
        .map(
            value ->
                Stream.of(value.contains("\n") ? value.split("\n") : value.split(";"))
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList());
  }
}
