package wheelbase.diagnostic;

import java.util.Objects;
import java.util.Optional;

/**
 * One finding: what happened, where, and one act that helps.
 *
 * @param id words joined by hyphens ({@code missing-include}); once published it keeps its meaning
 * @param severity how much it matters
 * @param message what happened, a sentence without a full stop
 * @param hint one act that helps, without "hint:"
 * @param place the text it is about
 */
public record Diagnostic(
    String id,
    Severity severity,
    String message,
    Optional<String> hint,
    Optional<SourceSpan> place) {
  public Diagnostic {
    Objects.requireNonNull(severity);
    Objects.requireNonNull(message);
    Objects.requireNonNull(hint);
    Objects.requireNonNull(place);
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("not a diagnostic id: " + id);
    }
  }

  public static Diagnostic error(String id, String message) {
    return new Diagnostic(id, Severity.ERROR, message, Optional.empty(), Optional.empty());
  }

  public static Diagnostic warning(String id, String message) {
    return new Diagnostic(id, Severity.WARNING, message, Optional.empty(), Optional.empty());
  }

  public static Diagnostic note(String id, String message) {
    return new Diagnostic(id, Severity.NOTE, message, Optional.empty(), Optional.empty());
  }

  public Diagnostic withHint(String text) {
    return new Diagnostic(id, severity, message, Optional.of(text), place);
  }

  public Diagnostic at(SourceSpan span) {
    return new Diagnostic(id, severity, message, hint, Optional.of(span));
  }
}
