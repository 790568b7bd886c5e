package wheelbase.resolver;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;
import wheelbase.resolver.Claim.Barrier;
import wheelbase.resolver.Claim.Need;

/**
 * Turns the tree of causes into a story that begins and ends at the user's own lines. It does not
 * retell how PubGrub got there: the leaves of the tree are simplified ({@link Simplification}) and
 * put in a reader's order. That begins at a line of the user's and goes down from need to need; and
 * where it meets a package that something else stands against, says what.
 */
final class ConflictExplainer {
  /** A story that is longer is not read. */
  private static final int MOST_STEPS = 10;

  private static final SortedSet<String> NO_EXTRAS = Collections.emptySortedSet();

  private final ResolutionRequest request;
  private final PythonWords pythons;
  private final List<Claim> claims;
  private final List<Step> steps = new ArrayList<>();
  private final Set<Claim> told = new LinkedHashSet<>();
  private final Set<PackageName> open = new HashSet<>();
  private final Set<PackageName> missing = new HashSet<>();

  private ConflictExplainer(List<Claim> claims, ResolutionRequest request) {
    this.claims = claims;
    this.request = request;
    this.pythons = new PythonWords(request.target().python());
  }

  /** The story is made up when it is asked for. */
  static Conflict explain(Incompatibility conclusion, ResolutionRequest request) {
    return new Conflict(
        Claims.withoutWheel(conclusion),
        () -> story(Simplification.of(Claims.of(conclusion, request)), request));
  }

  /**
   * Where pip finds no solution and there is one.
   *
   * @param solution one that was found otherwise
   */
  static Conflict givenUp(
      Incompatibility conclusion, ResolutionRequest request, SortedMap<PackageName, Pin> solution) {
    Conflict told = explain(conclusion, request);
    return new Conflict(
        told.withoutWheel(),
        () -> {
          SortedMap<PackageName, Version> pins = new TreeMap<>();
          for (PackageName name : told.packages()) {
            Optional.ofNullable(solution.get(name))
                .flatMap(Pin::version)
                .ifPresent(version -> pins.put(name, version));
          }
          List<Step> story = new ArrayList<>(told.story());
          story.add(new Step.PipGivesUp(pins));
          return story;
        });
  }

  private static List<Step> story(List<Claim> claims, ResolutionRequest request) {
    List<Step> story = new ConflictExplainer(claims, request).story();
    if (story.size() <= MOST_STEPS) {
      return story;
    }
    return Abridgement.of(claims).map(shorter -> story(shorter, request)).orElse(story);
  }

  private List<Step> story() {
    // A package that needs others is the better start: it leads to the rest.
    for (Claim.Line line : lines(false)) {
      if (!needsOf(line.name()).isEmpty()) {
        tell(line);
        explore(line.name());
      }
    }
    for (Claim.Line line : lines(false)) {
      tell(line);
      explore(line.name());
    }
    return steps;
  }

  /** All about a package that the steps so far have asked for. */
  private void explore(PackageName name) {
    if (!open.add(name)) {
      return;
    }
    for (Need need : needsOf(name)) {
      tell(need);
      explore(need.name());
    }
    barriers(name).forEach(this::tell);
    claims.stream()
        .filter(Claim.Rest.class::isInstance)
        .map(Claim.Rest.class::cast)
        .filter(rest -> rest.node().name().equals(name))
        .forEach(this::tell);
    lines(true).stream().filter(line -> line.name().equals(name)).forEach(this::tell);
    lines(false).stream().filter(line -> line.name().equals(name)).forEach(this::tell);
    for (Need need : needsOn(name)) {
      introduce(need.parent().name());
      tell(need);
    }
    tellAbsence(name);
  }

  /** Says who asks for a package that was not spoken of before. */
  private void introduce(PackageName name) {
    if (!open.add(name)) {
      return;
    }
    for (Need need : needsOn(name)) {
      introduce(need.parent().name());
      tell(need);
    }
    lines(false).stream().filter(line -> line.name().equals(name)).forEach(this::tell);
    open.remove(name);
    explore(name);
  }

