package wheelbase.index.pypi;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The {@code requires.txt} of setuptools' egg-info: requirements, and sections {@code [extra]},
 * {@code [:marker]} or {@code [extra:marker]} of requirements.
 *
 * @param requires with the section's condition as a marker
 */
record EggInfoRequires(List<String> requires, List<String> extras) {
  static EggInfoRequires parse(String text) {
    List<String> requires = new ArrayList<>();
    Set<String> extras = new LinkedHashSet<>();
    String condition = "";
    for (String raw : (Iterable<String>) text.lines()::iterator) {
      String line = raw.strip();
      if (line.startsWith("[") && line.endsWith("]")) {
        String[] section = line.substring(1, line.length() - 1).split(":", 2);
        String extra = section[0].strip();
        if (!extra.isEmpty()) {
          extras.add(extra);
        }
        condition = condition(section.length > 1 ? section[1].strip() : "", extra);
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        requires.add(withCondition(line, condition));
      }
    }
    return new EggInfoRequires(requires, List.copyOf(extras));
  }

  private static String condition(String marker, String extra) {
    String wanted = extra.isEmpty() ? "" : "extra == \"" + extra + "\"";
    if (marker.isEmpty() || wanted.isEmpty()) {
      return marker + wanted;
    }
    return "(" + marker + ") and " + wanted;
  }

  /** A URL may hold a semicolon, so a marker of its own is told by the blank before it. */
  private static String withCondition(String requirement, String condition) {
    if (condition.isEmpty()) {
      return requirement;
    }
    int own = requirement.contains("@") ? requirement.indexOf(" ;") : requirement.indexOf(';');
    if (own < 0) {
      return requirement + " ; " + condition;
    }
    String marker = requirement.substring(requirement.indexOf(';', own) + 1).strip();
    return requirement.substring(0, own) + " ; (" + marker + ") and (" + condition + ")";
  }
}
