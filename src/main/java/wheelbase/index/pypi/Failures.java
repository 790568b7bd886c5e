package wheelbase.index.pypi;

import java.util.concurrent.CompletionException;

/** Takes a future's wrapping off a failure. */
final class Failures {
  private Failures() {}

  static Throwable cause(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
