package wheelbase.audit;

import java.util.List;
import java.util.Objects;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.BaseImageKind;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Severity;

/**
 * A fault of a Dockerfile.
 *
 * @param diagnostic what it is and where; its hint is what to write instead
 * @param why why it matters, a sentence without a full stop
 * @param safeEdits what {@code --fix} writes; none where a person must decide
 */
public record Finding(Diagnostic diagnostic, String why, List<TextEdit> safeEdits) {
  public Finding {
    Objects.requireNonNull(diagnostic);
    Objects.requireNonNull(why);
    safeEdits = List.copyOf(safeEdits);
  }

  Finding(Diagnostic diagnostic, String why) {
    this(diagnostic, why, List.of());
  }

  public String id() {
    return diagnostic.id();
  }

  /** Whether it makes the audit fail: a note does not. */
  public boolean isFault() {
    return diagnostic.severity() != Severity.NOTE;
  }

  /**
   * The same as a mere note where the base is an image of the user's own, which may bring what
   * seems to be missing.
   */
  Finding unlessBroughtBy(BaseImage image) {
    if (image.kind() != BaseImageKind.OWN) {
      return this;
    }
    String text = diagnostic.message() + ", unless `" + image.reference() + "` brings it";
    return new Finding(
        new Diagnostic(
            diagnostic.id(),
            Severity.NOTE,
            text,
            diagnostic.hint(),
            diagnostic.place(),
            diagnostic.blame()),
        why,
        safeEdits);
  }

  Finding fixedBy(TextEdit... edits) {
    return new Finding(diagnostic, why, List.of(edits));
  }
}
