package wheelbase.requirements;

import wheelbase.diagnostic.Diagnostic;

/** Unwinds the reading of one line that pip refuses; its reader turns it into a diagnostic. */
final class LineFault extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Diagnostic diagnostic;

  LineFault(Diagnostic diagnostic) {
    super(diagnostic.message(), null, false, false);
    this.diagnostic = diagnostic;
  }

  /** A fault of the whole of a text. */
  static LineFault at(TracedText text, String id, String message) {
    return new LineFault(Diagnostic.error(id, message).at(text.span()));
  }

  Diagnostic diagnostic() {
    return diagnostic;
  }
}
