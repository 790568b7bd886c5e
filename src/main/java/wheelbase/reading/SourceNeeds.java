package wheelbase.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import wheelbase.index.SdistContents.Language;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.DistributionRelease;
import wheelbase.reading.SourceFact.Kind;
import wheelbase.reading.SourceFact.Place;
import wheelbase.syslibs.Provided;
import wheelbase.syslibs.RuleBook;

/**
 * What building an sdist needs, by library id, as far as its files tell.
 *
 * @param needed by library id: compilers and tools, libraries to build with
 * @param loaded by library id: what the installed package opens by name when it runs; never certain
 * @param unnamed facts that no library of the rules answers
 * @param rust the oldest Rust that will do, and where that stands
 * @param buildRequirements Python packages that the build wants
 */
public record SourceNeeds(
    SortedMap<String, Need> needed,
    SortedMap<String, List<SourceFact>> loaded,
    List<SourceFact> unnamed,
    Optional<SourceFact> rust,
    List<SourceFact> buildRequirements) {

  /**
   * One library or tool.
   *
   * @param certain whether the build cannot do without it, as far as can be read
   * @param bundled where a copy of it lies in the sdist
   * @param facts why, the certain ones first
   */
  public record Need(boolean certain, Optional<SourceFact> bundled, List<SourceFact> facts) {
    public Need {
      facts = List.copyOf(facts);
    }

    private Need guessed() {
      return new Need(false, bundled, facts);
    }

    private boolean isOnlyIncluded() {
      return facts.stream().allMatch(fact -> fact.kind() == Kind.HEADER);
    }
  }

  private static final Set<Kind> NAMING =
      EnumSet.of(Kind.LINK, Kind.MODULE, Kind.CMAKE_PACKAGE, Kind.PROGRAM, Kind.CRATE);

  /** What a compiler links its products to. */
  private static final Map<String, String> RUNTIMES =
      Map.of("c++", "libstdc++", "rust", "libgcc", "gfortran", "libgfortran");

  private static final Map<Language, String> COMPILERS =
      Map.of(
          Language.C, "c",
          Language.CPLUSPLUS, "c++",
          Language.CYTHON, "c",
          Language.RUST, "rust",
          Language.FORTRAN, "gfortran");

  public SourceNeeds {
    needed = Collections.unmodifiableSortedMap(new TreeMap<>(needed));
    loaded = Collections.unmodifiableSortedMap(new TreeMap<>(loaded));
    unnamed = List.copyOf(unnamed);
    buildRequirements = List.copyOf(buildRequirements);
  }

  /**
   * @param languages that something of it is compiled from
   */
  public static SourceNeeds of(
      SourceReading reading, Collection<Language> languages, Provided provided) {
    SortedMap<String, List<SourceFact>> byId = new TreeMap<>();
    SortedMap<String, List<SourceFact>> loaded = new TreeMap<>();
    SortedMap<String, List<SourceFact>> bundled = new TreeMap<>();
    List<SourceFact> unnamed = new ArrayList<>();
    List<SourceFact> requirements = new ArrayList<>();
    for (SourceFact fact : reading.facts()) {
      switch (fact.kind()) {
        case BUNDLED -> add(bundled, fact.name(), fact);
        case BUILD_REQUIREMENT -> requirements.add(fact);
        case RUST_VERSION -> {
          // The newest of them is told apart.
        }
        case LOADED -> add(loaded, provided.byLink(fact.name()).orElseThrow(), fact);
        default ->
            library(fact, provided)
                .ifPresentOrElse(id -> add(byId, id, fact), () -> unnamed.add(fact));
      }
    }
    for (Language language : languages) {
      if (COMPILERS.containsKey(language)) {
        add(
            byId,
            COMPILERS.get(language),
            new SourceFact(
                Kind.COMPILER,
                COMPILERS.get(language),
                true,
                new Place("sources", 0),
                "in " + language.title()));
      }
    }
    SortedMap<String, Need> needed = new TreeMap<>();
    byId.forEach((id, facts) -> needed.put(id, need(facts, bundled.getOrDefault(id, List.of()))));
    needed.replaceAll((id, need) -> isOfAnother(id, need, needed) ? need.guessed() : need);
    tools(needed, requirements, languages);
    return new SourceNeeds(
        needed, loaded, unnamed, CargoFacts.minimum(reading.facts()), requirements);
  }

  private static void add(SortedMap<String, List<SourceFact>> facts, String id, SourceFact fact) {
    facts.computeIfAbsent(id, unused -> new ArrayList<>()).add(fact);
  }

  private static Optional<String> library(SourceFact fact, Provided provided) {
    String name = fact.name();
    return switch (fact.kind()) {
      case LINK -> provided.byLink(name);
      case MODULE -> provided.byModule(name);
      case CMAKE_PACKAGE -> provided.byCmakePackage(name).or(() -> provided.byModule(name));
      case PROGRAM -> provided.byProgram(name);
      case HEADER -> provided.byHeader(name);
      case CRATE -> provided.byCrate(name).map(Provided.Crate::library);
      case EXTERNAL ->
          provided
              .byModule(name)
              .or(() -> provided.byLink(name.replaceFirst("^lib", "")))
              .or(() -> provided.byCmakePackage(name));
      case COMPILER -> Optional.of(name);
      default -> Optional.empty();
    };
  }

  /**
   * Certain is what a build that always comes by there asks for; and what is both named in a build
   * script and included by the sources, though each alone might be for a case that does not arise.
   * A copy that the sdist brings along outweighs that.
   */
  private static Need need(List<SourceFact> facts, List<SourceFact> bundled) {
    boolean certain = facts.stream().anyMatch(SourceFact::certain);
    boolean firmly = facts.stream().anyMatch(fact -> fact.certain() && fact.kind() != Kind.HEADER);
    boolean named = facts.stream().anyMatch(fact -> NAMING.contains(fact.kind()));
    long included = facts.stream().filter(fact -> fact.kind() == Kind.HEADER).count();
    boolean brought = bundled.size() > included;
    Optional<SourceFact> copy =
        bundled.stream()
            .filter(fact -> brought)
            .min((one, other) -> Boolean.compare(other.certain(), one.certain()));
    List<SourceFact> sorted = new ArrayList<>(facts);
    sorted.sort((one, other) -> Boolean.compare(other.certain(), one.certain()));
    return new Need(firmly || (certain || named && included > 0) && !brought, copy, sorted);
  }

  /** Whether its header is rather that of another version, which is asked for by name: fuse3. */
  private static boolean isOfAnother(String id, Need need, Map<String, Need> needed) {
    return need.isOnlyIncluded()
        && needed.entrySet().stream()
            .anyMatch(
                other ->
                    !other.getKey().equals(id)
                        && stem(other.getKey()).equals(stem(id))
                        && other.getValue().certain()
                        && !other.getValue().isOnlyIncluded());
  }

  private static String stem(String id) {
    return id.replaceFirst("[-.\\d]+$", "");
  }

  /** Modules are asked for by pkg-config, in a build script or by the crates of Rust. */
  private static boolean asksPkgConfig(Need need) {
    boolean otherwise =
        need.facts().stream()
            .anyMatch(fact -> NAMING.contains(fact.kind()) && fact.kind() != Kind.MODULE);
    return need.certain()
        && need.facts().stream()
            .anyMatch(
                fact ->
                    fact.kind() == Kind.MODULE && (fact.certain() || !otherwise)
                        || fact.kind() == Kind.CRATE);
  }

  /** C++ brings C; Rust links by it; a tool that pip brings into the build is not needed. */
  private static void tools(
      SortedMap<String, Need> needed,
      List<SourceFact> requirements,
      Collection<Language> languages) {
    if (needed.containsKey("c++") && needed.get("c++").certain()) {
      needed.remove("c");
    } else if (languages.contains(Language.RUST) && !needed.containsKey("c")) {
      needed.put("c", needed.get("rust"));
    }
    Optional<SourceFact> module =
        needed.values().stream()
            .filter(SourceNeeds::asksPkgConfig)
            .flatMap(need -> need.facts().stream())
            .filter(fact -> fact.kind() == Kind.MODULE || fact.kind() == Kind.CRATE)
            .findFirst();
    module.ifPresent(fact -> certainly(needed, "pkg-config", fact));
    for (SourceFact requirement : requirements) {
      String name = name(requirement.name());
      switch (name) {
        case "cmake", "scikit-build-core", "scikit-build" -> needed.remove("cmake");
        case "swig" -> needed.remove("swig");
        case "pkgconfig" -> certainly(needed, "pkg-config", requirement);
        default -> {
          // No program of the distribution's.
        }
      }
    }
  }

  private static void certainly(SortedMap<String, Need> needed, String id, SourceFact why) {
    List<SourceFact> facts = new ArrayList<>(List.of(why));
    Optional.ofNullable(needed.get(id)).ifPresent(before -> facts.addAll(before.facts()));
    needed.put(id, new Need(true, Optional.empty(), facts));
  }

  private static String name(String requirement) {
    String plain = requirement.replaceFirst("[^A-Za-z0-9._-].*$", "");
    return plain.isEmpty() ? "" : new PackageName(plain).value();
  }

  /** Ids of what is certainly needed to build: tools, and libraries that have packages for it. */
  public SortedSet<String> build(RuleBook rules) {
    SortedSet<String> build = new TreeSet<>();
    for (String id : certain()) {
      boolean packaged =
          DistributionRelease.SUPPORTED.stream()
              .anyMatch(release -> !rules.buildPackages(id, release).isEmpty());
      if (packaged || !rules.isLibrary(id)) {
        build.add(id);
      }
    }
    return build;
  }

  /** Ids of what the compiled package is then linked to. */
  public SortedSet<String> run(RuleBook rules) {
    SortedSet<String> run = new TreeSet<>();
    for (String id : certain()) {
      if (rules.isLibrary(id) && rules.isLinkedTo(id)) {
        run.add(id);
      }
      Optional.ofNullable(RUNTIMES.get(id)).ifPresent(run::add);
    }
    return run;
  }

  private List<String> certain() {
    return needed.keySet().stream().filter(id -> needed.get(id).certain()).toList();
  }

  /** The specifier for the oldest Rust, where one is told. */
  public Optional<String> rustSpecifier() {
    return rust.map(fact -> ">=" + Version.parse(fact.name()));
  }
}
