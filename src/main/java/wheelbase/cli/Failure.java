package wheelbase.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.index.IndexException;
import wheelbase.index.pypi.IndexOptions;

/**
 * How a run that did not come to an answer ends.
 *
 * @param diagnostics none where there is nothing to say (the user interrupted)
 */
record Failure(int exitCode, List<Diagnostic> diagnostics) {

  static Failure of(Throwable thrown, ProjectOptions options, Surroundings surroundings) {
    Throwable cause = cause(thrown);
    if (cause instanceof UsageException usage) {
      return new Failure(usage.exitCode(), usage.diagnostics());
    }
    if (cause instanceof IndexException) {
      return of(
          ExitCode.INDEX,
          Diagnostic.error("index-unreachable", cause.getMessage()),
          offlineHint(options.index(surroundings), surroundings));
    }
    if (cause instanceof InterruptedException) {
      return new Failure(ExitCode.INTERRUPTED, List.of());
    }
    return of(
        ExitCode.BUG,
        Diagnostic.error("bug", "this is a bug in wheelbase: " + inOneLine(cause)),
        "please report it with the command and the requirements; `-v` shows where it happened");
  }

  private static Failure of(int exitCode, Diagnostic diagnostic, String hint) {
    return new Failure(exitCode, List.of(diagnostic.withHint(hint)));
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

  /** The stack trace, for whoever repairs it. */
  static String trace(Throwable thrown) {
    StringWriter text = new StringWriter();
    cause(thrown).printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  /** What lies under the wrappings of asynchronous calls. */
  private static Throwable cause(Throwable thrown) {
    Throwable cause = thrown;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static String inOneLine(Throwable cause) {
    String name = cause.getClass().getSimpleName();
    return cause.getMessage() == null
        ? name
        : name + ": " + cause.getMessage().replaceAll("\\s+", " ");
  }
}
