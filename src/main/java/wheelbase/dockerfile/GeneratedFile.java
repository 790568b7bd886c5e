package wheelbase.dockerfile;

/**
 * A file to be written into a project.
 *
 * @param name in the project's directory
 * @param existing what becomes of a different one that is there
 */
public record GeneratedFile(String name, String text, Existing existing) {
  /** What becomes of a different file of the same name. */
  public enum Existing {
    /** Nothing is written, unless the user insists. */
    STOPS,
    /** It is as good: it is kept, and the rest is written. */
    MAY_STAY,
    /** The user asked for this very change: it is replaced, and a copy of it kept. */
    IS_REPLACED
  }

  public GeneratedFile(String name, String text, boolean existingMayStay) {
    this(name, text, existingMayStay ? Existing.MAY_STAY : Existing.STOPS);
  }
}
