package wheelbase.index;

/**
 * The index could not be reached, or what it answered cannot be used. The message says what was
 * tried, without credentials.
 */
public final class IndexException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean silence;

  public IndexException(String message) {
    super(message);
    this.silence = false;
  }

  public IndexException(String message, Throwable cause) {
    super(message, cause);
    this.silence = cause instanceof IndexException known && known.isSilence();
  }

  private IndexException(String message, boolean silence) {
    super(message);
    this.silence = silence;
  }

  /** No answer came at all: other questions will fare no better. */
  public static IndexException silence(String message) {
    return new IndexException(message, true);
  }

  /** Whether nothing answered; else an answer came that cannot be used. */
  public boolean isSilence() {
    return silence;
  }
}
