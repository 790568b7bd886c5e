package wheelbase.index.pypi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Who logs in where, in pip's order. Before asking: the user and password in the URL of the index
 * (of several on a host the one whose path has most in common with what is asked for), then netrc,
 * then what was accepted before, then a user without a password, which many tokens are. Once
 * refused: the keyring, first for the index's URL, then for host and port. A login is never sent to
 * another scheme, host or port than the one it was given for.
 *
 * <p>{@code WHEELBASE_INDEX_USERNAME} and {@code WHEELBASE_INDEX_PASSWORD}, which pip does not
 * know, stand in for what the URL of an index lacks.
 */
final class Credentials {
  static final String USER_VARIABLE = "WHEELBASE_INDEX_USERNAME";
  static final String PASSWORD_VARIABLE = "WHEELBASE_INDEX_PASSWORD";

  private final List<Known> known = new ArrayList<>();
  private final Netrc netrc;
  private final Optional<Keyring> keyring;
  private final ConcurrentMap<String, Login> accepted = new ConcurrentHashMap<>();

  /** What the URL of an index says: maybe a user, maybe a password too. */
  private record Known(
      PageUrl url, boolean isIndex, Optional<String> user, Optional<String> password) {
    Optional<Login> whole() {
      return user.flatMap(name -> password.map(secret -> new Login(name, secret)));
    }
  }

  /**
   * @param pages addresses of pages of links
   * @param keyring empty where it is not to be asked
   */
  Credentials(
      List<String> indexUrls,
      List<String> pages,
      Map<String, String> environment,
      Netrc netrc,
      Optional<Keyring> keyring) {
    this.netrc = netrc;
    this.keyring = keyring;
    Login fromEnvironment =
        new Login(
            environment.getOrDefault(USER_VARIABLE, ""),
            environment.getOrDefault(PASSWORD_VARIABLE, ""));
    for (String text : indexUrls) {
      Known inUrl = inUrl(text, true);
      boolean takesVariables =
          inUrl.user().isEmpty()
              && !fromEnvironment.equals(Login.NOBODY)
              && !text.equals(IndexOptions.PUBLIC_INDEX);
      known.add(
          takesVariables
              ? new Known(
                  inUrl.url(),
                  true,
                  Optional.of(fromEnvironment.user()),
                  Optional.of(fromEnvironment.password()))
              : inUrl);
    }
    pages.forEach(text -> known.add(inUrl(text, false)));
  }

  /** What to send without having been refused. */
  Optional<Login> login(String url) {
    PageUrl asked = PageUrl.parse(url);
    Optional<Known> index = nearest(asked);
    return index
        .flatMap(Known::whole)
        .or(() -> netrc.login(asked.host()))
        .or(() -> Optional.ofNullable(accepted.get(origin(asked))))
        .or(() -> index.flatMap(Known::user).map(user -> new Login(user, "")));
  }

  /** Takes the login out of an address that an index told. */
  void learn(String url) {
    Known told = inUrl(url, false);
    told.whole().ifPresent(login -> accepted.putIfAbsent(origin(told.url()), login));
  }

  /** Whether an address holds a user, maybe with a password. */
  static boolean isIn(PageUrl url) {
    return url.authority() != null && url.authority().indexOf('@') >= 0;
  }

  /** What to send after a refusal; empty where there is nothing that was not sent. */
  Optional<Login> afterRefusal(String url) {
    PageUrl asked = PageUrl.parse(url);
    Optional<Known> index = nearest(asked);
    if (keyring.isEmpty() || index.flatMap(Known::whole).isPresent()) {
      return Optional.empty();
    }
    Optional<String> user = index.flatMap(Known::user);
    Optional<Login> found =
        index
            .filter(Known::isIndex)
            .flatMap(place -> keyring.get().login(place.url().toString(), user))
            .or(() -> keyring.get().login(hostAndPort(asked), user));
    found.ifPresent(login -> accepted.put(origin(asked), login));
    return found;
  }

  private Optional<Known> nearest(PageUrl asked) {
    Known nearest = null;
    for (Known index : known) {
      if (origin(index.url()).equals(origin(asked))
          && (nearest == null || common(index.url(), asked) > common(nearest.url(), asked))) {
        nearest = index;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** How many segments two paths begin with in common. */
  private static int common(PageUrl left, PageUrl right) {
    String[] one = left.path().split("/");
    String[] other = right.path().split("/");
    int count = 0;
    while (count < one.length && count < other.length && one[count].equals(other[count])) {
      count++;
    }
    return count;
  }

  /** The URL without {@code user:password@}. */
  static String strip(String url) {
    return strip(PageUrl.parse(url)).toString();
  }

  static PageUrl strip(PageUrl parts) {
    return new PageUrl(
        parts.scheme(),
        parts.authority() == null ? null : hostAndPort(parts),
        parts.path(),
        parts.query(),
        parts.fragment());
  }

  /** The keyring is asked for an index by its URL with a slash at its end, as pip asks. */
  private static Known inUrl(String text, boolean isIndex) {
    PageUrl url = PageUrl.parse(text);
    String stripped = strip(url).toString();
    PageUrl shown = PageUrl.parse(stripped.replaceFirst("/*$", "") + "/");
    int at = url.authority() == null ? -1 : url.authority().lastIndexOf('@');
    if (at < 0) {
      return new Known(shown, isIndex, Optional.empty(), Optional.empty());
    }
    String[] pair = url.authority().substring(0, at).split(":", 2);
    return new Known(
        shown,
        isIndex,
        Optional.of(PageUrl.unquote(pair[0])),
        pair.length > 1 ? Optional.of(PageUrl.unquote(pair[1])) : Optional.empty());
  }

  private static String origin(PageUrl url) {
    String scheme = url.scheme() == null ? "" : url.scheme().toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? 443 : 80;
    return scheme + "://" + url.host() + ":" + (url.port() < 0 ? usual : url.port());
  }

  private static String hostAndPort(PageUrl url) {
    String authority = url.authority() == null ? "" : url.authority();
    return authority.substring(authority.lastIndexOf('@') + 1);
  }
}
