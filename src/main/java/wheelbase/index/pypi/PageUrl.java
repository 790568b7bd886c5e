package wheelbase.index.pypi;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL as it is found on a page: taken apart (RFC 3986 appendix B), resolved (section 5.2) and
 * quoted as pip does it, more tolerant than {@link URI} is.
 *
 * @param scheme null where absent, as are authority, query and fragment
 */
record PageUrl(String scheme, String authority, String path, String query, String fragment) {
  private static final Pattern KEPT_IN_PATH = Pattern.compile("@|%2F", Pattern.CASE_INSENSITIVE);
  private static final String UNRESERVED = "-._~/";

  static PageUrl parse(String written) {
    String text = withoutControls(written);
    int hash = text.indexOf('#');
    String fragment = hash < 0 ? null : text.substring(hash + 1);
    String rest = hash < 0 ? text : text.substring(0, hash);
    int mark = rest.indexOf('?');
    String query = mark < 0 ? null : rest.substring(mark + 1);
    rest = mark < 0 ? rest : rest.substring(0, mark);
    int colon = endOfScheme(rest);
    String scheme = colon < 0 ? null : rest.substring(0, colon).toLowerCase(Locale.ROOT);
    rest = rest.substring(colon + 1);
    if (!rest.startsWith("//")) {
      return new PageUrl(scheme, null, rest, query, fragment);
    }
    int slash = rest.indexOf('/', 2);
    String authority = rest.substring(2, slash < 0 ? rest.length() : slash);
    return new PageUrl(scheme, authority, slash < 0 ? "" : rest.substring(slash), query, fragment);
  }

  /** The place of the colon behind a scheme (section 3.1); -1 where there is none. */
  private static int endOfScheme(String text) {
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      if (character == ':') {
        return at > 0 ? at : -1;
      }
      boolean letter = character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
      if (!letter && (at == 0 || !isDigit(character) && "+.-".indexOf(character) < 0)) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }

  /** Leading blanks and any tabs and line breaks go, as in browsers and in Python's urlsplit. */
  private static String withoutControls(String text) {
    int start = 0;
    while (start < text.length() && text.charAt(start) <= ' ') {
      start++;
    }
    String rest = text.substring(start);
    return rest.indexOf('\n') < 0 && rest.indexOf('\t') < 0 && rest.indexOf('\r') < 0
        ? rest
        : rest.replaceAll("[\t\r\n]", "");
  }

  /**
   * RFC 3986, section 5.2.2, with this as the base; in the manner of Python's urljoin, for which
   * {@code https:x} is relative too, and repeated slashes before a relative path are one.
   */
  PageUrl resolve(PageUrl reference) {
    if (reference.scheme != null
        && (reference.authority != null || !reference.scheme.equals(scheme))) {
      return reference;
    }
    if (reference.authority != null) {
      return new PageUrl(
          scheme,
          reference.authority,
          withoutDots(reference.path),
          reference.query,
          reference.fragment);
    }
    if (reference.path.isEmpty()) {
      return new PageUrl(
          scheme,
          authority,
          path,
          reference.query == null ? query : reference.query,
          reference.fragment);
    }
    String target =
        reference.path.startsWith("/")
            ? reference.path
            : (path.substring(0, path.lastIndexOf('/') + 1) + reference.path)
                .replaceAll("/{2,}", "/");
    if (!target.startsWith("/") && authority != null) {
      target = "/" + target;
    }
    return new PageUrl(scheme, authority, withoutDots(target), reference.query, reference.fragment);
  }

