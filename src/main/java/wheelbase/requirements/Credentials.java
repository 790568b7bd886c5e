package wheelbase.requirements;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps the passwords and tokens in addresses out of whatever is shown or written. */
public final class Credentials {
  /**
   * Also where it is no address any more: with one slash too few, with a slash in the password that
   * should have been encoded.
   */
  private static final Pattern IN_ADDRESS =
      Pattern.compile(
          "(?i)(?:https?|ftp):/{1,3}([^/\\s@:]*)"
              + "(:[^/?#\\s]*|:(?!\\d{1,5}(?:[/\\s]|$))\\S*)?@");

  private Credentials() {}

  /**
   * The text with every character of a password, or of a token that stands alone, made a star: the
   * places of all others stay as they are. A variable that is still a variable is no secret.
   */
  public static String hidden(String text) {
    var shown = new StringBuilder(text);
    Matcher matcher = IN_ADDRESS.matcher(text);
    while (matcher.find()) {
      if (matcher.group(2) == null) {
        hide(shown, matcher.start(1), matcher.end(1));
      } else {
        hide(shown, matcher.start(2) + 1, matcher.end(2));
      }
    }
    return shown.toString();
  }

  /** The address without user and password, as it may be written into a file or a command line. */
  public static String without(String address) {
    return address.replaceFirst("^(?i)([a-z]+://)[^/?#\\s]*@", "$1");
  }

  private static void hide(StringBuilder text, int from, int to) {
    if (!text.substring(from, to).matches("\\$\\{[A-Z0-9_]+}")) {
      text.replace(from, to, "*".repeat(to - from));
    }
  }
}
