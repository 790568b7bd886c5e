package wheelbase.syslibs;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import wheelbase.pep508.PackageName;
import wheelbase.platform.DistributionRelease;

/**
 * All the rules there are, for whoever looks at the whole of them; a look-up for a project goes
 * through {@link RuleBook}, which opens only what it needs.
 */
public final class RuleCollection {
  private final RuleFiles files;
  private final RuleFileReader reader;
  private final RuleBook book;

  private RuleCollection(RuleFiles files) {
    this.files = files;
    this.reader = new RuleFileReader(files);
    this.book = new RuleBook(files);
  }

  /**
   * @param own a user's own rules directory, laid over the shipped one file by file
   */
  public static RuleCollection of(Optional<Path> own) {
    return new RuleCollection(new RuleFiles(own));
  }

  public List<PackageName> packages() {
    return named(files.names(RuleFiles.PACKAGES));
  }

  /** A file that is not called as its package is normalised is found by no look-up. */
  private static List<PackageName> named(Collection<String> files) {
    return files.stream()
        .filter(file -> PackageName.isValid(file) && PackageName.normalize(file).equals(file))
        .map(PackageName::new)
        .toList();
  }

  public List<String> libraries() {
    return List.copyOf(files.names(RuleFiles.LIBRARIES));
  }

  /** Those of the user's own directory where there is one, else all. */
  List<PackageName> examinedPackages() {
    return files.hasOwn() ? named(files.ownNames(RuleFiles.PACKAGES)) : packages();
  }

  /** As {@link #examinedPackages}. */
  List<String> examinedLibraries() {
    return files.hasOwn() ? List.copyOf(files.ownNames(RuleFiles.LIBRARIES)) : libraries();
  }

  /**
   * @throws RuleFileException where the file breaks the format
   */
  public Optional<Filed<PackageRules>> rules(PackageName name) {
    return filed(
        RuleFiles.PACKAGES, name.value(), (file, ignored) -> reader.readPackage(name, file));
  }

  /**
   * @throws RuleFileException where the file breaks the format
   */
  public Optional<Filed<SystemLibrary>> library(String id) {
    return filed(RuleFiles.LIBRARIES, id, (file, name) -> reader.readLibrary(name, file));
  }

  /**
   * Looks over the user's own table of what provides what.
   *
   * @throws RuleFileException where it breaks the format
   */
  void lookAtProvides() {
    files.ownProvides().ifPresent(reader::readProvides);
  }

  /** The packages whose rules name a library. */
  public SortedSet<PackageName> packagesNaming(String library) {
    SortedSet<PackageName> naming = new TreeSet<>();
    for (PackageName name : packages()) {
      rules(name)
          .filter(found -> found.content().rules().stream().anyMatch(it -> names(it, library)))
          .ifPresent(found -> naming.add(name));
    }
    return naming;
  }

  private static boolean names(Rule rule, String library) {
    return Stream.of(rule.build(), rule.run(), rule.requires().keySet())
        .anyMatch(ids -> ids.contains(library));
  }

  /** What a rule comes to on a release; nothing where it does not hold there. */
  public Optional<RuleEffect> effect(Rule rule, DistributionRelease release) {
    return rule.when().admits(release)
        ? Optional.of(RuleEffect.of(rule, release, id -> library(id).orElseThrow().content()))
        : Optional.empty();
  }

  RuleBook book() {
    return book;
  }

  /** The text of a file, for whoever shows a place in it. */
  RuleFiles.RuleFile file(String folder, String name) {
    return files.read(folder, name).orElseThrow();
  }

  private <T> Optional<Filed<T>> filed(
      String folder, String name, BiFunction<RuleFiles.RuleFile, String, T> reading) {
    return files
        .read(folder, name)
        .map(file -> new Filed<>(file.name(), file.own(), reading.apply(file, name)));
  }
}
