package wheelbase.dockerfile.syntax;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of {@code ${x#pattern}} and its kin: {@code ?} is one character, {@code *} any number
 * of them.
 */
final class ShellPattern {
  private final String shortest;
  private final String longest;

  private ShellPattern(String shortest, String longest) {
    this.shortest = shortest;
    this.longest = longest;
  }

  /** Empty where a backslash escapes what needs none. */
  static Optional<ShellPattern> of(String pattern) {
    StringBuilder regex = new StringBuilder();
    for (int index = 0; index < pattern.length(); index++) {
      char each = pattern.charAt(index);
      if (each == '*') {
        regex.append(".*?");
      } else if (each == '?') {
        regex.append('.');
      } else if (each == '\\') {
        index++;
        if (index == pattern.length() || "}/*?\\".indexOf(pattern.charAt(index)) < 0) {
          return Optional.empty();
        }
        regex.append(Pattern.quote(pattern.substring(index, index + 1)));
      } else {
        regex.append(Pattern.quote(Character.toString(each)));
      }
    }
    String shortest = regex.toString();
    return Optional.of(new ShellPattern(shortest, shortest.replace(".*?", ".*")));
  }

  String trimStart(String value, boolean greedy) {
    Matcher matcher = Pattern.compile(greedy ? longest : shortest).matcher(value);
    return matcher.lookingAt() ? value.substring(matcher.end()) : value;
  }

  String trimEnd(String value, boolean greedy) {
    Pattern whole = Pattern.compile(greedy ? longest : shortest);
    int best = value.length();
    for (int start = value.length(); start >= 0; start--) {
      if (whole.matcher(value.substring(start)).matches()) {
        best = start;
        if (!greedy) {
          break;
        }
      }
    }
    return value.substring(0, best);
  }

  String replace(String value, String replacement, boolean all) {
    Matcher matcher = Pattern.compile(longest).matcher(value);
    String literal = Matcher.quoteReplacement(replacement);
    return all ? matcher.replaceAll(literal) : matcher.replaceFirst(literal);
  }
}
