package wheelbase.requirements;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What probably was meant by a text that pip refuses. */
final class RefusalHint {
  private static final Pattern SINGLE_EQUALS =
      Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]*(?:\\[[^\\]]*])?) *= *([0-9][^ ,=<>!~]*)");
  private static final Pattern SEVERAL = Pattern.compile("[A-Za-z0-9._-]+(?:,? +[A-Za-z0-9._-]+)+");

  private RefusalHint() {}

  static Optional<String> of(String text) {
    Matcher equals = SINGLE_EQUALS.matcher(text);
    if (equals.matches()) {
      return Optional.of(equals.group(1) + "==" + equals.group(2));
    }
    if (text.startsWith("pip install ") || text.startsWith("pip3 install ")) {
      return Optional.of("write only what follows `pip install`");
    }
    if (text.startsWith("<<<<<<<") || text.startsWith("=======") || text.startsWith(">>>>>>>")) {
      return Optional.of("a merge left its marks here; keep one of the two sides");
    }
    if (!text.isEmpty() && "\u2010\u2011\u2012\u2013\u2014\u2212".indexOf(text.charAt(0)) >= 0) {
      return Optional.of("the option begins with a typographic dash; write two plain hyphens");
    }
    if (!text.isEmpty() && "\u200b\ufeff".indexOf(text.charAt(0)) >= 0) {
      return Optional.of("an invisible character stands before the name; delete it");
    }
    if (text.contains("/")) {
      return Optional.of("it looks like a path; there is no such project or archive");
    }
    if (text.startsWith("[")) {
      return Optional.of("this may be a Pipfile or a TOML file; pip reads one requirement a line");
    }
    if (SEVERAL.matcher(text).matches()) {
      return Optional.of("write one requirement on each line");
    }
    return Optional.empty();
  }
}
