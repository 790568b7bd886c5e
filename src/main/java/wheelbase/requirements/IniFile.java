package wheelbase.requirements;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A configuration file as Python's {@code configparser} reads it, as far as pip uses it. */
final class IniFile {
  private IniFile() {}

  /**
   * Section to key to value; keys in lower case, later ones replace earlier ones. A value goes on
   * in the lines that are indented deeper. A line that is none of this is passed over.
   */
  static Map<String, Map<String, String>> parse(String text) {
    var sections = new LinkedHashMap<String, Map<String, String>>();
    Map<String, String> section = new LinkedHashMap<>();
    String key = null;
    for (String line : text.lines().toList()) {
      String content = line.strip();
      if (content.isEmpty() || content.startsWith("#") || content.startsWith(";")) {
        continue;
      }
      int separator = separator(content);
      if (key != null && Character.isWhitespace(line.charAt(0))) {
        section.merge(
            key, content, (before, more) -> before.isEmpty() ? more : before + "\n" + more);
      } else if (content.startsWith("[") && content.endsWith("]")) {
        String name = content.substring(1, content.length() - 1);
        section = sections.computeIfAbsent(name, unused -> new LinkedHashMap<>());
        key = null;
      } else if (separator > 0) {
        key = content.substring(0, separator).strip().toLowerCase(Locale.ROOT);
        section.put(key, content.substring(separator + 1).strip());
      }
    }
    return sections;
  }

  private static int separator(String content) {
    for (int index = 0; index < content.length(); index++) {
      if (content.charAt(index) == '=' || content.charAt(index) == ':') {
        return index;
      }
    }
    return -1;
  }
}
