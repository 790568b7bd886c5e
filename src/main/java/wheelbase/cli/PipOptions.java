package wheelbase.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import wheelbase.index.pypi.IndexOptions;
import wheelbase.index.pypi.KeyringUse;
import wheelbase.requirements.FileReader;
import wheelbase.requirements.PipConfiguration;
import wheelbase.requirements.ReaderOptions;

/** The options that pip would have in force, and which indexes they come to. */
final class PipOptions {
  private PipOptions() {}

  /**
   * Before the requirements files are read: pip's configuration files, its environment variables,
   * then the command line, which replaces single values and adds to lists.
   */
  static ReaderOptions before(IndexChoice choice, boolean pre, Map<String, String> environment) {
    ReaderOptions configured = PipConfiguration.read(environment, FileReader.disk()).options();
    return new ReaderOptions(
            choice.indexUrl().or(configured::indexUrl),
            both(configured.extraIndexUrls(), choice.extraIndexUrls()),
            configured.noIndex() || choice.noIndex(),
            both(configured.findLinks(), choice.findLinks()),
            configured.noBinary(),
            configured.onlyBinary(),
            configured.preferBinary(),
            configured.allowPrereleases() || pre,
            configured.requireHashes(),
            both(configured.trustedHosts(), choice.trustedHosts()))
        .withPlaces(configured.places());
  }

  private static List<String> both(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  /** Whether the user's keyring may be asked for logins. */
  static KeyringUse keyring(IndexChoice choice, Map<String, String> environment) {
    PipConfiguration configured = PipConfiguration.read(environment, FileReader.disk());
    return KeyringUse.of(
        choice.keyringProvider().orElseGet(configured::keyringProvider), configured.noInput());
  }

  /** Constraints files that pip reads with every install, for a directory that it is called in. */
  static List<Path> constraintFiles(Path directory, Map<String, String> environment) {
    return PipConfiguration.read(environment, FileReader.disk()).constraints().stream()
        .map(directory::resolve)
        .toList();
  }

  /**
   * The indexes to ask.
   *
   * @param inForce after the requirements files were read
   * @return none where there is to be no index at all
   */
  static List<String> indexUrls(ReaderOptions inForce) {
    if (inForce.noIndex()) {
      return List.of();
    }
    String first = inForce.indexUrl().orElse(IndexOptions.PUBLIC_INDEX);
    return Stream.concat(Stream.of(first), inForce.extraIndexUrls().stream()).distinct().toList();
  }

  /** Whether pip inside an image would have to be told of an index that no file of it names. */
  static boolean isPrivate(ReaderOptions before) {
    return before.indexUrl().filter(url -> !url.equals(IndexOptions.PUBLIC_INDEX)).isPresent()
        || !before.extraIndexUrls().isEmpty();
  }
}
