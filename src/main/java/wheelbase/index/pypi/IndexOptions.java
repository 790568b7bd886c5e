package wheelbase.index.pypi;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import wheelbase.requirements.FileSources;

/**
 * Where to look for files, and how.
 *
 * @param keyring whether the user's keyring may be asked for a login
 * @param offline ask nobody: take what the cache has, however old
 * @param refresh ask again for every page, even where the cached one is fresh
 * @param excludeNewer leave out files uploaded at this instant or later, and those of which nobody
 *     knows when they were uploaded; those that lie on this machine stay
 * @param cacheDirectory made where it is not there
 * @param environment where {@code NETRC}, {@code HOME}, {@code WHEELBASE_INDEX_USERNAME}, {@code
 *     WHEELBASE_INDEX_PASSWORD}, {@code PATH} and the proxy variables are read from
 */
public record IndexOptions(
    FileSources sources,
    KeyringUse keyring,
    boolean offline,
    boolean refresh,
    Optional<Instant> excludeNewer,
    Path cacheDirectory,
    Map<String, String> environment) {

  /** The public index: the only address of a server in this program. */
  public static final String PUBLIC_INDEX = "https://pypi.org/simple/";

  public IndexOptions {
    environment = Map.copyOf(environment);
    Objects.requireNonNull(sources);
    Objects.requireNonNull(keyring);
    Objects.requireNonNull(excludeNewer);
    Objects.requireNonNull(cacheDirectory);
  }

  /** The indexes to ask, in order; none where there is to be no index at all. */
  public List<String> indexUrls() {
    return sources.indexes(PUBLIC_INDEX);
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

  /** Does not print the URLs: they may hold credentials. */
  @Override
  public String toString() {
    return "IndexOptions["
        + indexUrls().stream().map(Redaction::ofUrl).toList()
        + (sources.findLinks().isEmpty()
            ? ""
            : ", " + sources.findLinks().stream().map(Redaction::ofUrl).toList())
        + (offline ? ", offline" : "")
        + (refresh ? ", refresh" : "")
        + excludeNewer.map(instant -> ", exclude newer than " + instant).orElse("")
        + "]";
  }
}
