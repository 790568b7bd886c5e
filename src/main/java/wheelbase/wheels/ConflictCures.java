package wheelbase.wheels;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wheelbase.diagnostic.Wording;
import wheelbase.index.Answers;
import wheelbase.index.PackageIndex;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;
import wheelbase.platform.TargetPlatform;
import wheelbase.requirements.RequirementEdit;
import wheelbase.resolver.Conflict;
import wheelbase.resolver.Pin;
import wheelbase.resolver.Resolution;
import wheelbase.resolver.ResolutionRequest;
import wheelbase.resolver.Resolved;
import wheelbase.resolver.Resolver;
import wheelbase.resolver.RootRequirement;
import wheelbase.resolver.Step;

/**
 * Seeks ways out of a conflict, in the order in which a user can act: another range on the line
 * that is in the way, then on the other lines, then on a constraint; a pre-release or a withdrawn
 * release by name; another Python. Each is tried by resolving again, and only what was seen to work
 * is offered; what goes {@linkplain FarBack far back} only where there is nothing else.
 */
public final class ConflictCures {
  /** So many are offered; who is to choose among more? */
  private static final int MOST = 3;

  /** So many resolutions are tried for one conflict. */
  private static final int TRIES = 24;

  private final PackageIndex index;
  private final Resolver resolver;
  private final Function<TargetPlatform, ResolutionRequest> requests;
  private final Trials.Unchanged unchanged;
  private final Conflict conflict;
  private final List<TargetPlatform> targets;
  private final List<Cure> cures = new ArrayList<>();
  private final List<Cure> farBack = new ArrayList<>();
  private int tries;

  private ConflictCures(
      PackageIndex index,
      Resolver resolver,
      Function<TargetPlatform, ResolutionRequest> requests,
      Trials.Unchanged unchanged,
      Conflict conflict,
      List<TargetPlatform> targets) {
    this.index = index;
    this.resolver = resolver;
    this.requests = requests;
    this.unchanged = unchanged;
    this.conflict = conflict;
    this.targets = List.copyOf(targets);
  }

  /**
   * @param requests the user's requirements, for a target
   * @param unchanged what they come to
   * @param targets those that have the conflict, at least one
   * @param otherPythons targets that differ from the first in nothing but the Python, the nearest
   *     first
   * @return at most three, those that change least first
   */
  public static List<Cure> of(
      PackageIndex index,
      Resolver resolver,
      Function<TargetPlatform, ResolutionRequest> requests,
      Trials.Unchanged unchanged,
      Conflict conflict,
      List<TargetPlatform> targets,
      List<TargetPlatform> otherPythons)
      throws InterruptedException {
    ConflictCures seeker =
        new ConflictCures(index, resolver, requests, unchanged, conflict, targets);
    seeker.seek(otherPythons);
    return seeker.cures.isEmpty()
        ? seeker.farBack.stream().limit(MOST).toList()
        : List.copyOf(seeker.cures);
  }

  private void seek(List<TargetPlatform> otherPythons) throws InterruptedException {
    for (Step.Line line : linesInTheWayFirst()) {
      otherRange(line);
    }
    for (Step step : conflict.story()) {
      if (step instanceof Step.Unfit unfit) {
        byName(unfit);
      }
    }
    for (TargetPlatform other : otherPythons) {
      if (onPython(other)) {
        return;
      }
    }
  }

  /** The story ends at the line that is in the way; constraints come after requirements. */
  private List<Step.Line> linesInTheWayFirst() {
    List<Step.Line> lines = new ArrayList<>(conflict.ownLines());
    Collections.reverse(lines);
    lines.sort((one, other) -> Boolean.compare(one.constraint(), other.constraint()));
    return lines;
  }

