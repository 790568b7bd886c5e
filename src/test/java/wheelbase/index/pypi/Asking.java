package wheelbase.index.pypi;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.requirements.FileSources;

/**
 * How a test asks indexes: one thing after the other is set, and earlier values stay as they are.
 */
final class Asking implements Cloneable {
  private List<String> indexUrls;
  private List<String> findLinks = List.of();
  private List<String> trustedHosts = List.of();
  private Map<String, SourceSpan> places = Map.of();
  private KeyringUse keyring = KeyringUse.NEVER;
  private boolean offline;
  private boolean refresh;
  private Optional<Instant> excludeNewer = Optional.empty();
  private final Path cacheDirectory;
  private Map<String, String> environment = Map.of();

  private Asking(List<String> indexUrls, Path cacheDirectory) {
    this.indexUrls = indexUrls;
    this.cacheDirectory = cacheDirectory;
  }

  static Asking of(List<String> indexUrls, Path cacheDirectory) {
    return new Asking(indexUrls, cacheDirectory);
  }

  IndexOptions options() {
    return new IndexOptions(
        new FileSources(
            indexUrls.stream().findFirst(),
            indexUrls.stream().skip(1).toList(),
            indexUrls.isEmpty(),
            findLinks,
            trustedHosts,
            places),
        keyring,
        offline,
        refresh,
        excludeNewer,
        cacheDirectory,
        environment);
  }

  Asking withIndexUrls(List<String> urls) {
    Asking next = copy();
    next.indexUrls = urls;
    return next;
  }

  Asking withFindLinks(List<String> locations) {
    Asking next = copy();
    next.findLinks = locations;
    return next;
  }

  Asking withTrustedHosts(List<String> hosts) {
    Asking next = copy();
    next.trustedHosts = hosts;
    return next;
  }

  Asking withPlaces(Map<String, SourceSpan> spans) {
    Asking next = copy();
    next.places = spans;
    return next;
  }

  Asking withKeyring(KeyringUse use) {
    Asking next = copy();
    next.keyring = use;
    return next;
  }

  Asking withOffline(boolean value) {
    Asking next = copy();
    next.offline = value;
    return next;
  }

  Asking withRefresh(boolean value) {
    Asking next = copy();
    next.refresh = value;
    return next;
  }

  Asking withExcludeNewer(Optional<Instant> instant) {
    Asking next = copy();
    next.excludeNewer = instant;
    return next;
  }

  Asking withEnvironment(Map<String, String> variables) {
    Asking next = copy();
    next.environment = variables;
    return next;
  }

  private Asking copy() {
    try {
      return (Asking) clone();
    } catch (CloneNotSupportedException never) {
      throw new AssertionError(never);
    }
  }
}
