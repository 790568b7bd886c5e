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
  private static final Pattern VALID =
      Pattern.compile("[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9._-]*[A-Za-z0-9]");
  private static final Pattern SEPARATORS = Pattern.compile("[-_.]+");

  /**
   * @throws IllegalArgumentException where the text is not a project name
   */
  public PackageName {
    if (!VALID.matcher(value).matches()) {
      throw new IllegalArgumentException("not a project name: `" + value + "`");
    }
    value = SEPARATORS.matcher(value).replaceAll("-").toLowerCase(Locale.ROOT);
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