  /** What the others need of the package; else what comes out if the line says nothing. */
  private void otherRange(Step.Line line) throws InterruptedException {
    Requirement wanted = line.line().requirement();
    if (wanted.specifier().isEmpty()) {
      return;
    }
    String id = line.constraint() ? "resolves-with-constraint" : "resolves-with-line";
    String place = line.line().place().file() + ":" + line.line().place().line() + ": ";
    for (Step step : conflict.story()) {
      if (step instanceof Step.Needs needs
          && needs.about().equals(line.about())
          && needs.anyOf().size() == 1
          && offer(id, place, line, needs.anyOf().get(0))) {
        return;
      }
    }
    for (Step step : conflict.story()) {
      if (step instanceof Step.NoRelease none && none.about().equals(line.about())) {
        List<Version> nearest = new ArrayList<>(none.nearest());
        Collections.reverse(nearest);
        for (Version version : nearest) {
          if (offer(id, place, line, pinned(wanted, version))) {
            return;
          }
        }
      }
    }
    Optional<Version> free = versionIfFree(line);
    if (free.isPresent()) {
      offer(id, place, line, bounded(wanted, free.get()));
    }
  }

  /**
   * A pin becomes another pin; of a range the bounds stay that admit the version, and where none
   * does it is opened on the side where the version lies.
   */
  private static Requirement bounded(Requirement wanted, Version version) {
    SpecifierSet specifier = wanted.specifier();
    if (specifier.isPin() || version.hasLocal()) {
      return pinned(wanted, version);
    }
    String left =
        Stream.of(specifiers(wanted).split(","))
            .filter(clause -> SpecifierSet.parse(clause).admits(version))
            .collect(Collectors.joining(","));
    if (!left.isEmpty()) {
      return Requirement.parse(wanted.writtenName() + left);
    }
    boolean newer =
        !specifier.and(SpecifierSet.parse("<" + version.publicVersion())).isUnsatisfiable();
    return Requirement.parse(
        wanted.writtenName() + (newer ? ">=" : "<=") + version.publicVersion());
  }

  private static Requirement pinned(Requirement wanted, Version version) {
    return Requirement.parse(wanted.writtenName() + "==" + version);
  }

  private Optional<Version> versionIfFree(Step.Line line) throws InterruptedException {
    Requirement wanted = line.line().requirement();
    Requirement free =
        new Requirement(
            wanted.name(), wanted.extras(), SpecifierSet.any(), wanted.url(), Optional.empty());
    return attempt(changed(requests.apply(targets.get(0)), wanted.name(), free))
        .map(resolved -> resolved.pins().get(wanted.name()))
        .flatMap(Pin::version);
  }

  private boolean offer(String id, String place, Step.Line line, Requirement instead)
      throws InterruptedException {
    Requirement wanted = line.line().requirement();
    Requirement other =
        Requirement.parse(
            wanted.writtenName()
                + (wanted.writtenExtras().isEmpty()
                    ? ""
                    : "[" + String.join(",", wanted.writtenExtras()) + "]")
                + specifiers(instead));
    return !other.specifier().equals(wanted.specifier())
        && offer(
            id,
            place + wanted.withoutMarker() + " -> " + other.withoutMarker(),
            other,
            wanted.name());
  }

  /** As they were written. */
  private static String specifiers(Requirement requirement) {
    return requirement.withoutMarker().replaceFirst("^[^<>=!~]*", "");
  }

  /** pip takes pre-releases where one is mentioned, and what was withdrawn where it is pinned. */
  private void byName(Step.Unfit unfit) throws InterruptedException {
    boolean yanked = unfit.why() instanceof Step.Why.Yanked;
    if (!yanked && !(unfit.why() instanceof Step.Why.Prerelease)) {
      return;
    }
    PackageName name = unfit.releases().name();
    Version newest = unfit.releases().versions().get(0);
    Optional<Requirement> line =
        requests.apply(targets.get(0)).requirements().stream()
            .map(RootRequirement::requirement)
            .filter(requirement -> requirement.name().equals(name))
            .findFirst();
    String before = line.map(requirement -> requirement.withoutMarker() + " -> ").orElse("add ");
    Requirement pin =
        Requirement.parse(line.map(Requirement::writtenName).orElse(name.value()) + "==" + newest);
    offer(
        yanked ? "resolves-with-yanked" : "resolves-with-pre-release",
        before + pin.withoutMarker(),
        pin,
        name);
  }

