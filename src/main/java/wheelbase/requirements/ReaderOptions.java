package wheelbase.requirements;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the option lines of requirements files say ({@code --index-url} and the like), in force at
 * the end of reading.
 *
 * @param sources where to look for files; an {@code --index-url} in a file replaces every index
 *     named before, as in pip
 * @param noBinary,onlyBinary normalised names, or {@code :all:}, as pip's format control is left
 *     after all lines
 * @param allReleases,onlyFinal normalised names, or {@code :all:}, whose pre-releases are or are
 *     not admitted
 * @param noRequireHashes hashes need not be complete although some requirement has one
 * @param features names given with {@code --use-feature}
 */
public record ReaderOptions(
    FileSources sources,
    Set<String> noBinary,
    Set<String> onlyBinary,
    boolean preferBinary,
    Set<String> allReleases,
    Set<String> onlyFinal,
    boolean requireHashes,
    boolean noRequireHashes,
    List<String> features) {
  /** Stands for every project. */
  static final String ALL = ":all:";

  /** What is in force where nothing was said. */
  public static final ReaderOptions NONE = of(FileSources.UNTOLD);

  public ReaderOptions {
    noBinary = Set.copyOf(noBinary);
    onlyBinary = Set.copyOf(onlyBinary);
    allReleases = Set.copyOf(allReleases);
    onlyFinal = Set.copyOf(onlyFinal);
    features = List.copyOf(features);
  }

  /** Where only places to look for files are named. */
  public static ReaderOptions of(FileSources sources) {
    return new ReaderOptions(
        sources, Set.of(), Set.of(), false, Set.of(), Set.of(), false, false, List.of());
  }

  /** Whether pre-releases of every project are admitted. */
  public boolean allowPrereleases() {
    return allReleases.contains(ALL);
  }

  public ReaderOptions with(FileSources others) {
    return new ReaderOptions(
        others,
        noBinary,
        onlyBinary,
        preferBinary,
        allReleases,
        onlyFinal,
        requireHashes,
        noRequireHashes,
        features);
  }

  /**
   * With further packages that are built from source, as after {@code --no-binary}.
   *
   * @param names normalised
   */
  public ReaderOptions withNoBinary(List<String> names) {
    Set<String> fromSource = new HashSet<>(noBinary);
    Set<String> wheels = new HashSet<>(onlyBinary);
    names.forEach(name -> OptionsInForce.choose(name, fromSource, wheels));
    return new ReaderOptions(
        sources,
        fromSource,
        wheels,
        preferBinary,
        allReleases,
        onlyFinal,
        requireHashes,
        noRequireHashes,
        features);
  }

  /** With pre-releases of every project. */
  public ReaderOptions withPrereleases() {
    return new ReaderOptions(
        sources,
        noBinary,
        onlyBinary,
        preferBinary,
        Set.of(ALL),
        onlyFinal,
        requireHashes,
        noRequireHashes,
        features);
  }
}
