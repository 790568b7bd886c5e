package wheelbase.resolver;

import wheelbase.index.ReleaseFile;

/** A file that cannot be taken on a target, and why. */
public record SkippedFile(ReleaseFile file, Reason reason) {
  /** Why a file cannot be taken, in the order in which pip asks. */
  public enum Reason {
    /** Wheels of this project were ruled out ({@code --no-binary}). */
    WHEEL_RULED_OUT,
    /** None of the wheel's tags fits the target. */
    NO_TAG_FITS,
    /** Sdists of this project were ruled out ({@code --only-binary}). */
    SDIST_RULED_OUT,
    /** The file's Requires-Python leaves out the target's Python. */
    REQUIRES_PYTHON,
    /** Hashes are given ({@code --hash}) that another file of the release has, but not this one. */
    HASH_NOT_ALLOWED
  }
}
