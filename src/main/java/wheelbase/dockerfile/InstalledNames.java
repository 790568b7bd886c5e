package wheelbase.dockerfile;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The packages that come into an image, by their normalised names.
 *
 * @param named those that the requirements name
 * @param all these and what they depend on
 */
public record InstalledNames(SortedSet<String> named, SortedSet<String> all) {
  public InstalledNames {
    named = Collections.unmodifiableSortedSet(new TreeSet<>(named));
    all = Collections.unmodifiableSortedSet(new TreeSet<>(all));
  }
}
