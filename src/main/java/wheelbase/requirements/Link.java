package wheelbase.requirements;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address that a requirement names, taken apart as pip does: it need not be a valid URL.
 *
 * @param text as written, or as made from a path
 */
record Link(String text) {
  private static final List<String> URL_SCHEMES = List.of("http", "https", "file", "ftp");
  private static final List<String> VCS_SCHEMES =
      List.of(
          ("bzr+http bzr+https bzr+ssh bzr+sftp bzr+ftp bzr+lp bzr+file"
                  + " git+http git+https git+ssh git+git git+file"
                  + " hg+file hg+http hg+https hg+ssh hg+static-http"
                  + " svn+ssh svn+http svn+https svn+svn svn+file")
              .split(" "));
  private static final List<String> ARCHIVE_ENDINGS =
      List.of(
          ".zip",
          ".whl",
          ".tar",
          ".tar.gz",
          ".tgz",
          ".tar.bz2",
          ".tbz",
          ".tar.xz",
          ".txz",
          ".tlz",
          ".tar.lz",
          ".tar.lzma");
  private static final Pattern EGG = Pattern.compile("[#&]egg=([^&]*)");
  private static final String UNQUOTED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~/";

  /** Whether pip takes a text for an address: by its scheme alone. */
  static boolean isAddress(String text) {
    String scheme = scheme(text);
    return URL_SCHEMES.contains(scheme) || VCS_SCHEMES.contains(scheme);
  }

  /** By its ending; a name that begins with its only dot has none. */
  static boolean isArchiveName(String name) {
    String lower = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return ARCHIVE_ENDINGS.stream().anyMatch(lower::endsWith) && lower.lastIndexOf('.') > 0;
  }

  /** The {@code file:} address of an absolute path. */
  static Link ofPath(Path path) {
    var quoted = new StringBuilder("file://");
    for (byte octet : path.normalize().toString().getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (octet & 0xff);
      if (UNQUOTED.indexOf(character) >= 0) {
        quoted.append(character);
      } else {
        quoted.append(String.format("%%%02X", (int) character));
      }
    }
    return new Link(quoted.toString());
  }

  static List<String> versionControlSchemes() {
    return VCS_SCHEMES;
  }

  /** The names of the version control systems: {@code git}, {@code hg}... */
  static List<String> versionControls() {
    return VCS_SCHEMES.stream()
        .map(scheme -> scheme.substring(0, scheme.indexOf('+')))
        .distinct()
        .toList();
  }

  boolean isVersionControl() {
    return VCS_SCHEMES.contains(scheme(text));
  }

  boolean isFile() {
    return scheme(text).equals("file");
  }

  boolean isWheel() {
    return fileName().endsWith(".whl");
  }

  /** The path of the address, its percent signs decoded. */
  String path() {
    String rest = text.substring(text.indexOf(':') + 1).split("[?#]", 2)[0];
    if (rest.startsWith("//")) {
      int slash = rest.indexOf('/', 2);
      rest = slash < 0 ? "" : rest.substring(slash);
    }
    return unquote(rest);
  }

  /** The last part of the path. */
  String fileName() {
    String path = path().replaceFirst("/+$", "");
    return unquote(path.substring(path.lastIndexOf('/') + 1));
  }

  /** The project that {@code #egg=} names; may be any text. */
  Optional<String> egg() {
    Matcher matcher = EGG.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static String scheme(String text) {
    int colon = text.indexOf(':');
    return colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
  }

  /** Like Python's: a percent sign that begins no octet stays, and a plus is a plus. */
  private static String unquote(String text) {
    String safe = text.replaceAll("%(?![0-9A-Fa-f]{2})", "%25").replace("+", "%2B");
    return URLDecoder.decode(safe, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return text;
  }
}
