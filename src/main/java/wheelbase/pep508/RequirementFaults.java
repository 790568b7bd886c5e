package wheelbase.pep508;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wheelbase.pep440.Version;

/** Says in words what is wrong with a part of a requirement, and what would be right. */
final class RequirementFaults {
  private static final Pattern CLAUSE = Pattern.compile("(?s)([~=!<>]+)\\s*(.*)");

  private RequirementFaults() {}

  /** Of a text that stands where a version specifier does and is none. */
  static String specifier(String clause, String rest) {
    Matcher parts = CLAUSE.matcher(clause);
    if (!parts.matches()) {
      return "`" + clause + "` is not a version specifier";
    }
    String operator = parts.group(1);
    String version = parts.group(2);
    if (version.isEmpty()) {
      return rest.startsWith("\"") || rest.startsWith("'")
          ? "a version stands without quotation marks"
          : "a version is wanted after `" + operator + "`";
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

  /** Of what follows a name, its extras and specifiers and cannot. */
  static String leftover(String rest) {
    if (rest.matches("(?s)([<>~!]=|==|[<>]).*")) {
      return "`,` is wanted between two version specifiers";
    }
    if (rest.startsWith("=>") || rest.startsWith("=<")) {
      return "`" + rest.substring(0, 2) + "` is written `" + rest.charAt(1) + "=`";
    }
    return switch (rest.charAt(0)) {
      case '=' -> "one `=`: a version is compared with `==`";
      case '~' -> "`~` alone compares nothing: `~=` is a compatible version";
      case '!' -> "`!` alone compares nothing: `!=` leaves a version out";
      case '^' -> "`^` is not known here: write a range, such as `>=1.2,<2`";
      case '*' -> "`*` is not known here: leave the version out to take any";
      case ',' -> "there is a comma too many";
      case '#' -> "a comment cannot stand inside a requirement";
      default -> leftoverText(rest);
    };
  }

  private static String leftoverText(String rest) {
    if (Character.isDigit(rest.charAt(0))) {
      return "a comparison such as `==` is wanted before a version";
    }
    if (rest.startsWith("://") || rest.startsWith("+") && rest.contains("://")) {
      return "a name is wanted before an address: `name @ https://...`";
    }
    if (rest.matches("(?s)and\\b.*")) {
      return "version specifiers are joined by `,`, not by `and`";
    }
    return "`" + rest + "` does not belong here";
  }

  /** Of a word that stands where a marker has a variable or a quoted text. */
  static String markerWord(String word) {
    return Character.isDigit(word.charAt(0))
        ? "`" + word + "` wants quotation marks: `\"" + word + "\"`"
        : "`" + word + "` is no marker variable; texts stand in quotation marks";
  }
}
