package wheelbase.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the command line says about the package index.
 *
 * @param indexUrl {@code --index-url}
 * @param extraIndexUrls {@code --extra-index-url}, in order
 * @param cacheDirectory {@code --cache-dir}
 */
record IndexChoice(
    Optional<String> indexUrl,
    List<String> extraIndexUrls,
    boolean offline,
    boolean refresh,
    Optional<Instant> cutoff,
    Optional<Path> cacheDirectory) {
  IndexChoice {
    extraIndexUrls = List.copyOf(extraIndexUrls);
  }

  /** The same, asking nobody. */
  IndexChoice fromCache() {
    return new IndexChoice(indexUrl, extraIndexUrls, true, false, cutoff, cacheDirectory);
  }
}
