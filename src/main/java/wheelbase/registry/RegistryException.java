package wheelbase.registry;

import wheelbase.diagnostic.Diagnostic;

/** A registry could not be reached, or did not tell what was asked. */
public final class RegistryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  /**
   * @param diagnostic an error, without any credentials
   */
  public RegistryException(Diagnostic diagnostic) {
    super(diagnostic.message());
    this.diagnostic = diagnostic;
  }

  public Diagnostic diagnostic() {
    return diagnostic;
  }
}
