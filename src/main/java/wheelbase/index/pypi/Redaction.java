package wheelbase.index.pypi;

import java.util.regex.Pattern;

/** Takes credentials out of what is shown: the user part of URLs, and values in a query. */
public final class Redaction {
  /** Also where the address is malformed: a slash too few, an unencoded slash in the password. */
  private static final Pattern USER =
      Pattern.compile("(?<=//|:/)(?:[^/?#\\s]*@|[^/\\s@:\\[]+:(?!\\d{1,5}(?:[/\\s]|$))\\S*@)");

  private static final Pattern QUERY_VALUES = Pattern.compile("(?<=[?&])([^=&#\\s]+)=[^&#\\s]*");

  private Redaction() {}

  /** The URL for messages: {@code https://****@host/path?token=****}. */
  public static String ofUrl(String url) {
    return QUERY_VALUES.matcher(ofText(url)).replaceAll("$1=****");
  }

  /** Any text that may hold URLs, such as another library's message. */
  public static String ofText(String text) {
    return USER.matcher(text).replaceAll("****@");
  }
}
