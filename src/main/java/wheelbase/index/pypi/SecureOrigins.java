package wheelbase.index.pypi;

import java.util.List;
import java.util.Locale;

/**
 * Which places pip looks at: those that nobody on the way can forge (TLS, this machine), and those
 * whose host the user trusts ({@code --trusted-host HOST[:PORT]}). Of a trusted host no certificate
 * is checked either.
 *
 * @param trusted as given
 */
record SecureOrigins(List<String> trusted) {
  SecureOrigins {
    trusted = List.copyOf(trusted);
  }

  /** Whether pip would ask there; else it goes on as if the place did not exist. */
  boolean admits(PageUrl url) {
    return isSafe(url) || trusts(url.host(), url.port());
  }

  /** TLS, or this machine. */
  static boolean isSafe(PageUrl url) {
    String scheme = url.scheme() == null ? "" : url.scheme().toLowerCase(Locale.ROOT);
    return scheme.equals("https") || scheme.equals("file") || isLoopback(url.host());
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost")
        || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}")
        || host.equals("::1");
  }

  /**
   * @param port -1 for that of the scheme, which only a host trusted as a whole includes
   */
  boolean trusts(String host, int port) {
    for (String entry : trusted) {
      // A host and a port are written as in a URL, brackets around an IPv6 address included.
      boolean bare = entry.chars().filter(character -> character == ':').count() > 1;
      PageUrl parts =
          PageUrl.parse("//" + (bare && !entry.startsWith("[") ? "[" + entry + "]" : entry));
      if (parts.host().equals(host) && (parts.port() < 0 || parts.port() == port)) {
        return true;
      }
    }
    return false;
  }
}
