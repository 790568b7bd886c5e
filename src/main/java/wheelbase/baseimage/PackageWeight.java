package wheelbase.baseimage;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import wheelbase.platform.DistributionRelease;

/**
 * What installing distribution packages adds to a base image.
 *
 * @param added the packages that come in, dependencies too, in alphabetical order (on Alpine and
 *     Ubuntu only those asked for: their dependencies are not known)
 * @param onDisk bytes that the image grows by
 * @param toPull compressed bytes that the image grows by
 * @param unknown those asked for that the tables do not have: they count for nothing
 * @param estimated whether {@code onDisk} is a guess from another distribution
 */
public record PackageWeight(
    List<String> added, long onDisk, long toPull, List<String> unknown, boolean estimated) {
  /** Nothing is installed. */
  public static final PackageWeight NONE = new PackageWeight(List.of(), 0, 0, List.of(), false);

  /**
   * How much of Installed-Size really appears in a slim image, which leaves out documentation,
   * manual pages and translations: measured over 132 installs.
   */
  static final double GROWTH = 0.93;

  /** A layer is compressed with gzip, a .deb with xz: measured 1.1 to 1.45. */
  static final double LAYER_PER_ARCHIVE = 1.3;

  public PackageWeight {
    added = List.copyOf(added);
    unknown = List.copyOf(unknown);
  }

  /**
   * Weighs distribution packages on top of a base image.
   *
   * @param names as the distribution release of the image names them
   */
  public static PackageWeight of(BaseImage image, Collection<String> names) {
    if (names.isEmpty()) {
      return NONE;
    }
    if (image.distribution().isAlpine()) {
      return AlpinePackages.shipped().weigh(image, names);
    }
    if (!DebianPackages.knows(image.distribution())) {
      return UbuntuPackages.shipped().weigh(image, names);
    }
    DebianPackages debian = DebianPackages.of(image.distribution());
    return ofDebian(
        debian.closure(names, debian.presentIn(image)),
        names.stream().filter(name -> !debian.knows(name)).distinct().sorted().toList());
  }

  /** Whether a package, or what it stands for, is not in the image yet. */
  public static boolean lacks(BaseImage image, String name) {
    return !of(image, List.of(name)).added().isEmpty();
  }

  /**
   * Guesses what packages weigh of which there is no table, from what Debian 13 has of the same
   * software.
   *
   * @param added those that the image lacks, in alphabetical order
   * @param twins what Debian 13 calls one of them; of one that is left out nothing is known
   * @param share how much of it they come to
   */
  static PackageWeight ofTwins(
      BaseImage image, List<String> added, Map<String, List<String>> twins, double share) {
    DebianPackages debian = DebianPackages.of(DistributionRelease.DEBIAN_13);
    List<String> named = twins.values().stream().flatMap(List::stream).toList();
    PackageWeight there = ofDebian(debian.closure(named, debian.presentIn(image)), List.of());
    return new PackageWeight(
        added,
        Math.round(there.onDisk() * share),
        Math.round(there.toPull() * share),
        added.stream().filter(name -> !twins.containsKey(name)).toList(),
        !added.isEmpty());
  }

  static PackageWeight ofDebian(
      SortedMap<String, DebianPackages.Sizes> closure, List<String> unknown) {
    long installed = closure.values().stream().mapToLong(DebianPackages.Sizes::installed).sum();
    long archives = closure.values().stream().mapToLong(DebianPackages.Sizes::archive).sum();
    return new PackageWeight(
        List.copyOf(closure.keySet()),
        Math.round(installed * GROWTH),
        Math.round(archives * LAYER_PER_ARCHIVE),
        unknown,
        !unknown.isEmpty());
  }
}