  private List<Claim.Line> lines(boolean constraints) {
    return claims.stream()
        .filter(Claim.Line.class::isInstance)
        .map(Claim.Line.class::cast)
        .filter(line -> line.constraint() == constraints)
        .sorted(
            Comparator.comparing((Claim.Line line) -> line.line().place().file())
                .thenComparing(line -> line.line().place().line()))
        .toList();
  }

  private List<Need> needs() {
    return claims.stream()
        .filter(Need.class::isInstance)
        .map(Need.class::cast)
        .sorted(
            Comparator.comparing((Need need) -> need.releases().next(0))
                .thenComparing(need -> need.name()))
        .toList();
  }

  private List<Need> needsOf(PackageName name) {
    return needs().stream().filter(need -> need.parent().name().equals(name)).toList();
  }

  private List<Need> needsOn(PackageName name) {
    return needs().stream()
        .filter(need -> need.name().equals(name) && !need.parent().name().equals(name))
        .toList();
  }

  private List<Barrier> barriers(PackageName name) {
    return claims.stream()
        .filter(Barrier.class::isInstance)
        .map(Barrier.class::cast)
        .filter(barrier -> barrier.node().name().equals(name))
        .sorted(Comparator.comparing(barrier -> barrier.releases().next(0)))
        .toList();
  }

  private void tell(Claim.Line line) {
    if (told.add(line)) {
      steps.add(new Step.Line(line.line(), line.constraint()));
      tellAbsence(line.on().get(0), List.of(line.line().requirement()));
    }
  }

  private void tell(Need need) {
    if (told.add(need)) {
      steps.add(
          new Step.Needs(
              ReleaseWords.group(need.parent(), extras(need), need.releases()), need.anyOf()));
      tellAbsence(need.on().get(0), need.anyOf());
    }
  }

  /** The one extra that brings the need in, if one alone does. */
  private SortedSet<String> extras(Need need) {
    return need.parent().extras().stream()
        .filter(
            extra ->
                need.anyOf().stream()
                    .allMatch(
                        form ->
                            form.marker().isPresent()
                                && form.appliesIn(
                                    request.target().markerEnvironment(), Set.of(extra))))
        .findFirst()
        .<SortedSet<String>>map(extra -> new TreeSet<>(Set.of(extra)))
        .orElse(need.parent().extras());
  }

  private void tell(Barrier barrier) {
    if (told.add(barrier)) {
      boolean findsAnother = barrier.kind().compareTo(Barrier.Kind.YANKED) < 0;
      steps.add(
          new Step.Unfit(
              ReleaseWords.group(barrier.node(), NO_EXTRAS, barrier.releases()),
              why(barrier),
              findsAnother
                  ? newestThatFits(barrier.node(), barrier.releases())
                  : Optional.empty()));
    }
  }

  private void tell(Claim.Rest rest) {
    if (told.add(rest)) {
      steps.add(new Step.Likewise(ReleaseWords.group(rest.node(), NO_EXTRAS, rest.releases())));
    }
  }

  private Step.Why why(Barrier barrier) {
    return switch (barrier.kind()) {
      case NEWER_PYTHON, OLDER_PYTHON, OTHER_PYTHON ->
          new Step.Why.OtherPython(
              pythons.needed(barrier.kind(), barrier.pythons()), request.target().python());
      case NO_WHEEL -> new Step.Why.NoWheel(request.target());
      case NO_FILE_FITS -> new Step.Why.NoFileFits(request.target());
      case ONLY_WHEELS -> new Step.Why.OnlyWheels();
      case YANKED -> new Step.Why.Yanked();
      case PRERELEASE -> new Step.Why.Prerelease();
      case OTHER_HASH -> new Step.Why.OtherHash();
    };
  }

  /** A final release that was not withdrawn and, as far as the page tells, fits. */
  private static Optional<Version> newestThatFits(PackageNode node, CandidateSet but) {
    Candidates candidates = node.project().candidates();
    CandidateSet others =
        candidates.releases().finals().minus(candidates.releases().withYankedFiles()).minus(but);
    int place = candidates.first(others);
    return place < others.size() ? candidates.at(place).map(Candidate::version) : Optional.empty();
  }

