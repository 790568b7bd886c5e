package wheelbase.wheels;

/**
 * One reason behind a verdict.
 *
 * @param id {@code python}, {@code abi}, {@code libc-kind}, {@code libc-too-old}, {@code
 *     architecture}, {@code platform}, {@code several}, {@code yanked}, {@code hash-not-allowed},
 *     {@code requires-python}, {@code ruled-out}, {@code other-version}, {@code no-file}, {@code
 *     compiles}, {@code outside-the-index}, ...
 * @param file the file that it is about, empty where it is about the package
 * @param message a clause in words ({@code for Python 3.12 only})
 * @param more how many other files miss for a reason of the same kind, farther than this one
 */
public record Reason(String id, String file, String message, int more) {
  public Reason {
    if (more < 0) {
      throw new IllegalArgumentException(more + " more files");
    }
  }

  /** About one file, or the package. */
  public Reason(String id, String file, String message) {
    this(id, file, message, 0);
  }

  /**
   * The same reason for several files.
   *
   * @param files all of them, this one included
   */
  Reason standingFor(int files) {
    return new Reason(id, file, message, files - 1);
  }
}
