package wheelbase.dockerfile;

import java.util.Locale;

/** What the build stage starts from. */
public enum BuilderKind {
  /** The image that the runtime stage starts from. */
  SAME,
  /** The full image of the same Python and release, which has compilers and most headers. */
  FULL;

  /** The word for it on the command line and in answers files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
