package wheelbase.pep508;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wheelbase.pep440.Version;

/** Says what is wrong with a text that is not a version specifier, so that it can be mended. */
final class SpecifierFault {
  private static final Pattern CLAUSE = Pattern.compile("(?s)([~=!<>]+)\\s*(.*)");

  private SpecifierFault() {}

  static String describe(String clause) {
    Matcher parts = CLAUSE.matcher(clause);
    if (!parts.matches()) {
      return "`" + clause + "` is not a version specifier";
    }
    String operator = parts.group(1);
    String version = parts.group(2);
    if (version.isEmpty()) {
      return "a version is wanted after `" + operator + "`";
    }
    if (version.endsWith(".*")) {
      return operator.equals("==") || operator.equals("!=")
          ? "`.*` can only follow the numbers of a version"
          : "`.*` can only be used with `==` and `!=`";
    }
    if (Version.tryParse(version).isEmpty()) {
      return "`" + version + "` is not a version";
    }
    return version.contains("+")
        ? "a local version can only be used with `==` and `!=`"
        : "`~=` needs a version of two numbers or more";
  }
}
