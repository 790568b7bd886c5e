package wheelbase.lock;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import wheelbase.index.ReleaseFile;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Architecture;

/**
 * A version of a package, and the file that each architecture gets of it.
 *
 * @param everywhere whether every architecture of the lock takes this version
 * @param requiredBy who asks for it: the user's lines and packages, sorted
 */
record LockedRequirement(
    PackageName name,
    Version version,
    Map<Architecture, ReleaseFile> files,
    boolean everywhere,
    SortedSet<String> requiredBy) {
  LockedRequirement {
    files = Collections.unmodifiableMap(new TreeMap<>(files));
    requiredBy = Collections.unmodifiableSortedSet(new TreeSet<>(requiredBy));
  }

  /** {@code --hash} values, sorted; never empty. */
  List<String> hashes() {
    return files.values().stream()
        .map(file -> Digests.of(file).orElseThrow())
        .distinct()
        .sorted()
        .toList();
  }
}
