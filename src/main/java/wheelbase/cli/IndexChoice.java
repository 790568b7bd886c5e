package wheelbase.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the command line says about where to look.
 *
 * @param indexUrl {@code --index-url}
 * @param extraIndexUrls {@code --extra-index-url}, in order
 * @param noIndex {@code --no-index}
 * @param findLinks {@code --find-links}, in order
 * @param trustedHosts {@code --trusted-host}, in order
 * @param keyringProvider {@code --keyring-provider}
 * @param cacheDirectory {@code --cache-dir}
 */
record IndexChoice(
    Optional<String> indexUrl,
    List<String> extraIndexUrls,
    boolean noIndex,
    List<String> findLinks,
    List<String> trustedHosts,
    Optional<String> keyringProvider,
    boolean offline,
    boolean refresh,
    Optional<Instant> cutoff,
    Optional<Path> cacheDirectory) {
  IndexChoice {
    extraIndexUrls = List.copyOf(extraIndexUrls);
    findLinks = List.copyOf(findLinks);
    trustedHosts = List.copyOf(trustedHosts);
  }

  /** Indexes alone. */
  IndexChoice(
      Optional<String> indexUrl,
      List<String> extraIndexUrls,
      boolean offline,
      boolean refresh,
      Optional<Instant> cutoff,
      Optional<Path> cacheDirectory) {
    this(
        indexUrl,
        extraIndexUrls,
        false,
        List.of(),
        List.of(),
        Optional.empty(),
        offline,
        refresh,
        cutoff,
        cacheDirectory);
  }

  /** The same, asking nobody. */
  IndexChoice fromCache() {
    return new IndexChoice(
        indexUrl,
        extraIndexUrls,
        noIndex,
        findLinks,
        trustedHosts,
        keyringProvider,
        true,
        false,
        cutoff,
        cacheDirectory);
  }

  /** Without the values: addresses may hold passwords. */
  @Override
  public String toString() {
    return "IndexChoice" + (offline ? "[offline]" : "[]");
  }
}
