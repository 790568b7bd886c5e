package wheelbase.buildsystem;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import wheelbase.baseimage.BuildTime;
import wheelbase.diagnostic.Checked;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.index.Answers;
import wheelbase.index.IndexException;
import wheelbase.index.PackageIndex;
import wheelbase.index.ReleaseFile;
import wheelbase.index.SdistContents;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;
import wheelbase.platform.DistributionRelease;
import wheelbase.resolver.Conflict;
import wheelbase.resolver.Pin;
import wheelbase.resolver.Resolution;
import wheelbase.resolver.ResolutionRequest;
import wheelbase.resolver.Resolver;
import wheelbase.resolver.RootRequirement;
import wheelbase.syslibs.Artifact;
import wheelbase.syslibs.BuildDuration;
import wheelbase.syslibs.InstallCase;
import wheelbase.syslibs.LibraryNeeds;
import wheelbase.syslibs.RuleBook;

/**
 * Works out what pip installs to build sdists on one target. The same list of requirements is
 * resolved once. It serves one thread; the index and the resolver behind it may be shared.
 */
public final class BuildEnvironments {
  /** As many builds may wait for one another; what is longer is not followed. */
  static final int MOST_BUILDS_IN_A_CHAIN = 6;

  /** As many different lists of requirements are resolved for a target. */
  static final int MOST_RESOLUTIONS = 100;

  private static final String PLACE = "[build-system]";

  private final PackageIndex index;
  private final Resolver resolver;
  private final RuleBook rules;
  private final ResolutionRequest request;
  private final Map<List<String>, Resolution> resolutions = new HashMap<>();
  private final Map<Built, BuildEnvironment> environments = new HashMap<>();
  private final Deque<ReleaseFile> underWay = new ArrayDeque<>();

  private record Built(ReleaseFile sdist, Set<String> tools, DistributionRelease distribution) {}

  /**
   * @param request says for which target, and which kinds of file may be taken; its requirements
   *     are replaced
   */
  public BuildEnvironments(
      PackageIndex index, Resolver resolver, RuleBook rules, ResolutionRequest request) {
    this.index = index;
    this.resolver = resolver;
    this.rules = rules;
    this.request = request;
  }

  /**
   * What an sdist is built in.
   *
   * @param tools of the system that are there for its build, by their ids in the rules
   */
  public BuildEnvironment of(ReleaseFile sdist, Set<String> tools, DistributionRelease distribution)
      throws InterruptedException {
    try {
      return of(new Built(sdist, Set.copyOf(tools), distribution));
    } catch (IndexException unreachable) {
      return new BuildEnvironment.Unseen(unreachable.getMessage());
    }
  }

  private BuildEnvironment of(Built built) throws InterruptedException {
    BuildEnvironment known = environments.get(built);
    if (known != null) {
      return known;
    }
    if (underWay.contains(built.sdist())) {
      return impossible(built.sdist().fileName() + " is needed to build itself");
    }
    if (underWay.size() == MOST_BUILDS_IN_A_CHAIN) {
      return new BuildEnvironment.Unseen("more than " + MOST_BUILDS_IN_A_CHAIN + " builds deep");
    }
    underWay.push(built.sdist());
    try {
      BuildEnvironment environment = found(built);
      environments.put(built, environment);
      return environment;
    } finally {
      underWay.pop();
    }
  }

  private BuildEnvironment found(Built built) throws InterruptedException {
    SdistContents contents = Answers.await(index.sdistContents(built.sdist()));
    if (!contents.buildSystem().isRead()) {
      return new BuildEnvironment.Unseen("its pyproject.toml could not be read");
    }
    Checked<BuildDemand> demand = BuildDemand.of(contents.buildSystem());
    return demand.value().isPresent()
        ? found(built, demand.value().get())
        : impossible(demand.refusal().orElseThrow().message());
  }

