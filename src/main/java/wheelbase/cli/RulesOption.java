package wheelbase.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.syslibs.OwnRules;

/** A user's own rules, which every command that asks the rules can be given. */
final class RulesOption {
  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description = "Rules of your own, laid over those that wheelbase has.")
  private Path directory;

  /** Looked over once: a command asks more than once. */
  private boolean sound;

  /**
   * @throws UsageException with every fault of the directory
   */
  Optional<Path> directory(Surroundings surroundings) {
    return Optional.ofNullable(directory)
        .map(
            written -> {
              Path found = surroundings.directory().resolve(written);
              if (!sound) {
                check(written, found);
                sound = true;
              }
              return found;
            });
  }

  /**
   * @param written as the user wrote it
   * @throws UsageException with every fault of the directory
   */
  static void check(Path written, Path directory) {
    checkIsThere(written, directory);
    List<Diagnostic> faults = OwnRules.faults(directory);
    if (!faults.isEmpty()) {
      throw new UsageException(faults);
    }
  }

  /**
   * @throws UsageException where there is no such directory
   */
  static void checkIsThere(Path written, Path directory) {
    if (!directory.toFile().exists()) {
      throw MissingPath.explain(written, directory);
    }
  }
}
