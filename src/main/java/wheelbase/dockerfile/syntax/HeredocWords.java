package wheelbase.dockerfile.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the words of an instruction that open a here-document: {@code <<EOF}, {@code 3<<-"END"}.
 */
final class HeredocWords {
  private static final Pattern FORM = Pattern.compile("(\\d*)<<(-?)[\\t\\n\\f\\r ]*([^<]*)");

  private HeredocWords() {}

  /** Those of a whole instruction, their contents still empty. */
  static List<Heredoc> in(String line) {
    if (!line.contains("<<")) {
      return List.of();
    }
    List<Heredoc> found = new ArrayList<>();
    WordExpansion words = WordExpansion.asWritten(line);
    words.words().forEach(word -> of(word).ifPresent(found::add));
    return found;
  }

  /** What one word opens, if any. */
  static Optional<Heredoc> of(String word) {
    Matcher matcher = FORM.matcher(word);
    if (!matcher.matches() || matcher.group(3).isEmpty()) {
      return Optional.empty();
    }
    WordExpansion plain = WordExpansion.withoutQuotes(matcher.group(3));
    WordExpansion quoted = WordExpansion.withQuotes(matcher.group(3));
    if (plain.words().size() != 1 || quoted.words().size() != 1) {
      return Optional.empty();
    }
    String name = plain.words().get(0);
    boolean expand = quotes(name) == quotes(quoted.words().get(0));
    return Optional.of(
        new Heredoc(
            name,
            descriptor(matcher.group(1)),
            expand,
            !matcher.group(2).isEmpty(),
            "",
            new Extent(0, 0)));
  }

  private static int descriptor(String digits) {
    return digits.isEmpty() || digits.length() > 9 ? 0 : Integer.parseInt(digits);
  }

  private static long quotes(String word) {
    return word.chars().filter(each -> each == '\'' || each == '"').count();
  }
}
