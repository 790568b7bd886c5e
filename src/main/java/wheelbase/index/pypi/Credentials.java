package wheelbase.index.pypi;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Who logs in where. For a server that an index URL names, in this order: the login in that URL,
 * the one in the environment, the one in the netrc file; for other servers only netrc. A login is
 * never sent to another scheme, host or port than the one it was given for.
 */
final class Credentials {
  static final String USER_VARIABLE = "WHEELBASE_INDEX_USERNAME";
  static final String PASSWORD_VARIABLE = "WHEELBASE_INDEX_PASSWORD";

  private final Map<String, Login> byOrigin = new HashMap<>();
  private final Netrc netrc;

  Credentials(List<String> indexUrls, Map<String, String> environment, Netrc netrc) {
    this.netrc = netrc;
    Login fromEnvironment =
        new Login(
            environment.getOrDefault(USER_VARIABLE, ""),
            environment.getOrDefault(PASSWORD_VARIABLE, ""));
    for (String text : indexUrls) {
      PageUrl url = PageUrl.parse(text);
      Optional<Login> login = inUrl(url);
      if (login.isEmpty()
          && !fromEnvironment.equals(Login.NOBODY)
          && !text.equals(IndexOptions.PUBLIC_INDEX)) {
        login = Optional.of(fromEnvironment);
      }
      login.ifPresent(found -> byOrigin.putIfAbsent(origin(url), found));
    }
  }

  Optional<Login> login(String url) {
    PageUrl asked = PageUrl.parse(url);
    return Optional.ofNullable(byOrigin.get(origin(asked)))
        .or(() -> netrc.login(host(asked).replaceFirst(":\\d*$", "")));
  }

  /** The URL without {@code user:password@}. */
  static String strip(String url) {
    PageUrl parts = PageUrl.parse(url);
    return new PageUrl(
            parts.scheme(),
            parts.authority() == null ? null : host(parts),
            parts.path(),
            parts.query(),
            parts.fragment())
        .toString();
  }

  private static Optional<Login> inUrl(PageUrl url) {
    int at = url.authority() == null ? -1 : url.authority().lastIndexOf('@');
    if (at < 0) {
      return Optional.empty();
    }
    String[] pair = url.authority().substring(0, at).split(":", 2);
    return Optional.of(
        new Login(PageUrl.unquote(pair[0]), pair.length > 1 ? PageUrl.unquote(pair[1]) : ""));
  }

  private static String origin(PageUrl url) {
    String scheme = url.scheme() == null ? "" : url.scheme().toLowerCase(Locale.ROOT);
    String host = host(url).toLowerCase(Locale.ROOT);
    if (!host.matches(".*:\\d+")) {
      host += scheme.equals("https") ? ":443" : ":80";
    }
    return scheme + "://" + host;
  }

  private static String host(PageUrl url) {
    String authority = url.authority() == null ? "" : url.authority();
    return authority.substring(authority.lastIndexOf('@') + 1);
  }
}
