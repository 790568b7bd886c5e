package wheelbase.dockerfile;

import java.util.regex.Pattern;

/**
 * Files of a requirement that are linked to libraries which may be missing, because they are opened
 * only where those are.
 *
 * @param pattern of their paths below {@code site-packages}, where {@code *} stands for any
 *     characters, {@code /} too
 * @param requirement the name of the package
 */
public record OptionalFiles(String pattern, String requirement) {
  private static final Pattern PATTERN = Pattern.compile("[A-Za-z0-9_.*+/-]+");

  public OptionalFiles {
    if (!PATTERN.matcher(pattern).matches()) {
      throw new IllegalArgumentException("not a pattern of files: " + pattern);
    }
  }
}
