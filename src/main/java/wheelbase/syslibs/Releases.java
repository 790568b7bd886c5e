package wheelbase.syslibs;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wheelbase.platform.DistributionRelease;

/**
 * The distribution releases that the rules may name.
 *
 * @param current what is said of them is checked
 * @param past those that have ended: what is said of them is kept, and checked no more
 */
record Releases(List<DistributionRelease> current, List<DistributionRelease> past) {
  Releases {
    current = List.copyOf(current);
    past = List.copyOf(past);
  }

  static Releases shipped() {
    return new Releases(DistributionRelease.NAMED, DistributionRelease.PAST);
  }

  Stream<DistributionRelease> all() {
    return Stream.concat(current.stream(), past.stream());
  }

  Optional<DistributionRelease> find(String id) {
    return all().filter(release -> release.id().equals(id)).findFirst();
  }

  List<String> ids() {
    return all().map(DistributionRelease::id).toList();
  }

  /** Releases, and the families that stand for all of theirs. */
  List<String> keys() {
    return Stream.concat(all().map(DistributionRelease::family).distinct(), ids().stream())
        .toList();
  }
}
