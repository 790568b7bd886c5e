package wheelbase;

import java.util.Collections;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one package wants of a base image, over all architectures that were asked for.
 *
 * @param buildPackages distribution packages for the build stage
 * @param runtimePackages distribution packages for the runtime stage
 * @param buildSeconds how long its source build takes, roughly; empty where it is not compiled
 */
public record PackageNeeds(
    SortedSet<String> buildPackages, SortedSet<String> runtimePackages, OptionalInt buildSeconds) {
  public static final PackageNeeds NOTHING =
      new PackageNeeds(new TreeSet<>(), new TreeSet<>(), OptionalInt.empty());

  public PackageNeeds {
    buildPackages = Collections.unmodifiableSortedSet(new TreeSet<>(buildPackages));
    runtimePackages = Collections.unmodifiableSortedSet(new TreeSet<>(runtimePackages));
  }
}
