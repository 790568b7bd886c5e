package wheelbase.requirements.pyproject;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Poetry's version constraints ({@code ^1.2}, {@code ~1.2}, {@code 1.*}, a bare version) as PEP 440
 * specifiers.
 *
 * @see <a href="https://python-poetry.org/docs/dependency-specification/">Poetry: dependency
 *     specification</a>
 */
public final class PoetryConstraint {
  private static final Pattern CLAUSE =
      Pattern.compile("(\\^|~=|~|===|==|!=|<=|>=|<|>|=)?\\s*([^\\s,|^~=!<>]+)");
  private static final Pattern RELEASE = Pattern.compile("(?:v?)(\\d+(?:\\.\\d+)*)(.*)");

  private PoetryConstraint() {}

  /**
   * @return specifiers separated by commas, empty text for any version; empty where there is no PEP
   *     440 form: alternatives ({@code ||}), or what is no constraint at all
   */
  public static Optional<String> toSpecifiers(String constraint) {
    if (constraint.strip().equals("*")) {
      return Optional.of("");
    }
    if (constraint.contains("|")) {
      return Optional.empty();
    }
    var specifiers = new ArrayList<String>();
    Matcher matcher = CLAUSE.matcher(constraint);
    int end = 0;
    while (matcher.find()) {
      if (!constraint.substring(end, matcher.start()).matches("[\\s,]*")) {
        return Optional.empty();
      }
      Optional<List<String>> clause =
          clause(Optional.ofNullable(matcher.group(1)).orElse(""), matcher.group(2));
      if (clause.isEmpty()) {
        return Optional.empty();
      }
      specifiers.addAll(clause.get());
      end = matcher.end();
    }
    return end == 0 || !constraint.substring(end).matches("[\\s,]*")
        ? Optional.empty()
        : Optional.of(String.join(",", specifiers));
  }

  private static Optional<List<String>> clause(String operator, String version) {
    Matcher release = RELEASE.matcher(version);
    if (version.equals("*")) {
      return Optional.of(List.of());
    }
    if (!release.matches()) {
      return Optional.empty();
    }
    List<Integer> numbers = numbers(release.group(1));
    return switch (operator) {
      case "^" -> Optional.of(List.of(">=" + version, "<" + caretEnd(numbers)));
      case "~" -> Optional.of(List.of(">=" + version, "<" + tildeEnd(numbers)));
      case "", "=" -> Optional.of(List.of("==" + version));
      default -> Optional.of(List.of(operator + version));
    };
  }

  private static List<Integer> numbers(String release) {
    return Pattern.compile("\\.")
        .splitAsStream(release)
        .map(number -> Integer.valueOf(number.length() > 9 ? "999999999" : number))
        .toList();
  }

  /** The leftmost number that is not zero may not change; of zeros only, the last one written. */
  private static String caretEnd(List<Integer> numbers) {
    int index = 0;
    while (index < numbers.size() - 1 && numbers.get(index) == 0) {
      index++;
    }
    return next(numbers, index);
  }

  /** The second number may not change; where only one is written, that one. */
  private static String tildeEnd(List<Integer> numbers) {
    return next(numbers, Math.min(1, numbers.size() - 1));
  }

  private static String next(List<Integer> numbers, int index) {
    var end = new ArrayList<>(numbers.subList(0, index));
    end.add(numbers.get(index) + 1);
    return end.stream().map(String::valueOf).collect(Collectors.joining("."));
  }
}
