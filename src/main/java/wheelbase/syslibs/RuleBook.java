package wheelbase.syslibs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import wheelbase.pep440.SpecifierSet;
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
  private final List<Provided> provided = new ArrayList<>();

  RuleBook(RuleFiles files) {
    this.files = files;
    this.reader = RuleFileReader.ofLookUps();
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
    return needs(
        name, new InstallCase(version, artifact, target, distribution, installed, Set.of()));
  }

  /**
   * What is needed for one installation.
   *
   * @throws RuleFileException where a file that is asked breaks the format
   */
  public LibraryNeeds needs(PackageName name, InstallCase asked) {
    return rules(name)
        .flatMap(found -> found.ruleFor(asked))
        .map(rule -> needs(rule, asked))
        .orElseGet(() -> asked.artifact() == Artifact.SDIST ? unknown() : selfContained());
  }

  /** Whether a rule speaks of the case; else {@link #needs} answers by policy, or guesses. */
  public boolean speaksOf(PackageName name, InstallCase asked) {
    return rules(name).flatMap(found -> found.ruleFor(asked)).isPresent();
  }

  /**
   * What names in build files stand for: the shipped table, over it the sonames of the user's own
   * libraries, and over these the table in the user's own directory.
   *
   * @throws RuleFileException where a file of the user's own breaks the format
   */
  public Provided provided() {
    synchronized (provided) {
      if (provided.isEmpty()) {
        provided.add(files.hasOwn() ? withOwn() : Provided.shipped());
      }
      return provided.get(0);
    }
  }

  private Provided withOwn() {
    ObjectNode links = JsonNodeFactory.instance.objectNode();
    for (String id : files.ownNames(RuleFiles.LIBRARIES)) {
      SortedSet<String> stems = new TreeSet<>();
      library(id)
          .packaging()
          .values()
          .forEach(there -> there.sonames().forEach(each -> stems.add(stem(each))));
      ArrayNode names = links.putObject(id).putArray("links");
      stems.forEach(names::add);
    }
    List<JsonNode> tables = new ArrayList<>(List.of(links));
    files.ownProvides().map(reader::readProvides).ifPresent(tables::add);
    return Provided.shipped().with(tables);
  }

  /** {@code pq} of {@code libpq.so.5}. */
  private static String stem(String soname) {
    return soname.replaceFirst("^lib", "").replaceFirst("\\.so(?:\\..*)?$", "");
  }

  /**
   * Why the build stage cannot have a library or tool there; empty where it can, or where unknown.
   */
  public Optional<String> whyNoneToBuild(String library, DistributionRelease distribution) {
    return library(library).whyNoneToBuild(distribution);
  }

  /**
   * Why the version of a tool or library there will not do; empty where it will, or where unknown.
   *
   * @param specifier what versions of it will do
   */
  public Optional<String> whyNot(
      String library, String specifier, DistributionRelease distribution) {
    return library(library).whyNot(SpecifierSet.parse(specifier), distribution);
  }

  /** Why the runtime stage cannot have a library there; empty where it can, or where unknown. */
  public Optional<String> whyNoneToRun(String library, DistributionRelease distribution) {
    return library(library).whyNoneToRun(distribution);
  }

  /**
   * The library that has a shared library of that name there, by its id. Another version of the
   * library ({@code libmpi.so.12} for {@code libmpi.so.40}) is another library.
   */
  public Optional<String> libraryOf(String soname, DistributionRelease distribution) {
    return provided()
        .bySoname(soname)
        .filter(id -> files.exists(RuleFiles.LIBRARIES, id))
        .filter(id -> library(id).mayHave(soname, distribution));
  }

  /** Projects that can stand in for this one, the best first. */
  public List<Twin> twins(PackageName name) {
    return rules(name).map(PackageRules::twins).orElseGet(List::of);
  }

  /** How long a source build takes, where that was measured or is classed. */
  public Optional<BuildDuration> buildTime(PackageName name) {
    return rules(name).flatMap(PackageRules::buildTime);
  }

  /** Whether what is compiled with a library is linked to it, as far as any release tells. */
  public boolean isLinkedTo(String id) {
    return library(id).packaging().values().stream()
        .anyMatch(
            there -> !there.sonames().isEmpty() || !there.run().orElseGet(List::of).isEmpty());
  }

  /** Whether it is known what the release calls a library, or that it has none. */
  public boolean isNamedOn(String library, DistributionRelease distribution) {
    return library(library).on(distribution).isPresent();
  }

  /** The build variables that go with libraries and tools. */
  public SortedMap<String, String> environmentOf(Set<String> libraries) {
    SortedMap<String, String> environment = new TreeMap<>();
    libraries.forEach(id -> environment.putAll(library(id).environment()));
    return environment;
  }

  /** Whether an id stands for a library, and not for a tool or a program. */
  public boolean isLibrary(String id) {
    return library(id).kind() == SystemLibrary.Kind.LIBRARY;
  }

  /**
   * Distribution packages for the build stage (headers or a tool); empty: not packaged there, or
   * nothing to install because they come with the compiler, or not known.
   */
  public List<String> buildPackages(String library, DistributionRelease distribution) {
    return library(library)
        .on(distribution)
        .flatMap(SystemLibrary.Packaging::build)
        .orElseGet(List::of);
  }

  /**
   * Distribution packages for the runtime stage; empty: not packaged there, or nothing to install
   * because the {@code python} images have it. On Alpine some are asked for by shared library
   * ({@code so:libGL.so.1}), which apk understands.
   */
  public List<String> runPackages(String library, DistributionRelease distribution) {
    return library(library)
        .on(distribution)
        .flatMap(SystemLibrary.Packaging::run)
        .orElseGet(List::of);
  }

  private LibraryNeeds needs(Rule rule, InstallCase asked) {
    SortedSet<String> tools = new TreeSet<>();
    SortedSet<String> toBuild = new TreeSet<>();
    SortedSet<String> toRun = new TreeSet<>();
    SortedSet<String> programs = new TreeSet<>();
    SortedMap<String, String> environment = new TreeMap<>();
    List<String> impossible = new ArrayList<>();
    rule.impossible().ifPresent(impossible::add);
    SortedSet<String> unnamed = new TreeSet<>();
    boolean builds = asked.artifact() == Artifact.SDIST;
    for (String id : builds ? rule.build() : List.<String>of()) {
      SystemLibrary library = library(id);
      noteUnnamed(library, asked, unnamed);
      (library.kind() == SystemLibrary.Kind.LIBRARY ? toBuild : tools).add(id);
      environment.putAll(library.environment());
      library.whyNoneToBuild(asked.distribution()).ifPresent(impossible::add);
    }
    for (String id : rule.run()) {
      SystemLibrary library = library(id);
      noteUnnamed(library, asked, unnamed);
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
        unnamed.isEmpty(),
        tools,
        toBuild,
        toRun,
        programs,
        new TreeSet<>(rule.optionalFiles()),
        environment,
        impossible.stream().distinct().toList(),
        unnamed,
        evidence(rule, asked, unnamed),
        Stream.concat(
                rule.cautionsOn(asked.distribution()).stream().map(Caution::what),
                rule.hints().stream())
            .distinct()
            .toList());
  }

  private static void noteUnnamed(SystemLibrary library, InstallCase asked, Set<String> unnamed) {
    if (library.on(asked.distribution()).isEmpty()) {
      unnamed.add(library.id());
    }
  }

  private static List<String> evidence(Rule rule, InstallCase asked, Set<String> unnamed) {
    Stream<String> guesses =
        unnamed.stream()
            .map(id -> "what " + asked.distribution().id() + " calls " + id + " is not known")
            .map(what -> new Evidence(Evidence.Kind.GUESS, what).toString());
    return Stream.concat(rule.allEvidence().stream().map(Evidence::toString), guesses).toList();
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
        none,
        List.of(evidence.toString()),
        List.of());
  }

  private Optional<PackageRules> rules(PackageName name) {
    return packages.computeIfAbsent(
        name,
        wanted ->
            files
                .read(RuleFiles.PACKAGES, wanted.value())
                .map(file -> reader.readPackage(wanted, file)));
  }

  SystemLibrary library(String id) {
    return libraries.computeIfAbsent(
        id,
        wanted ->
            files
                .read(RuleFiles.LIBRARIES, wanted)
                .map(file -> reader.readLibrary(wanted, file))
                .orElseThrow(() -> new IllegalArgumentException("no library `" + wanted + "`")));
  }
}
