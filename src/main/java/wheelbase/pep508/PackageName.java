package wheelbase.pep508;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a project on an index, normalised on every way in (PEP 503), so that an unnormalised
 * one cannot exist.
 *
 * @param value the normalised name
 */
public record PackageName(String value) implements Comparable<PackageName> {
  private static final Pattern SEPARATORS = Pattern.compile("[-_.]+");

  /**
   * @throws IllegalArgumentException where no requirement can name a project so: packaging lets one
   *     end with {@code _}, which no project's name does
   */
  public PackageName {
    if (value.isEmpty() || !Scanner.isAlphanumeric(value.charAt(0)) || !isWritten(value)) {
      throw new IllegalArgumentException("not a project name: `" + value + "`");
    }
    value = normalize(value);
  }

  /**
   * The normal form of a name or of an extra (PEP 503, PEP 685), whether or not the text is a name:
   * lower case, and one hyphen for each run of hyphens, underscores and dots.
   */
  public static String normalize(String name) {
    return isNormal(name)
        ? name
        : SEPARATORS.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
  }

  /** Whether the text is a project's name (core metadata, "Name"). */
  public static boolean isValid(String name) {
    return !name.isEmpty()
        && Scanner.isAlphanumeric(name.charAt(0))
        && Scanner.isAlphanumeric(name.charAt(name.length() - 1))
        && isWritten(name);
  }

  /** Letters, digits and what may stand between them. */
  private static boolean isWritten(String name) {
    // By hand: the name of every requirement of every release comes by here.
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Scanner.isAlphanumeric(c) && c != '-' && c != '_' && c != '.') {
        return false;
      }
    }
    return true;
  }

  private static boolean isNormal(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
      boolean hyphenAlone = c == '-' && (i == 0 || name.charAt(i - 1) != '-');
      if (!plain && !hyphenAlone) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int compareTo(PackageName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
