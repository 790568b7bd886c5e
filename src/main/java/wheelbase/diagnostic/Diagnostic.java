package wheelbase.diagnostic;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One finding: what happened, where, and one act that helps.
 *
 * @param id words joined by hyphens ({@code missing-include}); once published it keeps its meaning
 * @param severity how much it matters
 * @param message what happened, a sentence without a full stop; further lines hold the details
 * @param hint one act that helps, without "hint:"
 * @param place the text it is about
 * @param blame the shortest way from a line of the user's to the package that it is about; empty
 *     where it is about no package
 */
public record Diagnostic(
    String id,
    Severity severity,
    String message,
    Optional<String> hint,
    Optional<SourceSpan> place,
    List<Blame> blame) {
  public Diagnostic {
    Objects.requireNonNull(severity);
    Objects.requireNonNull(message);
    Objects.requireNonNull(hint);
    Objects.requireNonNull(place);
    blame = List.copyOf(blame);
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("not a diagnostic id: " + id);
    }
  }

  /** The first line of the message, for where there is room for no more. */
  public String headline() {
    return message.lines().findFirst().orElse("");
  }

  public static Diagnostic error(String id, String message) {
    return of(id, Severity.ERROR, message);
  }

  public static Diagnostic warning(String id, String message) {
    return of(id, Severity.WARNING, message);
  }

  public static Diagnostic note(String id, String message) {
    return of(id, Severity.NOTE, message);
  }

  private static Diagnostic of(String id, Severity severity, String message) {
    return new Diagnostic(id, severity, message, Optional.empty(), Optional.empty(), List.of());
  }

  /** The same in other words. */
  public Diagnostic saying(String text) {
    return new Diagnostic(id, severity, text, hint, place, blame);
  }

  public Diagnostic withHint(String text) {
    return new Diagnostic(id, severity, message, Optional.of(text), place, blame);
  }

  public Diagnostic at(SourceSpan span) {
    return new Diagnostic(id, severity, message, hint, Optional.of(span), blame);
  }

  public Diagnostic because(List<Blame> steps) {
    return new Diagnostic(id, severity, message, hint, place, steps);
  }
}
