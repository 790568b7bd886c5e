package wheelbase.requirements;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the option lines of requirements files say ({@code --index-url} and the like), in force at
 * the end of reading.
 *
 * @param indexUrl the last {@code -i/--index-url}
 * @param extraIndexUrls those after it: pip's {@code --index-url} in a file replaces every index
 *     named before
 * @param noBinary,onlyBinary normalised names, or {@code :all:}, as pip's format control is left
 *     after all lines
 * @param allowPrereleases of every project
 * @param allReleases,onlyFinal normalised names, or {@code :all:}, whose pre-releases are or are
 *     not admitted
 * @param noRequireHashes hashes need not be complete although some requirement has one
 * @param features names given with {@code --use-feature}
 */
public record ReaderOptions(
    Optional<String> indexUrl,
    List<String> extraIndexUrls,
    boolean noIndex,
    List<String> findLinks,
    Set<String> noBinary,
    Set<String> onlyBinary,
    boolean preferBinary,
    boolean allowPrereleases,
    boolean requireHashes,
    List<String> trustedHosts,
    Set<String> allReleases,
    Set<String> onlyFinal,
    boolean noRequireHashes,
    List<String> features) {
  public ReaderOptions {
    extraIndexUrls = List.copyOf(extraIndexUrls);
    findLinks = List.copyOf(findLinks);
    noBinary = Set.copyOf(noBinary);
    onlyBinary = Set.copyOf(onlyBinary);
    trustedHosts = List.copyOf(trustedHosts);
    allReleases = Set.copyOf(allReleases);
    onlyFinal = Set.copyOf(onlyFinal);
    features = List.copyOf(features);
  }

  public ReaderOptions(
      Optional<String> indexUrl,
      List<String> extraIndexUrls,
      boolean noIndex,
      List<String> findLinks,
      Set<String> noBinary,
      Set<String> onlyBinary,
      boolean preferBinary,
      boolean allowPrereleases,
      boolean requireHashes,
      List<String> trustedHosts) {
    this(
        indexUrl,
        extraIndexUrls,
        noIndex,
        findLinks,
        noBinary,
        onlyBinary,
        preferBinary,
        allowPrereleases,
        requireHashes,
        trustedHosts,
        allowPrereleases ? Set.of(":all:") : Set.of(),
        Set.of(),
        false,
        List.of());
  }

  /** With further indexes that are asked too. */
  public ReaderOptions withExtraIndexes(List<String> further) {
    List<String> all = new ArrayList<>(extraIndexUrls);
    further.stream()
        .filter(index -> !all.contains(index) && indexUrl.filter(index::equals).isEmpty())
        .forEach(all::add);
    return new ReaderOptions(
        indexUrl,
        all,
        noIndex,
        findLinks,
        noBinary,
        onlyBinary,
        preferBinary,
        allowPrereleases,
        requireHashes,
        trustedHosts,
        allReleases,
        onlyFinal,
        noRequireHashes,
        features);
  }

  /** What is in force where nothing was said. */
  public static ReaderOptions none() {
    return new ReaderOptions(
        Optional.empty(),
        List.of(),
        false,
        List.of(),
        Set.of(),
        Set.of(),
        false,
        false,
        false,
        List.of());
  }
}