  /** RFC 3986, section 5.2.4. */
  private static String withoutDots(String path) {
    if (!path.contains("/.") && !path.startsWith(".")) {
      return path;
    }
    List<String> kept = new ArrayList<>();
    String[] segments = path.split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      boolean last = i == segments.length - 1;
      if (segments[i].equals("..")) {
        if (kept.size() > 1) {
          kept.remove(kept.size() - 1);
        }
        if (last) {
          kept.add("");
        }
      } else if (segments[i].equals(".")) {
        if (last) {
          kept.add("");
        }
      } else {
        kept.add(segments[i]);
      }
    }
    return String.join("/", kept);
  }

  /**
   * Each piece of the path unquoted and quoted again, {@code @} and {@code %2F} left alone; an
   * empty query or fragment goes.
   */
  PageUrl quoted() {
    String keptQuery = query == null || query.isEmpty() ? null : query;
    String keptFragment = fragment == null || fragment.isEmpty() ? null : fragment;
    if (isPlain(path)) {
      return new PageUrl(scheme, authority, path, keptQuery, keptFragment);
    }
    StringBuilder result = new StringBuilder();
    Matcher kept = KEPT_IN_PATH.matcher(path);
    int from = 0;
    while (kept.find()) {
      quote(unquote(path.substring(from, kept.start())), result);
      result.append(kept.group().toUpperCase(Locale.ROOT));
      from = kept.end();
    }
    quote(unquote(path.substring(from)), result);
    return new PageUrl(scheme, authority, result.toString(), keptQuery, keptFragment);
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isUnreserved(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUnreserved(int character) {
    return character >= 'a' && character <= 'z'
        || character >= 'A' && character <= 'Z'
        || isDigit(character)
        || UNRESERVED.indexOf(character) >= 0;
  }

  private static void quote(String text, StringBuilder result) {
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      if (isUnreserved(octet)) {
        result.append((char) octet);
      } else {
        result.append(String.format("%%%02X", octet & 0xff));
      }
    }
  }

  /** Percent-encoded octets as UTF-8; a stray percent sign stands for itself. */
  static String unquote(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    byte[] result = new byte[octets.length];
    int length = 0;
    for (int i = 0; i < octets.length; i++) {
      int high = i + 2 < octets.length ? Character.digit(octets[i + 1], 16) : -1;
      int low = i + 2 < octets.length ? Character.digit(octets[i + 2], 16) : -1;
      if (octets[i] == '%' && high >= 0 && low >= 0) {
        result[length++] = (byte) (high << 4 | low);
        i += 2;
      } else {
        result[length++] = octets[i];
      }
    }
    return new String(result, 0, length, StandardCharsets.UTF_8);
  }

  /** The last segment, unquoted: the name of the file; the host where there is none. */
  String fileName() {
    String plain = unquote(path);
    int end = plain.length();
    while (end > 0 && plain.charAt(end - 1) == '/') {
      end--;
    }
    return end == 0 && authority != null
        ? authority.substring(authority.lastIndexOf('@') + 1)
        : plain.substring(plain.lastIndexOf('/', end - 1) + 1, end);
  }

  /** In lower case, without brackets; empty where there is none. */
  String host() {
    String host = hostAndPort();
    int end = host.startsWith("[") ? host.indexOf(']') : host.indexOf(':');
    String bare = end < 0 ? host : host.substring(0, end);
    return (bare.startsWith("[") ? bare.substring(1) : bare).toLowerCase(Locale.ROOT);
  }

  /** -1 where none is written. */
  int port() {
    String digits = hostAndPort().replaceFirst("^(?:\\[[^\\]]*\\]|[^:]*):?", "");
    return digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : -1;
  }

  private String hostAndPort() {
    return authority == null ? "" : authority.substring(authority.lastIndexOf('@') + 1);
  }

  PageUrl withoutFragment() {
    return new PageUrl(scheme, authority, path, query, null);
  }

  /** Whether {@link URI} takes it, told without making one where all characters are ordinary. */
  boolean isValid() {
    String host = authority == null ? "" : authority;
    if (scheme != null && query == null && isPlain(path) && isPlain(host) && !host.isEmpty()) {
      return true;
    }
    try {
      return new URI(withoutFragment().toString()).isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    StringBuilder result = new StringBuilder();
    if (scheme != null) {
      result.append(scheme).append(':');
    }
    if (authority != null) {
      result.append("//").append(authority);
    }
    result.append(path);
    if (query != null) {
      result.append('?').append(query);
    }
    if (fragment != null) {
      result.append('#').append(fragment);
    }
    return result.toString();
  }
}
