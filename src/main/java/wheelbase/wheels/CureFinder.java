package wheelbase.wheels;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import wheelbase.resolver.ResolutionRequest.Formats;
import wheelbase.resolver.RootRequirement;
import wheelbase.wheels.Cure.Extent;

/**
 * Seeks cures in the requirements: one line at a time is changed, and only what was seen to work is
 * offered.
 */
public final class CureFinder {
  /** Each try resolves anew: the nearest few versions are worth that. */
  private static final int VERSIONS_TRIED = 3;

  private final PackageIndex index;
  private final Trials trials;
  private final List<Ailment> ailments;

  /**
   * @param ailments all there are: a change made for one of them may cure others
   */
  public CureFinder(PackageIndex index, Trials trials, List<Ailment> ailments) {
    this.index = index;
    this.trials = trials;
    this.ailments = List.copyOf(ailments);
  }

  /**
   * The nearest other version with a wheel that everything else in the requirements allows: by
   * other bounds where the user's line has some, else by a pin.
   */
  public Optional<Cure> otherVersion(Ailment ailment) throws InterruptedException {
    SpecifierSet specifier =
        trials
            .line(ailment.name())
            .map(line -> line.requirement().specifier())
            .orElse(SpecifierSet.any());
    for (Version version : nearestWithWheels(ailment, specifier)) {
      Optional<SpecifierSet> bounds = Bounds.towards(specifier, ailment.version(), version);
      Optional<Cure> cure =
          bounds.isEmpty()
              ? Optional.empty()
              : version("bound", ailment, specifier, version, bounds.get());
      if (cure.isEmpty()) {
        SpecifierSet pin = SpecifierSet.exactly(version);
        cure = version("other-version", ailment, specifier, version, pin);
      }
      if (cure.isPresent()) {
        return cure;
      }
    }
    return Optional.empty();
  }

  private Optional<Cure> version(
      String id, Ailment ailment, SpecifierSet written, Version version, SpecifierSet instead)
      throws InterruptedException {
    RequirementEdit edit = edit(ailment.name(), ailment.name(), instead);
    return trials
        .of(ailment, List.of(edit))
        .map(
            trial ->
                cure(
                    id,
                    extent(ailment, version, written),
                    ailment,
                    edit,
                    effect(ailment, version, written),
                    trial));
  }

  /**
   * The package's stand-in, at the same version where that exists. Only the user's own line can be
   * changed: what another package asks for stays asked for.
   */
  public Optional<Cure> twin(Ailment ailment, PackageName twin, String caveat)
      throws InterruptedException {
    if (trials.line(ailment.name()).isEmpty() || !page(twin).found()) {
      return Optional.empty();
    }
    boolean sameVersion =
        page(twin).files().stream().anyMatch(file -> file.version().equals(ailment.version()));
    SpecifierSet specifier =
        sameVersion ? SpecifierSet.exactly(ailment.version()) : SpecifierSet.any();
    RequirementEdit edit = edit(ailment.name(), twin, specifier);
    return trials
        .of(ailment, List.of(edit))
        .map(trial -> cure("twin", Extent.TWIN, ailment, edit, caveat, trial));
  }

  /**
   * Several cures by edits, made together.
   *
   * @param several of one ailment each
   * @param targets that are to be free of all the ailments then
   * @param effect what they reach together
   */
  public Optional<Cure> together(List<Cure> several, List<TargetPlatform> targets, String effect)
      throws InterruptedException {
    Set<RequirementEdit> edits = new LinkedHashSet<>();
    List<PackageName> names = several.stream().map(Cure::name).distinct().toList();
    several.forEach(cure -> edits.addAll(cure.treatment().edits()));
    List<RequirementEdit> all = List.copyOf(edits);
    List<Ailment> cured =
        names.stream().map(name -> new Ailment(name, ailment(name).version(), targets)).toList();
    Optional<Trial> trial = trials.of(cured.get(0), all);
    return trial
        .filter(it -> cured.stream().allMatch(it::cures))
        .map(
            it ->
                new Cure(
                    "together",
                    several.stream().map(Cure::extent).max(Comparator.naturalOrder()).orElseThrow(),
                    names,
                    Optional.empty(),
                    all.size() + " edits",
                    effect,
                    SideEffects.between(it.before(), it.after(), about(names, all)),
                    targets,
                    new Treatment.EditRequirements(all)));
  }

