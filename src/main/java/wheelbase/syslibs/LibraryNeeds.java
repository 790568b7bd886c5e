package wheelbase.syslibs;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one release of a package needs on one distribution release, by library id.
 *
 * @param known whether everything is known of this case: known to need nothing is not the same as
 *     unknown. Where it is false, the build tools are a guess, or something has no name that is
 *     known on the release
 * @param buildTools ids of compilers and tools for the build stage ({@code c}, {@code c++}, {@code
 *     rust}, {@code pkg-config})
 * @param buildLibraries ids whose headers the build stage needs
 * @param runLibraries ids that the image must have at run time
 * @param executables ids of programs that the image must have at run time
 * @param optionalFiles names of shared libraries ({@code libtbb.so.12}) that its files are linked
 *     to and that it does without
 * @param environment build variables
 * @param impossible why it cannot work on this base, empty where it can
 * @param unnamed ids of which it is not known what the release calls them; then not everything is
 *     known
 * @param evidence how it is known, one line each, the kind of evidence first
 * @param hints for the user, one line each, what to be cautious of there first
 */
public record LibraryNeeds(
    boolean known,
    SortedSet<String> buildTools,
    SortedSet<String> buildLibraries,
    SortedSet<String> runLibraries,
    SortedSet<String> executables,
    SortedSet<String> optionalFiles,
    Map<String, String> environment,
    List<String> impossible,
    SortedSet<String> unnamed,
    List<String> evidence,
    List<String> hints) {
  public LibraryNeeds {
    buildTools = Collections.unmodifiableSortedSet(new TreeSet<>(buildTools));
    buildLibraries = Collections.unmodifiableSortedSet(new TreeSet<>(buildLibraries));
    runLibraries = Collections.unmodifiableSortedSet(new TreeSet<>(runLibraries));
    executables = Collections.unmodifiableSortedSet(new TreeSet<>(executables));
    optionalFiles = Collections.unmodifiableSortedSet(new TreeSet<>(optionalFiles));
    SortedMap<String, String> sorted = new TreeMap<>(environment);
    environment = Collections.unmodifiableSortedMap(sorted);
    impossible = List.copyOf(impossible);
    unnamed = Collections.unmodifiableSortedSet(new TreeSet<>(unnamed));
    evidence = List.copyOf(evidence);
    hints = List.copyOf(hints);
  }

  /** Nothing to install, neither for building nor for running. */
  public boolean isEmpty() {
    return buildTools.isEmpty()
        && buildLibraries.isEmpty()
        && runLibraries.isEmpty()
        && executables.isEmpty();
  }
}
