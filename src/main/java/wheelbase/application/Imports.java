package wheelbase.application;

import java.util.HashMap;
import java.util.List;
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
      Pattern.compile("from[ \\t]+(\\.*[\\w.]*)[ \\t]+import[ \\t]*\\(?(.*)");
  private static final Pattern NAMED =
      Pattern.compile("\\s*([\\w.]+)(?:\\s+as\\s+(\\w+))?\\s*(?:;.*)?");

  /** Lines of one statement that are looked at. */
  private static final int LONGEST = 100;

  Imports {
    meanings = Map.copyOf(meanings);
  }

  static Imports of(PythonSource source) {
    Map<String, String> meanings = new HashMap<>();
    List<String> code = source.code();
    for (int index = 0; index < code.size(); index++) {
      String line = code.get(index).stripLeading();
      if (line.startsWith("from ")) {
        names(whole(code, index), meanings);
      } else if (line.startsWith("import ")) {
        packages(line.substring("import ".length()), meanings);
      }
    }
    return new Imports(meanings);
  }

  /** The statement that begins there: up to its closing parenthesis, over backslashes. */
  private static String whole(List<String> code, int index) {
    StringBuilder statement = new StringBuilder(code.get(index).strip());
    int last = Math.min(code.size(), index + LONGEST) - 1;
    for (int next = index + 1; next <= last && isOpen(statement); next++) {
      if (statement.charAt(statement.length() - 1) == '\\') {
        statement.setLength(statement.length() - 1);
      }
      statement.append(' ').append(code.get(next).strip());
    }
    return statement.toString().replace(")", "");
  }

  private static boolean isOpen(StringBuilder statement) {
    boolean parenthesis = statement.indexOf("(") >= 0 && statement.indexOf(")") < 0;
    return parenthesis || statement.charAt(statement.length() - 1) == '\\';
  }

  private static void names(String statement, Map<String, String> meanings) {
    Matcher from = FROM.matcher(statement);
    if (from.matches()) {
      String module = from.group(1);
      named(from.group(2), (name, alias) -> meanings.put(alias, module + "." + name));
    }
  }

  private static void packages(String names, Map<String, String> meanings) {
    named(
        names,
        (name, alias) -> {
          String first = name.split("\\.", 2)[0];
          meanings.put(alias.equals(name) ? first : alias, alias.equals(name) ? first : name);
        });
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
