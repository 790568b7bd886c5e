package wheelbase.syslibs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.TargetPlatform;

/**
 * The rules, found by name. A question opens the files of the package and of the libraries that its
 * rule names, once, and no others; questions may come from several threads.
 *
 * <p>Where no rule speaks, a wheel is taken to carry what it needs: auditwheel's policy lets a
 * repaired wheel leave out only a closed list of libraries, and a pure one links nothing. An sdist
 * without a rule is unknown.
 */
public final class RuleBook {
  private static final Evidence WHEEL_POLICY =
      new Evidence(
          Evidence.Kind.POLICY,
          "no rule; auditwheel has a repaired wheel carry all but a closed list of common"
              + " libraries, and a pure one links nothing");
  private static final Evidence NO_RULE =
      new Evidence(
          Evidence.Kind.GUESS, "no rule for its source build, hence a C and C++ tool chain");

  private final RuleFiles files;
  private final RuleFileReader reader;
  private final Map<PackageName, Optional<PackageRules>> packages = new ConcurrentHashMap<>();
  private final Map<String, SystemLibrary> libraries = new ConcurrentHashMap<>();

  private RuleBook(RuleFiles files) {
    this.files = files;
    this.reader = new RuleFileReader(id -> files.exists("libraries/" + id + ".json"));
  }

  /**
   * @param overlay a user's own rules directory, laid over the shipped one file by file
   */
  public static RuleBook shipped(Optional<Path> overlay) {
    return new RuleBook(new RuleFiles(overlay));
  }

  /**
   * What one release needs there.
   *
   * @param artifact the kind of file that is installed
   * @param installed every pinned package: some rules are idle beside another package
   * @throws RuleFileException where a file that is asked breaks the format
   */
  public LibraryNeeds needs(
      PackageName name,
      Version version,
      Artifact artifact,
      TargetPlatform target,
      DistributionRelease distribution,
      Set<PackageName> installed) {
    InstallCase asked = new InstallCase(version, artifact, target, distribution, installed);
    return rules(name)
        .flatMap(found -> found.ruleFor(asked))
        .map(rule -> needs(rule, asked))
        .orElseGet(() -> artifact == Artifact.SDIST ? unknown() : selfContained());
  }

  /** Projects that can stand in for this one, the best first. */
  public List<Twin> twins(PackageName name) {
    return rules(name).map(PackageRules::twins).orElseGet(List::of);
  }

  /** How long a source build takes, roughly, where that was measured. */
  public OptionalInt buildSeconds(PackageName name) {
    return rules(name).map(PackageRules::buildSeconds).orElseGet(OptionalInt::empty);
  }

  /**
   * Distribution packages for the build stage (headers or a tool); empty: not packaged there, or
   * nothing to install because they come with the compiler.
   */
  public List<String> buildPackages(String library, DistributionRelease distribution) {
    return library(library).on(distribution).build().orElseGet(List::of);
  }

  /**
   * Distribution packages for the runtime stage; empty: not packaged there, or nothing to install
   * because the {@code python} images have it. On Alpine some are asked for by shared library
   * ({@code so:libGL.so.1}), which apk understands.
   */
  public List<String> runPackages(String library, DistributionRelease distribution) {
    return library(library).on(distribution).run().orElseGet(List::of);
  }

  private LibraryNeeds needs(Rule rule, InstallCase asked) {
    SortedSet<String> tools = new TreeSet<>();
    SortedSet<String> toBuild = new TreeSet<>();
    SortedSet<String> toRun = new TreeSet<>();
    SortedSet<String> programs = new TreeSet<>();
    SortedMap<String, String> environment = new TreeMap<>();
    List<String> impossible = new ArrayList<>();
    rule.impossible().ifPresent(impossible::add);
    boolean builds = asked.artifact() == Artifact.SDIST;
    for (String id : builds ? rule.build() : List.<String>of()) {
      SystemLibrary library = library(id);
      (library.kind() == SystemLibrary.Kind.LIBRARY ? toBuild : tools).add(id);
      environment.putAll(library.environment());
      library.whyNoneToBuild(asked.distribution()).ifPresent(impossible::add);
    }
    for (String id : rule.run()) {
      SystemLibrary library = library(id);
      (library.kind() == SystemLibrary.Kind.LIBRARY ? toRun : programs).add(id);
      library.whyNoneToRun(asked.distribution()).ifPresent(impossible::add);
    }
    if (builds) {
      environment.putAll(rule.environment());
      rule.requires()
          .forEach(
              (id, specifier) ->
                  library(id)
                      .whyNot(Rule.allowed(specifier, asked.version()), asked.distribution())
                      .ifPresent(impossible::add));
    }
    return new LibraryNeeds(
        true,
        tools,
        toBuild,
        toRun,
        programs,
        new TreeSet<>(rule.optionalFiles()),
        environment,
        impossible.stream().distinct().toList(),
        rule.allEvidence().stream().map(Evidence::toString).toList(),
        rule.hints());
  }

  private LibraryNeeds selfContained() {
    return withoutRule(true, new TreeSet<>(), Map.of(), WHEEL_POLICY);
  }

  private LibraryNeeds unknown() {
    SortedSet<String> tools = new TreeSet<>(List.of("c", "c++"));
    return withoutRule(false, tools, library("c++").environment(), NO_RULE);
  }

  private static LibraryNeeds withoutRule(
      boolean known, SortedSet<String> tools, Map<String, String> environment, Evidence evidence) {
    SortedSet<String> none = new TreeSet<>();
    return new LibraryNeeds(
        known,
        tools,
        none,
        none,
        none,
        none,
        environment,
        List.of(),
        List.of(evidence.toString()),
        List.of());
  }

  private Optional<PackageRules> rules(PackageName name) {
    return packages.computeIfAbsent(
        name,
        wanted ->
            files
                .read("packages/" + wanted + ".json")
                .map(file -> reader.readPackage(wanted, file)));
  }

  private SystemLibrary library(String id) {
    return libraries.computeIfAbsent(
        id,
        wanted ->
            files
                .read("libraries/" + wanted + ".json")
                .map(file -> reader.readLibrary(wanted, file))
                .orElseThrow(() -> new IllegalArgumentException("no library `" + wanted + "`")));
  }
}
