package wheelbase.index;

import java.util.regex.Pattern;

/**
 * The {@code .py} files that bytecode is compiled from.
 *
 * @param bytes of all of them
 * @param ofTests bytes of those that lie in a directory of tests or are named as one: they have
 *     hardly any docstrings, so they come to more bytecode
 * @param files how many have anything in them
 */
public record PythonSources(long bytes, long ofTests, long files) {
  public static final PythonSources NONE = new PythonSources(0, 0, 0);

  private static final Pattern OF_TESTS =
      Pattern.compile("(?:.*/)?(?:(?:tests?|testing)/|test_).*");

  /* Over 205 wheels with 93 MB of sources. */
  private static final double USUAL_SHARE_OF_TESTS = 0.28;
  private static final int USUAL_FILE = 11_800;

  public PythonSources {
    if (ofTests < 0 || files < 0 || ofTests > bytes) {
      throw new IllegalArgumentException(ofTests + " of " + bytes + " bytes in " + files);
    }
  }

  /** Where only their bytes are known: the rest as it is in most wheels. */
  public static PythonSources usual(long bytes) {
    return new PythonSources(bytes, Math.round(bytes * USUAL_SHARE_OF_TESTS), bytes / USUAL_FILE);
  }

  /** A file of a wheel or sdist. */
  public static PythonSources ofFile(String path, long bytes) {
    if (bytes == 0 || !path.endsWith(".py")) {
      return NONE;
    }
    return new PythonSources(bytes, OF_TESTS.matcher(path).matches() ? bytes : 0, 1);
  }

  public PythonSources plus(PythonSources other) {
    return new PythonSources(bytes + other.bytes, ofTests + other.ofTests, files + other.files);
  }
}
