package wheelbase.requirements;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wheelbase.diagnostic.SourceSpan;

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
 * @param places where an index, a place of links or a trusted host was written, for those that
 *     stand in a requirements file, by their text
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
    List<String> features,
    Map<String, SourceSpan> places) {
  public ReaderOptions {
    extraIndexUrls = List.copyOf(extraIndexUrls);
    findLinks = List.copyOf(findLinks);
    noBinary = Set.copyOf(noBinary);
    onlyBinary = Set.copyOf(onlyBinary);
    trustedHosts = List.copyOf(trustedHosts);
    allReleases = Set.copyOf(allReleases);
    onlyFinal = Set.copyOf(onlyFinal);
    features = List.copyOf(features);
    places = Map.copyOf(places);
  }

  /** Of no file: nothing has a place, and nothing is said of single projects. */
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
        List.of(),
        Map.of());
  }

  /** With further indexes that are asked too. */
  public ReaderOptions withExtraIndexes(List<String> further) {
    List<String> all = new ArrayList<>(extraIndexUrls);
    further.stream()
        .filter(index -> !all.contains(index) && indexUrl.filter(index::equals).isEmpty())
        .forEach(all::add);
    return with(all, places);
  }

  /**
   * With further packages that are built from source, as after {@code --no-binary}.
   *
   * @param names normalised
   */
  public ReaderOptions withNoBinary(List<String> names) {
    Set<String> sources = new HashSet<>(noBinary);
    Set<String> wheels = new HashSet<>(onlyBinary);
    names.forEach(name -> OptionsInForce.choose(name, sources, wheels));
    return new ReaderOptions(
        indexUrl,
        extraIndexUrls,
        noIndex,
        findLinks,
        sources,
        wheels,
        preferBinary,
        allowPrereleases,
        requireHashes,
        trustedHosts,
        allReleases,
        onlyFinal,
        noRequireHashes,
        features,
        places);
  }

  /**
   * Where to look for files as the requirements files alone say it: without what was in force
   * before they were read, which whoever installs has from elsewhere.
   */
  public ReaderOptions placesBeyond(ReaderOptions before) {
    return new ReaderOptions(
        indexUrl.filter(url -> !before.indexUrl.equals(Optional.of(url))),
        without(extraIndexUrls, before.extraIndexUrls),
        noIndex && !before.noIndex,
        without(findLinks, before.findLinks),
        Set.of(),
        Set.of(),
        false,
        false,
        false,
        without(trustedHosts, before.trustedHosts));
  }

  private static List<String> without(List<String> all, List<String> others) {
    return all.stream().filter(each -> !others.contains(each)).toList();
  }

  /** The same, with where locations were written. */
  public ReaderOptions withPlaces(Map<String, SourceSpan> spans) {
    return with(extraIndexUrls, spans);
  }

  private ReaderOptions with(List<String> extraIndexes, Map<String, SourceSpan> spans) {
    return new ReaderOptions(
        indexUrl,
        extraIndexes,
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
        features,
        spans);
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
