package wheelbase.requirements;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import wheelbase.diagnostic.SourceSpan;

/**
 * Where pip is told to look for files. Addresses may hold {@code user:password@}.
 *
 * @param indexUrl {@code --index-url}; empty: the public index
 * @param extraIndexUrls each {@code --extra-index-url}, in order
 * @param noIndex {@code --no-index}: no index at all, whatever is named
 * @param findLinks {@code --find-links}: directories, archives, pages, as paths or addresses
 * @param trustedHosts {@code --trusted-host}: {@code HOST} or {@code HOST:PORT}
 * @param places where an address, a path or a host was written, for those that stand in a file, by
 *     their text
 */
public record FileSources(
    Optional<String> indexUrl,
    List<String> extraIndexUrls,
    boolean noIndex,
    List<String> findLinks,
    List<String> trustedHosts,
    Map<String, SourceSpan> places) {
  /** Where nothing was said. */
  public static final FileSources UNTOLD = ofIndexes(Optional.empty(), List.of());

  public FileSources {
    extraIndexUrls = List.copyOf(extraIndexUrls);
    findLinks = List.copyOf(findLinks);
    trustedHosts = List.copyOf(trustedHosts);
    places = Map.copyOf(places);
  }

  /** Indexes alone. */
  public static FileSources ofIndexes(Optional<String> indexUrl, List<String> extraIndexUrls) {
    return new FileSources(indexUrl, extraIndexUrls, false, List.of(), List.of(), Map.of());
  }

  /**
   * The addresses of the indexes to ask, each once; none with {@code --no-index}.
   *
   * @param usual the index that is asked where none is named
   */
  public List<String> indexes(String usual) {
    return noIndex
        ? List.of()
        : Stream.concat(Stream.of(indexUrl.orElse(usual)), extraIndexUrls.stream())
            .distinct()
            .toList();
  }

  /** With what is said later: it replaces the index and adds to all else. */
  public FileSources and(FileSources later) {
    return new FileSources(
        later.indexUrl.or(() -> indexUrl),
        both(extraIndexUrls, later.extraIndexUrls),
        noIndex || later.noIndex,
        both(findLinks, later.findLinks),
        both(trustedHosts, later.trustedHosts),
        places);
  }

  /** With further indexes that are asked too. */
  public FileSources withExtraIndexes(List<String> further) {
    List<String> unknown =
        further.stream()
            .filter(index -> !extraIndexUrls.contains(index))
            .filter(index -> indexUrl.filter(index::equals).isEmpty())
            .distinct()
            .toList();
    return new FileSources(
        indexUrl, both(extraIndexUrls, unknown), noIndex, findLinks, trustedHosts, places);
  }

  /**
   * What the requirements files alone say: without what was in force before they were read, which
   * whoever installs has from elsewhere.
   */
  public FileSources beyond(FileSources before) {
    return new FileSources(
        indexUrl.filter(url -> !before.indexUrl.equals(Optional.of(url))),
        without(extraIndexUrls, before.extraIndexUrls),
        noIndex && !before.noIndex,
        without(findLinks, before.findLinks),
        without(trustedHosts, before.trustedHosts),
        Map.of());
  }

  private static List<String> both(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private static List<String> without(List<String> all, List<String> others) {
    return all.stream().filter(each -> !others.contains(each)).toList();
  }

  /** Without the values: addresses may hold passwords. */
  @Override
  public String toString() {
    return "FileSources" + (noIndex ? "[no index]" : "[]");
  }
}
