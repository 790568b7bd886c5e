package wheelbase.index.pypi;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Chooses the proxy that the environment names, as curl and pip do: {@code HTTPS_PROXY}, {@code
 * HTTP_PROXY}, {@code ALL_PROXY}, each also in lower case, which goes first, and {@code NO_PROXY}
 * with host names and domains. A proxy that wants a login is not supported.
 */
public final class ProxyVariables extends ProxySelector {
  private final Map<String, String> environment;

  public ProxyVariables(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public List<Proxy> select(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    String proxy = variable(scheme + "_proxy");
    if (proxy.isEmpty()) {
      proxy = variable("all_proxy");
    }
    if (proxy.isEmpty() || isExempt(uri.getHost() == null ? "" : uri.getHost())) {
      return List.of(Proxy.NO_PROXY);
    }
    PageUrl url = PageUrl.parse(proxy.contains("://") ? proxy : "http://" + proxy);
    String[] hostAndPort =
        url.authority().substring(url.authority().lastIndexOf('@') + 1).split(":", 2);
    boolean numbered = hostAndPort.length == 2 && hostAndPort[1].matches("\\d{1,5}");
    int port = numbered ? Integer.parseInt(hostAndPort[1]) : 80;
    Proxy.Type type =
        url.scheme().toLowerCase(Locale.ROOT).startsWith("socks")
            ? Proxy.Type.SOCKS
            : Proxy.Type.HTTP;
    return List.of(new Proxy(type, InetSocketAddress.createUnresolved(hostAndPort[0], port)));
  }

  private String variable(String name) {
    String lower = environment.getOrDefault(name, "");
    return lower.isEmpty() ? environment.getOrDefault(name.toUpperCase(Locale.ROOT), "") : lower;
  }

  private boolean isExempt(String host) {
    for (String entry : variable("no_proxy").split(",")) {
      String domain = entry.strip().replaceFirst("^\\*?\\.", "");
      if (entry.strip().equals("*")
          || !domain.isEmpty() && (host.equals(domain) || host.endsWith("." + domain))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    // The failure reaches the caller with the request itself.
  }
}
