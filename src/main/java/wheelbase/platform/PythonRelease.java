package wheelbase.platform;

/**
 * A release of CPython, down to the patch release: markers and Requires-Python can tell 3.11.2 from
 * 3.11.5.
 */
public record PythonRelease(int major, int minor, int patch) implements Comparable<PythonRelease> {
  /** {@code 3.13}. */
  public String series() {
    return major + "." + minor;
  }

  /** {@code cp313}. */
  public String tag() {
    return "cp" + major + minor;
  }

  @Override
  public int compareTo(PythonRelease other) {
    int byMajor = Integer.compare(major, other.major);
    int byMinor = byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
    return byMinor != 0 ? byMinor : Integer.compare(patch, other.patch);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
