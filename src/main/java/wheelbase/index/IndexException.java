package wheelbase.index;

/**
 * The index could not be reached, or what it answered cannot be used. The message says what was
 * tried, without credentials.
 */
public final class IndexException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public IndexException(String message) {
    super(message);
  }

  public IndexException(String message, Throwable cause) {
    super(message, cause);
  }
}
