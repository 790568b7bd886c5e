package wheelbase.requirements;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the option lines of requirements files say ({@code --index-url} and the like), in force at
 * the end of reading.
 *
 * @param indexUrl the last {@code -i/--index-url}
 * @param noBinary,onlyBinary normalised names, or {@code :all:}, as pip's format control is left
 *     after all lines
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
    List<String> trustedHosts) {
  public ReaderOptions {
    extraIndexUrls = List.copyOf(extraIndexUrls);
    findLinks = List.copyOf(findLinks);
    noBinary = Set.copyOf(noBinary);
    onlyBinary = Set.copyOf(onlyBinary);
    trustedHosts = List.copyOf(trustedHosts);
  }
}
