package wheelbase.syslibs;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * What one release of a package needs on one distribution release, by library id.
 *
 * @param known whether a rule speaks of this case: known to need nothing is not the same as unknown
 * @param buildTools ids of compilers and tools for the build stage ({@code c}, {@code c++}, {@code
 *     rust}, {@code pkg-config})
 * @param buildLibraries ids whose headers the build stage needs
 * @param runLibraries ids that the image must have at run time
 * @param executables ids of programs that the image must have at run time
 * @param environment build variables
 * @param impossible why it cannot work on this base, empty where it can
 * @param evidence how it is known, one line each
 * @param hints for the user, one line each
 */
public record LibraryNeeds(
    boolean known,
    SortedSet<String> buildTools,
    SortedSet<String> buildLibraries,
    SortedSet<String> runLibraries,
    SortedSet<String> executables,
    Map<String, String> environment,
    List<String> impossible,
    List<String> evidence,
    List<String> hints) {}
