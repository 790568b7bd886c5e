package wheelbase.survey;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import wheelbase.diagnostic.Blame;
import wheelbase.pep508.PackageName;
import wheelbase.platform.TargetPlatform;
import wheelbase.resolver.Resolved;
import wheelbase.resolver.RootRequirement;

/** How each package came in: from the user's lines down the dependencies, by the shortest way. */
public final class RequirementPaths {
  /** More lines than these ask for the most common packages; naming them all helps nobody. */
  private static final int LINES_NAMED = 5;

  private static final Comparator<RequirementPath> SHORTEST_FIRST =
      Comparator.<RequirementPath>comparingInt(path -> path.steps().size())
          .thenComparing(path -> path.line().place().file())
          .thenComparingInt(path -> path.line().place().line())
          .thenComparing(path -> path.names().toString());

  private final Map<TargetPlatform, DependencyWalk> pins = new LinkedHashMap<>();
  private final Map<TargetPlatform, DependencyWalk> wheelsOnly = new LinkedHashMap<>();

  /**
   * @param roots the user's lines; those whose marker does not hold on a target lead nowhere there
   */
  public RequirementPaths(
      List<RootRequirement> roots, Map<TargetPlatform, TargetAnalysis> targets) {
    targets.forEach(
        (target, analysis) -> {
          walk(roots, target, analysis.resolution().resolved(), pins);
          walk(roots, target, analysis.wheelsOnly().lenient().resolved(), wheelsOnly);
        });
  }

  private static void walk(
      List<RootRequirement> roots,
      TargetPlatform target,
      Optional<Resolved> resolved,
      Map<TargetPlatform, DependencyWalk> walks) {
    resolved.ifPresent(pins -> walks.put(target, new DependencyWalk(roots, target, pins)));
  }

  /** The shortest path from each of the user's lines, over all targets: shortest first, a few. */
  public List<RequirementPath> to(PackageName name) {
    Collection<RequirementPath> byLine =
        pins.values().stream()
            .flatMap(walk -> walk.to(name).stream())
            .collect(
                Collectors.toMap(
                    RequirementPath::place,
                    path -> path,
                    RequirementPaths::shorter,
                    LinkedHashMap::new))
            .values();
    return byLine.stream().sorted(SHORTEST_FIRST).limit(LINES_NAMED).toList();
  }

  /**
   * The shortest path on a target: to what pip takes there, else to what it takes of wheels only,
   * else to what it takes on another target. Empty where nothing asks for the package.
   */
  public Optional<RequirementPath> shortest(PackageName name, TargetPlatform target) {
    return on(target, pins, name)
        .or(() -> on(target, wheelsOnly, name))
        .or(() -> to(name).stream().findFirst());
  }

  /** As {@link #shortest}, in the form that a diagnostic carries; empty where there is none. */
  public List<Blame> blame(PackageName name, TargetPlatform target) {
    return shortest(name, target).map(RequirementPath::blame).orElse(List.of());
  }

  /** The shortest over all targets; empty where nothing asks for the package. */
  public List<Blame> blame(PackageName name) {
    return to(name).stream().findFirst().map(RequirementPath::blame).orElse(List.of());
  }

  private static Optional<RequirementPath> on(
      TargetPlatform target, Map<TargetPlatform, DependencyWalk> walks, PackageName name) {
    return Optional.ofNullable(walks.get(target))
        .flatMap(walk -> walk.to(name).stream().min(SHORTEST_FIRST));
  }

  private static RequirementPath shorter(RequirementPath one, RequirementPath other) {
    return other.steps().size() < one.steps().size() ? other : one;
  }
}
