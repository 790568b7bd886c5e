package wheelbase.application;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the names of a file mean by its imports.
 *
 * @param meanings of each imported name: {@code web} is {@code aiohttp.web}
 */
record Imports(Map<String, String> meanings) {
  private static final Pattern FROM =
      Pattern.compile(
          "(?m)^[ \\t]*from[ \\t]+(\\.*[\\w.]*)[ \\t]+import[ \\t]*(?:\\(([^)]*)\\)|([^(\\n]*))");
  private static final Pattern IMPORT = Pattern.compile("(?m)^[ \\t]*import[ \\t]+([^\\n]*)");
  private static final Pattern NAMED =
      Pattern.compile("\\s*([\\w.]+)(?:\\s+as\\s+(\\w+))?\\s*(?:;.*)?");

  Imports {
    meanings = Map.copyOf(meanings);
  }

  static Imports of(PythonSource source) {
    String code = String.join("\n", source.code()).replace("\\\n", " ");
    Map<String, String> meanings = new HashMap<>();
    for (Matcher from = FROM.matcher(code); from.find(); ) {
      String names = from.group(2) == null ? from.group(3) : from.group(2);
      String module = from.group(1);
      named(names, (name, alias) -> meanings.put(alias, module + "." + name));
    }
    for (Matcher whole = IMPORT.matcher(code); whole.find(); ) {
      named(
          whole.group(1),
          (name, alias) -> {
            String first = name.split("\\.", 2)[0];
            meanings.put(alias.equals(name) ? first : alias, alias.equals(name) ? first : name);
          });
    }
    return new Imports(meanings);
  }

  /** What a dotted name means; empty where its first part is not imported. */
  Optional<String> meaning(String dotted) {
    String[] parts = dotted.split("\\.", 2);
    return Optional.ofNullable(meanings.get(parts[0]))
        .map(meaning -> parts.length > 1 ? meaning + "." + parts[1] : meaning);
  }

  /** Whether anything of a package is imported. */
  boolean use(Framework framework) {
    return meanings.values().stream()
        .anyMatch(name -> (name + ".").startsWith(framework.importName() + "."));
  }

  private interface Import {
    void of(String name, String alias);
  }

  private static void named(String names, Import each) {
    for (String name : names.split(",")) {
      Matcher matcher = NAMED.matcher(name);
      if (matcher.matches()) {
        each.of(matcher.group(1), matcher.group(2) == null ? matcher.group(1) : matcher.group(2));
      }
    }
  }
}
