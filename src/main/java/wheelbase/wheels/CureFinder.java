package wheelbase.wheels;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import wheelbase.index.Answers;
import wheelbase.index.PackageIndex;
import wheelbase.index.ProjectPage;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;
import wheelbase.platform.TargetPlatform;
import wheelbase.requirements.RequirementEdit;
import wheelbase.resolver.Candidate;
import wheelbase.resolver.Candidates;
import wheelbase.resolver.Pin;
import wheelbase.resolver.Resolution;
import wheelbase.resolver.ResolutionRequest;
import wheelbase.resolver.ResolutionRequest.Formats;
import wheelbase.resolver.Resolved;
import wheelbase.resolver.Resolver;
import wheelbase.resolver.RootRequirement;

/**
 * Seeks cures: one change at a time is made to the requirements, everything is resolved again, and
 * only what was seen to work is offered. A change works where the package then has a wheel, the
 * requirements are met on every target where it ails, and nothing else begins to compile.
 */
public final class CureFinder {
  /** Each try resolves anew: the nearest few versions are worth that. */
  private static final int VERSIONS_TRIED = 3;

  private final PackageIndex index;
  private final Resolver resolver;
  private final Function<TargetPlatform, ResolutionRequest> requests;
  private final Unchanged unchanged;

  /** What the requirements as they are come to on a target. */
  public interface Unchanged {
    Resolution on(TargetPlatform target) throws InterruptedException;
  }

  /**
   * @param requests the user's requirements, for a target
   * @param unchanged what they come to; asked again and again
   */
  public CureFinder(
      PackageIndex index,
      Resolver resolver,
      Function<TargetPlatform, ResolutionRequest> requests,
      Unchanged unchanged) {
    this.index = index;
    this.resolver = resolver;
    this.requests = requests;
    this.unchanged = unchanged;
  }

  /** The nearest other version with a wheel that everything else in the requirements allows. */
  public Optional<Cure> otherVersion(Ailment ailment) throws InterruptedException {
    for (Version version : nearestWithWheels(ailment)) {
      Function<ResolutionRequest, ResolutionRequest> change =
          request -> pinned(request, ailment.name(), version);
      List<TargetPlatform> helped = helped(ailment, ailment.name(), change);
      if (!helped.isEmpty()) {
        return Optional.of(
            new Cure(
                "other-version",
                ailment.name(),
                edit(ailment, version),
                effect(ailment, version),
                helped,
                edited(ailment.name(), ailment.name(), SpecifierSet.parse("==" + version))));
      }
    }
    return Optional.empty();
  }

  /**
   * The package's stand-in, at the same version where that exists. Only the user's own line can be
   * changed: what another package asks for stays asked for.
   */
  public Optional<Cure> twin(Ailment ailment, PackageName twin, String caveat)
      throws InterruptedException {
    ResolutionRequest request = requests.apply(ailment.targets().get(0));
    List<RootRequirement> own = linesFor(request, ailment.name());
    if (own.isEmpty() || !page(twin).found()) {
      return Optional.empty();
    }
    boolean sameVersion =
        page(twin).files().stream().anyMatch(file -> file.version().equals(ailment.version()));
    SpecifierSet specifier = SpecifierSet.parse(sameVersion ? "==" + ailment.version() : "");
    List<TargetPlatform> helped =
        helped(ailment, twin, changed -> replaced(changed, ailment.name(), twin, specifier));
    if (helped.isEmpty()) {
      return Optional.empty();
    }
    String edit = own.get(0).requirement().withoutMarker() + " -> " + twin + specifier;
    return Optional.of(
        new Cure(
            "twin", ailment.name(), edit, caveat, helped, edited(ailment.name(), twin, specifier)));
  }

  /**
   * The same requirements on another target.
   *
   * @param id {@code other-python} or {@code other-release}
   * @param label what to ask for ({@code Python 3.12})
   * @param treatment the same
   */
  public Optional<Cure> elsewhere(
      Ailment ailment, TargetPlatform other, String id, String label, Treatment treatment)
      throws InterruptedException {
    boolean wheel =
        unchanged
            .on(other)
            .resolved()
            .map(resolved -> hasWheel(resolved, ailment.name()))
            .orElse(false);
    return wheel
        ? Optional.of(new Cure(id, ailment.name(), label, "", ailment.targets(), treatment))
        : Optional.empty();
  }

  private static Treatment edited(PackageName name, PackageName by, SpecifierSet specifier) {
    return new Treatment.EditRequirement(
        new RequirementEdit(
            name, new Requirement(by, Set.of(), specifier, Optional.empty(), Optional.empty())));
  }

  private List<TargetPlatform> helped(
      Ailment ailment, PackageName name, Function<ResolutionRequest, ResolutionRequest> change)
      throws InterruptedException {
    List<TargetPlatform> helped = new ArrayList<>();
    for (TargetPlatform target : ailment.targets()) {
      Optional<Resolved> before = unchanged.on(target).resolved();
      Optional<Resolved> after = resolver.resolve(change.apply(requests.apply(target))).resolved();
      if (after.isPresent()
          && hasWheel(after.get(), name)
          && !compiles(after.get(), ailment.name())
          && nothingNewCompiles(before, after.get())) {
        helped.add(target);
      }
    }
    return helped;
  }

