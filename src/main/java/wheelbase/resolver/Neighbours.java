package wheelbase.resolver;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep440.Version;

/** What there is in the place of a release that there is not. */
final class Neighbours {
  private Neighbours() {}

  /**
   * The nearest releases below and above what was asked for; of final releases, where there are
   * any.
   *
   * @return two at most, the older first
   */
  static List<Version> of(Candidates candidates, SpecifierSet asked) {
    List<Version> all = candidates.releases().list().stream().map(Release::version).toList();
    List<Version> finals = all.stream().filter(version -> !version.isPrerelease()).toList();
    List<Version> known = finals.isEmpty() ? all : finals;
    Predicate<Version> below = version -> asked.range().isPresent() && isBelow(version, asked);
    return Stream.concat(
            known.stream().filter(below).max(Comparator.naturalOrder()).stream(),
            known.stream().filter(below.negate()).min(Comparator.naturalOrder()).stream())
        .toList();
  }

  /** Whether something that was asked for could come after this version. */
  private static boolean isBelow(Version version, SpecifierSet asked) {
    return !asked.and(SpecifierSet.parse(">=" + version.publicVersion())).isUnsatisfiable();
  }
}