  private Ailment ailment(PackageName name) {
    return ailments.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  private static RequirementEdit edit(PackageName name, PackageName by, SpecifierSet specifier) {
    return new RequirementEdit(
        name, new Requirement(by, Set.of(), specifier, Optional.empty(), Optional.empty()));
  }

  private Cure cure(
      String id, Extent extent, Ailment ailment, RequirementEdit edit, String effect, Trial trial) {
    List<PackageName> names = new ArrayList<>(List.of(ailment.name()));
    ailments.stream()
        .filter(other -> !other.name().equals(ailment.name()) && trial.cures(other))
        .forEach(other -> names.add(other.name()));
    Optional<RootRequirement> own = trials.line(ailment.name());
    return new Cure(
        id,
        extent,
        names,
        own.map(line -> line.place().file() + ":" + line.place().line()),
        own.map(line -> line.requirement().withoutMarker() + " -> ").orElse("add ")
            + shown(edit, own),
        effect,
        SideEffects.between(trial.before(), trial.after(), about(names, List.of(edit))),
        trial.helped(),
        Treatment.edit(edit));
  }

  /** The extras of the user's line stay, unless another package takes its place. */
  private static String shown(RequirementEdit edit, Optional<RootRequirement> own) {
    Set<String> extras =
        edit.changesName()
            ? Set.of()
            : own.map(line -> line.requirement().writtenExtras()).orElse(Set.of());
    String name = edit.replacement().name().value();
    return (extras.isEmpty() ? name : name + "[" + String.join(",", extras) + "]")
        + edit.replacement().specifier();
  }

  private static Set<PackageName> about(List<PackageName> names, List<RequirementEdit> edits) {
    Set<PackageName> about = new LinkedHashSet<>(names);
    edits.forEach(edit -> about.add(edit.replacement().name()));
    return about;
  }

  /** A few versions: those that the user admits first, then by major release, then by nearness. */
  private List<Version> nearestWithWheels(Ailment ailment, SpecifierSet specifier)
      throws InterruptedException {
    List<Version> versions = withWheelsOnMostTargets(ailment);
    List<Version> newer =
        versions.stream().filter(version -> version.compareTo(ailment.version()) > 0).toList();
    List<Version> older =
        versions.stream()
            .filter(version -> version.compareTo(ailment.version()) < 0)
            .sorted(Comparator.reverseOrder())
            .toList();
    List<Version> nearest = new ArrayList<>();
    if (trials.unchanged(ailment.targets().get(0)).isPresent()) {
      // pip takes the newest that it may: what the user admits and it left, others forbid.
      newer.stream().filter(version -> !specifier.admits(version)).forEach(nearest::add);
    } else {
      nearest.addAll(newer);
    }
    nearest.addAll(older);
    nearest.sort(
        Comparator.<Version, Extent>comparing(version -> extent(ailment, version, specifier))
            .thenComparing(version -> !isSameMajor(ailment, version)));
    return nearest.stream().limit(VERSIONS_TRIED).toList();
  }

  /** Oldest first. */
  private List<Version> withWheelsOnMostTargets(Ailment ailment) throws InterruptedException {
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
    return targets.keySet().stream()
        .filter(version -> targets.get(version) == most)
        .sorted()
        .toList();
  }

  private static Extent extent(Ailment ailment, Version version, SpecifierSet specifier) {
    if (specifier.admits(version)) {
      return Extent.IN_RANGE;
    }
    return isSameMajor(ailment, version) ? Extent.SAME_MAJOR : Extent.OTHER_MAJOR;
  }

  private static String effect(Ailment ailment, Version version, SpecifierSet specifier) {
    return (specifier.admits(version) ? "in range" : "only this line forbids it")
        + (isSameMajor(ailment, version) ? "" : ", but another major release");
  }

  private static boolean isSameMajor(Ailment ailment, Version version) {
    return version.release().get(0).equals(ailment.version().release().get(0));
  }

  private ProjectPage page(PackageName name) throws InterruptedException {
    return Answers.await(index.page(name));
  }
}
