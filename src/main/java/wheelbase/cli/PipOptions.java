package wheelbase.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import wheelbase.index.pypi.IndexOptions;
import wheelbase.index.pypi.KeyringUse;
import wheelbase.requirements.FileReader;
import wheelbase.requirements.FileSources;
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
    ReaderOptions all = configured.with(configured.sources().and(choice.sources()));
    return pre ? all.withPrereleases() : all;
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

  /** Whether pip inside an image would have to be told of an index that no file of it names. */
  static boolean isPrivate(ReaderOptions before) {
    FileSources sources = before.sources();
    return sources.indexUrl().filter(url -> !url.equals(IndexOptions.PUBLIC_INDEX)).isPresent()
        || !sources.extraIndexUrls().isEmpty();
  }
}