  private boolean offer(String id, String edit, Requirement instead, PackageName name)
      throws InterruptedException {
    if (cures.size() == MOST) {
      return false;
    }
    List<TargetPlatform> helped = new ArrayList<>();
    int packages = 0;
    boolean goesFarBack = false;
    for (TargetPlatform target : targets) {
      Optional<Resolved> resolved = attempt(changed(requests.apply(target), name, instead));
      if (resolved.isPresent()) {
        goesFarBack |= goesFarBack(target, name, resolved.get());
        helped.add(target);
        packages = Math.max(packages, resolved.get().pins().size());
      } else if (helped.isEmpty()) {
        return false;
      }
    }
    (goesFarBack ? farBack : cures)
        .add(
            new Cure(
                id,
                name,
                edit,
                effect(packages, helped),
                helped,
                Treatment.edit(new RequirementEdit(name, instead))));
    return true;
  }

  /** Whether a package is far behind what the user's line asks for, or the constraint on it. */
  private boolean goesFarBack(TargetPlatform target, PackageName name, Resolved resolved)
      throws InterruptedException {
    Optional<Version> version =
        Optional.ofNullable(resolved.pins().get(name)).flatMap(Pin::version);
    if (version.isEmpty()) {
      return false;
    }
    ResolutionRequest request = requests.apply(target);
    SpecifierSet asked =
        Stream.concat(request.requirements().stream(), request.constraints().stream())
            .map(RootRequirement::requirement)
            .filter(requirement -> requirement.name().equals(name))
            .map(Requirement::specifier)
            .reduce(SpecifierSet.any(), SpecifierSet::and);
    return FarBack.is(version.get(), asked, Answers.await(index.page(name)));
  }

  private String effect(int packages, List<TargetPlatform> helped) {
    return "resolves (tried, "
        + Wording.count(packages, "package")
        + ")"
        + (helped.size() == targets.size()
            ? ""
            : " on " + helped.size() + " of " + targets.size() + " targets");
  }

  private boolean onPython(TargetPlatform other) throws InterruptedException {
    if (cures.size() == MOST || tries >= TRIES) {
      return false;
    }
    tries++;
    Optional<Resolved> resolved = unchanged.on(other).resolved();
    resolved.ifPresent(
        each ->
            cures.add(
                new Cure(
                    "resolves-on-python",
                    lastSubject(),
                    "Python " + other.python().series(),
                    effect(each.pins().size(), targets),
                    targets,
                    new Treatment.OtherPython(other.python().series()))));
    return resolved.isPresent();
  }

  /** The story ends at the package that is in the way. */
  private PackageName lastSubject() {
    return conflict.story().stream()
        .flatMap(step -> step.subject().stream())
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  /** Empty too where enough was tried. */
  private Optional<Resolved> attempt(ResolutionRequest request) throws InterruptedException {
    if (tries >= TRIES) {
      return Optional.empty();
    }
    tries++;
    Resolution resolution = resolver.resolve(request);
    return resolution.resolved();
  }

  /** The lines of a package ask for something else; constraints that forbid it make room. */
  private static ResolutionRequest changed(
      ResolutionRequest request, PackageName name, Requirement instead) {
    List<RootRequirement> requirements = new ArrayList<>();
    boolean named = false;
    for (RootRequirement line : request.requirements()) {
      boolean same = line.requirement().name().equals(name);
      named |= same;
      requirements.add(same ? changed(line, instead) : line);
    }
    List<RootRequirement> constraints = new ArrayList<>();
    for (RootRequirement line : request.constraints()) {
      boolean forbids =
          line.requirement().name().equals(name)
              && (instead.specifier().isEmpty()
                  || line.requirement().specifier().and(instead.specifier()).isUnsatisfiable());
      constraints.add(forbids ? changed(line, instead) : line);
    }
    if (!named && !instead.specifier().isEmpty()) {
      constraints.add(
          new RootRequirement(withoutExtras(instead), request.requirements().get(0).place()));
    }
    return request.with(requirements, constraints);
  }

  private static RootRequirement changed(RootRequirement line, Requirement instead) {
    Requirement old = line.requirement();
    return new RootRequirement(
        new Requirement(
            old.name(), old.extras(), instead.specifier(), Optional.empty(), old.marker()),
        line.place());
  }

  private static Requirement withoutExtras(Requirement requirement) {
    return new Requirement(
        requirement.name(), Set.of(), requirement.specifier(), Optional.empty(), Optional.empty());
  }
}
