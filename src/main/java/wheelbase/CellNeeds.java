package wheelbase;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import wheelbase.syslibs.BuildDuration;
import wheelbase.syslibs.LibraryNeeds;

/**
 * What one package needs on one base image and architecture.
 *
 * @param libraries by library id, and how that is known
 * @param buildPackages distribution packages for the build stage
 * @param runtimePackages distribution packages for the runtime stage
 * @param buildTime how long its source build takes; empty where it is not compiled
 * @param builtFirst how long the source builds take that come before it, by name and version, in
 *     their order
 */
public record CellNeeds(
    LibraryNeeds libraries,
    SortedSet<String> buildPackages,
    SortedSet<String> runtimePackages,
    Optional<BuildDuration> buildTime,
    Map<String, BuildDuration> builtFirst) {
  public CellNeeds {
    buildPackages = Collections.unmodifiableSortedSet(new TreeSet<>(buildPackages));
    builtFirst = Collections.unmodifiableMap(new LinkedHashMap<>(builtFirst));
    runtimePackages = Collections.unmodifiableSortedSet(new TreeSet<>(runtimePackages));
  }
}