  private static boolean hasWheel(Resolved resolved, PackageName name) {
    return Optional.ofNullable(resolved.pins().get(name)).map(Pin::isWheel).orElse(false);
  }

  /** A package whose stand-in came in may still be there: something else asks for it. */
  private static boolean compiles(Resolved resolved, PackageName name) {
    return Optional.ofNullable(resolved.pins().get(name)).map(Pin::isSdist).orElse(false);
  }

  private static boolean nothingNewCompiles(Optional<Resolved> before, Resolved after) {
    return before.isEmpty() || sdists(before.get()).containsAll(sdists(after));
  }

  /** The packages that no wheel was found for. */
  private static Set<PackageName> sdists(Resolved resolved) {
    return resolved.pins().values().stream()
        .filter(Pin::isSdist)
        .map(Pin::name)
        .collect(Collectors.toSet());
  }

  /**
   * Nearest newer versions first, then nearest older ones; those with wheels on the most targets.
   */
  private List<Version> nearestWithWheels(Ailment ailment) throws InterruptedException {
    Map<Version, Integer> targets = new HashMap<>();
    ProjectPage page = page(ailment.name());
    for (TargetPlatform target : ailment.targets()) {
      for (Candidate candidate : Candidates.of(page, target, Formats.WHEELS_ONLY).all()) {
        if (!candidate.isYanked()
            && (!candidate.version().isPrerelease() || ailment.version().isPrerelease())) {
          targets.merge(candidate.version(), 1, Integer::sum);
        }
      }
    }
    int most = targets.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    List<Version> best =
        targets.keySet().stream().filter(version -> targets.get(version) == most).sorted().toList();
    List<Version> nearest =
        new ArrayList<>(
            best.stream()
                .filter(version -> version.compareTo(ailment.version()) > 0)
                .limit(VERSIONS_TRIED - 1)
                .toList());
    List<Version> older =
        best.stream().filter(version -> version.compareTo(ailment.version()) < 0).toList();
    for (int at = older.size() - 1; at >= 0 && nearest.size() < VERSIONS_TRIED; at--) {
      nearest.add(older.get(at));
    }
    return nearest;
  }

  private String edit(Ailment ailment, Version version) {
    List<RootRequirement> own = linesFor(requests.apply(ailment.targets().get(0)), ailment.name());
    String pin = ailment.name() + "==" + version;
    return own.isEmpty() ? "add " + pin : own.get(0).requirement().withoutMarker() + " -> " + pin;
  }

  private String effect(Ailment ailment, Version version) {
    boolean inRange =
        linesFor(requests.apply(ailment.targets().get(0)), ailment.name()).stream()
            .allMatch(line -> line.requirement().specifier().admits(version));
    boolean sameMajor = version.release().get(0).equals(ailment.version().release().get(0));
    return (inRange ? "in range" : "only this line forbids it")
        + (sameMajor ? "" : ", but another major release");
  }

  private static List<RootRequirement> linesFor(ResolutionRequest request, PackageName name) {
    return request.requirements().stream()
        .filter(line -> line.requirement().name().equals(name))
        .toList();
  }

  private static ResolutionRequest pinned(
      ResolutionRequest request, PackageName name, Version version) {
    SpecifierSet pin = SpecifierSet.parse("==" + version);
    List<RootRequirement> own = linesFor(request, name);
    if (!own.isEmpty()) {
      return replaced(request, name, name, pin);
    }
    Requirement constraint =
        new Requirement(name, Set.of(), pin, Optional.empty(), Optional.empty());
    List<RootRequirement> constraints = new ArrayList<>(request.constraints());
    constraints.add(new RootRequirement(constraint, request.requirements().get(0).place()));
    return with(request, request.requirements(), constraints);
  }

  private static ResolutionRequest replaced(
      ResolutionRequest request, PackageName name, PackageName by, SpecifierSet specifier) {
    List<RootRequirement> requirements =
        request.requirements().stream()
            .map(
                line ->
                    line.requirement().name().equals(name) ? changed(line, by, specifier) : line)
            .toList();
    List<RootRequirement> constraints =
        request.constraints().stream()
            .filter(line -> !line.requirement().name().equals(name))
            .toList();
    return with(request, requirements, constraints);
  }

  private static RootRequirement changed(
      RootRequirement line, PackageName name, SpecifierSet specifier) {
    Requirement old = line.requirement();
    Set<String> extras = name.equals(old.name()) ? old.extras() : Set.of();
    return new RootRequirement(
        new Requirement(name, extras, specifier, Optional.empty(), old.marker()), line.place());
  }

  private static ResolutionRequest with(
      ResolutionRequest request,
      List<RootRequirement> requirements,
      List<RootRequirement> constraints) {
    return new ResolutionRequest(
        request.target(),
        requirements,
        constraints,
        request.formats(),
        request.allowPrereleases(),
        request.hashMode());
  }

  private ProjectPage page(PackageName name) throws InterruptedException {
    return Answers.await(index.page(name));
  }
}
