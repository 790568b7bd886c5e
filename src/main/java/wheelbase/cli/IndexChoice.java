package wheelbase.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import wheelbase.requirements.FileSources;

/**
 * What the command line says about where to look: on which index, and in which rules.
 *
 * @param keyringProvider {@code --keyring-provider}
 * @param cacheDirectory {@code --cache-dir}
 * @param reading whether wheels without a rule are read: not {@code --no-reading}
 * @param rules {@code --rules}, looked over
 */
record IndexChoice(
    FileSources sources,
    Optional<String> keyringProvider,
    boolean offline,
    boolean refresh,
    Optional<Instant> cutoff,
    Optional<Path> cacheDirectory,
    boolean reading,
    Optional<Path> rules) {

  /** The same, asking nobody. */
  IndexChoice fromCache() {
    return new IndexChoice(
        sources, keyringProvider, true, false, cutoff, cacheDirectory, reading, rules);
  }
}
