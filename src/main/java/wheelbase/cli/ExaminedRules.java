package wheelbase.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Parameters;

/** The operand of the commands that look rules over. */
final class ExaminedRules {
  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "A rules directory of your own. Default: the rules that wheelbase has.")
  private Path directory;

  /** As the user wrote it. */
  Optional<Path> written() {
    return Optional.ofNullable(directory);
  }

  /** Where it lies. */
  Optional<Path> directory(Surroundings surroundings) {
    return written().map(surroundings.directory()::resolve);
  }

  /**
   * @throws UsageException with every fault of the directory
   */
  Optional<Path> sound(Surroundings surroundings) {
    directory(surroundings).ifPresent(found -> RulesOption.check(directory, found));
    return directory(surroundings);
  }
}
