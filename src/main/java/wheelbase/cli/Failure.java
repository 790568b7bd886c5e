package wheelbase.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.index.IndexException;
import wheelbase.index.pypi.IndexOptions;
import wheelbase.registry.RegistryException;
import wheelbase.report.ThrownText;
import wheelbase.syslibs.RuleFileException;

/**
 * How a run that did not come to an answer ends.
 *
 * @param diagnostics none where there is nothing to say (the user interrupted)
 */
record Failure(int exitCode, List<Diagnostic> diagnostics) {

  static Failure of(Throwable thrown, ProjectOptions options, Surroundings surroundings) {
    Throwable cause = ThrownText.cause(thrown);
    if (cause instanceof UsageException usage) {
      return new Failure(usage.exitCode(), usage.diagnostics());
    }
    if (cause instanceof IndexException) {
      return of(
          ExitCode.INDEX,
          ThrownText.diagnostic(thrown),
          offlineHint(options.index(surroundings), surroundings));
    }
    if (cause instanceof RegistryException refusal) {
      return new Failure(ExitCode.INDEX, List.of(hinted(refusal.diagnostic())));
    }
    if (cause instanceof RuleFileException broken) {
      return new Failure(ExitCode.WRONG_USAGE, broken.diagnostics());
    }
    if (cause instanceof InterruptedException) {
      return new Failure(ExitCode.INTERRUPTED, List.of());
    }
    return of(
        ExitCode.BUG,
        ThrownText.diagnostic(thrown),
        "please report it with the command and the requirements; `-v` shows where it happened");
  }

  private static Failure of(int exitCode, Diagnostic diagnostic, String hint) {
    return new Failure(exitCode, List.of(diagnostic.withHint(hint)));
  }

  private static Diagnostic hinted(Diagnostic why) {
    return why.hint().isPresent()
        ? why
        : why.withHint("say what the image is, and nobody is asked: IMAGE=debian:13/3.13");
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
