package wheelbase.report;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.index.IndexException;
import wheelbase.registry.RegistryException;

/** Why there is no analysis: the index, a registry, or a bug. */
public final class ThrownText {
  private ThrownText() {}

  /** What happened; about the index without a hint: what helps depends on where the user is. */
  public static Diagnostic diagnostic(Throwable thrown) {
    Throwable cause = cause(thrown);
    if (cause instanceof RegistryException refusal) {
      return refusal.diagnostic();
    }
    return cause instanceof IndexException
        ? Diagnostic.error("index-unreachable", cause.getMessage())
        : Diagnostic.error("bug", "this is a bug in wheelbase: " + inOneLine(cause));
  }

  /** What lies under the wrappings of asynchronous calls. */
  public static Throwable cause(Throwable thrown) {
    Throwable cause = thrown;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** The stack trace, for whoever repairs it. */
  public static String trace(Throwable thrown) {
    StringWriter text = new StringWriter();
    cause(thrown).printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private static String inOneLine(Throwable cause) {
    String name = cause.getClass().getSimpleName();
    return cause.getMessage() == null
        ? name
        : name + ": " + cause.getMessage().replaceAll("\\s+", " ");
  }
}
