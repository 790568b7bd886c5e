package wheelbase.index.pypi;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import wheelbase.diagnostic.SourceSpan;

/**
 * Where to look for files, and how.
 *
 * @param indexUrls the indexes in order, first {@code --index-url}, then each {@code
 *     --extra-index-url}; may hold {@code user:password@}. Empty is pip's {@code --no-index}
 * @param offline ask nobody: take what the cache has, however old
 * @param refresh ask again for every page, even where the cached one is fresh
 * @param excludeNewer leave out files uploaded at this instant or later, and those of which nobody
 *     knows when they were uploaded; those that lie on this machine stay
 * @param cacheDirectory made where it is not there
 * @param environment where {@code NETRC}, {@code HOME}, {@code WHEELBASE_INDEX_USERNAME}, {@code
 *     WHEELBASE_INDEX_PASSWORD}, {@code PATH} and the proxy variables are read from
 * @param findLinks pip's {@code --find-links}: directories, archives, pages, as paths or addresses
 * @param trustedHosts pip's {@code --trusted-host}: {@code HOST} or {@code HOST:PORT}
 * @param keyring whether the user's keyring may be asked for a login
 * @param places where a location was written, for those that stand in a file
 */
public record IndexOptions(
    List<String> indexUrls,
    boolean offline,
    boolean refresh,
    Optional<Instant> excludeNewer,
    Path cacheDirectory,
    Map<String, String> environment,
    List<String> findLinks,
    List<String> trustedHosts,
    KeyringUse keyring,
    Map<String, SourceSpan> places) {

  /** The public index: the only address of a server in this program. */
  public static final String PUBLIC_INDEX = "https://pypi.org/simple/";

  public IndexOptions {
    indexUrls = List.copyOf(indexUrls);
    environment = Map.copyOf(environment);
    findLinks = List.copyOf(findLinks);
    trustedHosts = List.copyOf(trustedHosts);
    places = Map.copyOf(places);
    Objects.requireNonNull(excludeNewer);
    Objects.requireNonNull(cacheDirectory);
    Objects.requireNonNull(keyring);
  }

  /** Indexes alone, and no keyring. */
  public IndexOptions(
      List<String> indexUrls,
      boolean offline,
      boolean refresh,
      Optional<Instant> excludeNewer,
      Path cacheDirectory,
      Map<String, String> environment) {
    this(
        indexUrls,
        offline,
        refresh,
        excludeNewer,
        cacheDirectory,
        environment,
        List.of(),
        List.of(),
        KeyringUse.NEVER,
        Map.of());
  }

  /**
   * {@code $XDG_CACHE_HOME/wheelbase}, else {@code ~/.cache/wheelbase} (XDG base directories: a
   * relative path there counts as unset).
   */
  public static Path defaultCacheDirectory(Map<String, String> environment) {
    String home = environment.getOrDefault("HOME", "");
    Path fallback = Path.of(home.isEmpty() ? "." : home, ".cache");
    Path cache =
        Optional.ofNullable(environment.get("XDG_CACHE_HOME"))
            .map(Path::of)
            .filter(Path::isAbsolute)
            .orElse(fallback);
    return cache.resolve("wheelbase");
  }

  public IndexOptions withIndexUrls(List<String> urls) {
    return new IndexOptions(
        urls,
        offline,
        refresh,
        excludeNewer,
        cacheDirectory,
        environment,
        findLinks,
        trustedHosts,
        keyring,
        places);
  }

  public IndexOptions withOffline(boolean value) {
    return new IndexOptions(
        indexUrls,
        value,
        refresh,
        excludeNewer,
        cacheDirectory,
        environment,
        findLinks,
        trustedHosts,
        keyring,
        places);
  }

  public IndexOptions withRefresh(boolean value) {
    return new IndexOptions(
        indexUrls,
        offline,
        value,
        excludeNewer,
        cacheDirectory,
        environment,
        findLinks,
        trustedHosts,
        keyring,
        places);
  }

  public IndexOptions withExcludeNewer(Optional<Instant> instant) {
    return new IndexOptions(
        indexUrls,
        offline,
        refresh,
        instant,
        cacheDirectory,
        environment,
        findLinks,
        trustedHosts,
        keyring,
        places);
  }

  public IndexOptions withEnvironment(Map<String, String> variables) {
    return new IndexOptions(
        indexUrls,
        offline,
        refresh,
        excludeNewer,
        cacheDirectory,
        variables,
        findLinks,
        trustedHosts,
        keyring,
        places);
  }

  public IndexOptions withFindLinks(List<String> locations) {
    return new IndexOptions(
        indexUrls,
        offline,
        refresh,
        excludeNewer,
        cacheDirectory,
        environment,
        locations,
        trustedHosts,
        keyring,
        places);
  }

  public IndexOptions withTrustedHosts(List<String> hosts) {
    return new IndexOptions(
        indexUrls,
        offline,
        refresh,
        excludeNewer,
        cacheDirectory,
        environment,
        findLinks,
        hosts,
        keyring,
        places);
  }

  public IndexOptions withKeyring(KeyringUse use) {
    return new IndexOptions(
        indexUrls,
        offline,
        refresh,
        excludeNewer,
        cacheDirectory,
        environment,
        findLinks,
        trustedHosts,
        use,
        places);
  }

  public IndexOptions withPlaces(Map<String, SourceSpan> spans) {
    return new IndexOptions(
        indexUrls,
        offline,
        refresh,
        excludeNewer,
        cacheDirectory,
        environment,
        findLinks,
        trustedHosts,
        keyring,
        spans);
  }

  /** Does not print the URLs: they may hold credentials. */
  @Override
  public String toString() {
    return "IndexOptions["
        + indexUrls.stream().map(Redaction::ofUrl).toList()
        + (findLinks.isEmpty() ? "" : ", " + findLinks.stream().map(Redaction::ofUrl).toList())
        + (offline ? ", offline" : "")
        + (refresh ? ", refresh" : "")
        + excludeNewer.map(instant -> ", exclude newer than " + instant).orElse("")
        + "]";
  }
}