  /** Where nothing at all meets what was just told. */
  private void tellAbsence(PackageNode node, List<Requirement> anyOf) {
    if (node.project().isOutsideTheIndex() || missing.contains(node.name())) {
      return;
    }
    if (!node.project().candidates().isKnown()) {
      missing.add(node.name());
      steps.add(new Step.NoProject(node.name()));
      return;
    }
    boolean none =
        !contradictsWhatWasTold(node.name(), anyOf)
            && anyOf.stream()
                .allMatch(each -> node.project().admittedBy(each.specifier()).isEmpty());
    if (none) {
      Step absence =
          new Step.NoRelease(
              node.name(), false, nearest(node.project().candidates(), anyOf.get(0).specifier()));
      if (!steps.contains(absence)) {
        steps.add(absence);
      }
    }
  }

  private boolean contradictsWhatWasTold(PackageName name, List<Requirement> anyOf) {
    return told.stream()
        .flatMap(claim -> asked(claim, name).stream())
        .filter(before -> !anyOf.contains(before))
        .anyMatch(
            before ->
                anyOf.stream()
                    .allMatch(now -> now.specifier().and(before.specifier()).isUnsatisfiable()));
  }

  /** The one thing that a claim asks of a package. */
  private static Optional<Requirement> asked(Claim claim, PackageName name) {
    if (claim instanceof Claim.Line line && line.name().equals(name)) {
      return Optional.of(line.line().requirement());
    }
    return claim instanceof Need need && need.name().equals(name) && need.anyOf().size() == 1
        ? Optional.of(need.anyOf().get(0))
        : Optional.empty();
  }

  /** Where all that is asked sounds possible together, and there is just no such release. */
  private void tellAbsence(PackageName name) {
    List<Requirement> asked = new ArrayList<>();
    PackageNode node = null;
    for (Claim claim : told) {
      asked(claim, name).ifPresent(asked::add);
      if (claim instanceof Claim.Line line && line.name().equals(name)) {
        node = line.on().get(0);
      } else if (claim instanceof Need need && need.name().equals(name)) {
        node = need.on().get(0);
      }
    }
    if (node == null || node.project().isOutsideTheIndex() || asked.size() < 2) {
      return;
    }
    for (int one = 0; one < asked.size(); one++) {
      for (int other = 0; other < one; other++) {
        if (asked.get(one).specifier().and(asked.get(other).specifier()).isUnsatisfiable()) {
          return;
        }
      }
    }
    CandidateSet left = node.project().everything().withoutAbsence();
    for (Requirement requirement : asked) {
      CandidateSet admitted = node.project().admittedBy(requirement.specifier());
      if (admitted.isEmpty()) {
        return;
      }
      left = left.and(admitted);
    }
    if (left.isEmpty()) {
      SpecifierSet all =
          asked.stream().map(Requirement::specifier).reduce(SpecifierSet.any(), SpecifierSet::and);
      steps.add(new Step.NoRelease(name, true, nearest(node.project().candidates(), all)));
    }
  }

  /** The neighbours of what was asked for, of final releases. */
  private static List<Version> nearest(Candidates candidates, SpecifierSet asked) {
    List<Version> all = candidates.releases().list().stream().map(Release::version).toList();
    List<Version> finals = all.stream().filter(version -> !version.isPrerelease()).toList();
    List<Version> known = finals.isEmpty() ? all : finals;
    Map<Version, Boolean> neighbours = new TreeMap<>();
    for (Version version : known) {
      boolean above = asked.range().isEmpty() || !isBelow(version, asked);
      neighbours.put(version, above);
    }
    Version below = null;
    Version above = null;
    for (Map.Entry<Version, Boolean> entry : neighbours.entrySet()) {
      if (!entry.getValue()) {
        below = entry.getKey();
      } else if (above == null) {
        above = entry.getKey();
      }
    }
    List<Version> nearest = new ArrayList<>();
    if (below != null) {
      nearest.add(below);
    }
    if (above != null) {
      nearest.add(above);
    }
    return nearest;
  }

  /** Whether something that was asked for could come after this version. */
  private static boolean isBelow(Version version, SpecifierSet asked) {
    return !asked.and(SpecifierSet.parse(">=" + version.publicVersion())).isUnsatisfiable();
  }
}
