package wheelbase.cli;

import java.util.Locale;
import java.util.Map;
import wheelbase.report.Style;

/** How text looks in this environment. */
final class StyleChoice {
  /** The values of {@code --color}. */
  enum Colour {
    AUTO,
    ALWAYS,
    NEVER
  }

  private static final int WIDTH = 80;

  private StyleChoice() {}

  /**
   * The option wins over {@code NO_COLOR} (no-color.org), that over {@code FORCE_COLOR} and {@code
   * CLICOLOR_FORCE}, those over what the terminal is.
   *
   * @param isTerminal whether the text goes to a terminal
   */
  static Style of(Colour option, Map<String, String> environment, boolean isTerminal) {
    return new Style(
        width(environment), colour(option, environment, isTerminal), unicode(environment));
  }

  private static boolean colour(
      Colour option, Map<String, String> environment, boolean isTerminal) {
    if (option != Colour.AUTO) {
      return option == Colour.ALWAYS;
    }
    if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
      return false;
    }
    return isSet(environment, "FORCE_COLOR")
        || isSet(environment, "CLICOLOR_FORCE")
        || isTerminal && !environment.getOrDefault("TERM", "dumb").equals("dumb");
  }

  private static boolean isSet(Map<String, String> environment, String name) {
    String value = environment.getOrDefault(name, "");
    return !value.isEmpty() && !value.equals("0");
  }

  /** 80 columns, unless the shell says otherwise and sensibly. */
  private static int width(Map<String, String> environment) {
    String columns = environment.getOrDefault("COLUMNS", "");
    if (columns.matches("[0-9]{2,3}")) {
      return Math.min(Math.max(Integer.parseInt(columns), 40), 160);
    }
    return WIDTH;
  }

  /** POSIX: LC_ALL, else LC_CTYPE, else LANG names the character encoding. */
  private static boolean unicode(Map<String, String> environment) {
    for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
      String value = environment.getOrDefault(name, "");
      if (!value.isEmpty()) {
        String locale = value.toLowerCase(Locale.ROOT);
        return locale.contains("utf-8") || locale.contains("utf8");
      }
    }
    return false;
  }
}