  private BuildEnvironment found(Built built, BuildDemand demand) throws InterruptedException {
    Optional<Resolution> first = resolve(demand.required());
    if (first.isEmpty()) {
      return tooMany();
    }
    if (first.get() instanceof Conflict conflict) {
      return impossible(conflict);
    }
    SortedMap<PackageName, Pin> pins = new TreeMap<>(pins(first.get()));
    List<Requirement> missing = new ArrayList<>();
    for (Requirement asked : BackendRequirement.of(demand, built.tools(), versions(pins))) {
      if (!asked.appliesIn(request.target().markerEnvironment(), Set.of())) {
        continue;
      }
      Pin there = pins.get(asked.name());
      if (there == null) {
        missing.add(asked);
      } else if (there.version().filter(asked.specifier()::admits).isEmpty()) {
        return impossible(
            "its backend asks for "
                + asked
                + ", and its [build-system] brings "
                + there.version().map(Version::toString).orElse("another"));
      }
    }
    Optional<Resolution> second = resolve(missing);
    if (second.isEmpty()) {
      return tooMany();
    }
    if (second.get() instanceof Conflict conflict) {
      return impossible(conflict);
    }
    List<BuildDependency> dependencies = new ArrayList<>();
    SortedMap<PackageName, Pin> all = new TreeMap<>(pins);
    pins(second.get()).forEach(all::putIfAbsent);
    for (Pin pin : all.values()) {
      if (pin.file().isPresent()) {
        dependencies.add(dependency(pin.file().get(), all.keySet(), built.distribution()));
      }
    }
    return new BuildEnvironment.Complete(demand, missing, dependencies);
  }

  private BuildDependency dependency(
      ReleaseFile file, Set<PackageName> installed, DistributionRelease distribution)
      throws InterruptedException {
    if (file.isWheel()) {
      return new BuildDependency(
          file,
          Artifact.WHEEL,
          needs(file, Artifact.WHEEL, installed, distribution),
          Optional.empty(),
          Optional.empty());
    }
    SdistContents contents = Answers.await(index.sdistContents(file));
    Artifact artifact = contents.compiles() ? Artifact.SDIST : Artifact.PURE_SDIST;
    LibraryNeeds needs = needs(file, artifact, installed, distribution);
    // A rule can know that pip leaves out what there would be to compile.
    boolean leftOut =
        needs.known() && needs.buildTools().isEmpty() && needs.buildLibraries().isEmpty();
    return new BuildDependency(
        file,
        artifact,
        needs,
        contents.compiles() && !leftOut ? Optional.of(time(file, contents)) : Optional.empty(),
        Optional.of(of(new Built(file, Set.copyOf(needs.buildTools()), distribution))));
  }

  private LibraryNeeds needs(
      ReleaseFile file,
      Artifact artifact,
      Set<PackageName> installed,
      DistributionRelease distribution) {
    return rules.needs(
        file.project(),
        new InstallCase(
            file.version(), artifact, request.target(), distribution, installed, Set.of()));
  }

  private BuildDuration time(ReleaseFile sdist, SdistContents contents) {
    return rules
        .buildTime(sdist.project())
        .orElseGet(
            () ->
                new BuildDuration(
                    Math.max(1, BuildTime.ofSdist(Optional.of(contents), sdist.size())), false));
  }

  /** Empty where too many lists were resolved already. */
  private Optional<Resolution> resolve(List<Requirement> requirements) throws InterruptedException {
    List<String> texts = requirements.stream().map(Requirement::toString).sorted().toList();
    Resolution known = resolutions.get(texts);
    if (known != null) {
      return Optional.of(known);
    }
    if (resolutions.size() == MOST_RESOLUTIONS) {
      return Optional.empty();
    }
    List<RootRequirement> roots =
        texts.stream()
            .map(
                text ->
                    new RootRequirement(Requirement.parse(text), SourceSpan.line(PLACE, 1, text)))
            .toList();
    Resolution resolution = resolver.resolve(request.with(roots, List.of()));
    resolutions.put(texts, resolution);
    return Optional.of(resolution);
  }

  private static SortedMap<PackageName, Pin> pins(Resolution resolution) {
    return resolution.resolved().orElseThrow().pins();
  }

  private static Map<PackageName, Version> versions(Map<PackageName, Pin> pins) {
    Map<PackageName, Version> versions = new HashMap<>();
    pins.forEach((name, pin) -> pin.version().ifPresent(version -> versions.put(name, version)));
    return versions;
  }

  private static BuildEnvironment tooMany() {
    return new BuildEnvironment.Unseen(
        "more than " + MOST_RESOLUTIONS + " lists of build requirements");
  }

  private static BuildEnvironment impossible(Conflict conflict) {
    return new BuildEnvironment.Impossible(
        conflict.sentences().stream()
            .map(sentence -> sentence.toString().replace(PLACE + ":1", "its [build-system]"))
            .toList());
  }

  private static BuildEnvironment impossible(String why) {
    return new BuildEnvironment.Impossible(List.of(why));
  }
}
