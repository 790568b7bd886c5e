package wheelbase.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.index.IndexException;
import wheelbase.index.pypi.IndexOptions;
import wheelbase.report.ThrownText;

/**
 * How a run that did not come to an answer ends.
 *
 * @param diagnostic empty where there is nothing to say (the user interrupted)
 */
record Failure(int exitCode, Optional<Diagnostic> diagnostic) {

  static Failure of(Throwable thrown, ProjectOptions options, Surroundings surroundings) {
    Throwable cause = ThrownText.cause(thrown);
    if (cause instanceof UsageException usage) {
      return of(usage.exitCode(), Diagnostic.error("usage", usage.getMessage()), usage.hint());
    }
    if (cause instanceof IndexException) {
      return of(
          ExitCode.INDEX,
          ThrownText.diagnostic(thrown),
          Optional.of(offlineHint(options.index(surroundings), surroundings)));
    }
    if (cause instanceof InterruptedException) {
      return new Failure(ExitCode.INTERRUPTED, Optional.empty());
    }
    return of(
        ExitCode.BUG,
        ThrownText.diagnostic(thrown),
        Optional.of(
            "please report it with the command and the requirements; `-v` shows where it happened"));
  }

  private static Failure of(int exitCode, Diagnostic diagnostic, Optional<String> hint) {
    return new Failure(exitCode, Optional.of(hint.map(diagnostic::withHint).orElse(diagnostic)));
  }

  private static String offlineHint(IndexChoice choice, Surroundings surroundings) {
    if (choice.offline()) {
      return "without `--offline` the index is asked";
    }
    Path cache =
        choice
            .cacheDirectory()
            .orElseGet(() -> IndexOptions.defaultCacheDirectory(surroundings.environment()));
    return Files.isDirectory(cache)
        ? "`--offline` uses the answers of earlier runs, kept in " + cache
        : "`--offline` has nothing to use yet: there is no cache in " + cache;
  }
}
