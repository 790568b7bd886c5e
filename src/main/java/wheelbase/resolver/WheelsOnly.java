package wheelbase.resolver;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import wheelbase.pep508.PackageName;

/**
 * What comes of wanting wheels only, with every package in the way and not just the first.
 *
 * @param strict what {@code pip install --only-binary :all:} gives
 * @param inTheWay the packages that have no wheel for the target in any release that is asked for;
 *     empty where {@code strict} is resolved, or fails for another reason
 * @param lenient the resolution with sdists for the packages in the way, and wheels for all others
 */
public record WheelsOnly(Resolution strict, SortedSet<PackageName> inTheWay, Resolution lenient) {
  public WheelsOnly {
    inTheWay = Collections.unmodifiableSortedSet(new TreeSet<>(inTheWay));
  }
}
