package wheelbase.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wheelbase.baseimage.Catalogue;
import wheelbase.platform.TargetPlatform;
import wheelbase.resolver.Conflict;
import wheelbase.resolver.Resolver;
import wheelbase.resolver.Step;
import wheelbase.wheels.ConflictCures;
import wheelbase.wheels.Cure;

/** The ways out of every conflict, each sought once for all the targets that have it. */
public final class ConflictRemedies {
  /** A project with more conflicts than these needs another base, not cures. */
  private static final int CONFLICTS_TREATED = 3;

  private final Resolver resolver;
  private final TargetResolver resolving;
  private final Catalogue catalogue;

  public ConflictRemedies(Resolver resolver, TargetResolver resolving, Catalogue catalogue) {
    this.resolver = resolver;
    this.resolving = resolving;
    this.catalogue = catalogue;
  }

  /** For each conflict at most three, in the order in which a user can act. */
  public List<Cure> cures(Map<TargetPlatform, TargetAnalysis> targets) throws InterruptedException {
    boolean metSomewhere =
        targets.values().stream().anyMatch(each -> each.resolution().resolved().isPresent());
    Map<List<String>, Conflict> conflicts = new LinkedHashMap<>();
    Map<List<String>, List<TargetPlatform>> where = new LinkedHashMap<>();
    targets.forEach(
        (target, analysis) ->
            analysis
                .resolution()
                .conflict()
                .filter(conflict -> !metSomewhere || !lacksFiles(conflict))
                .ifPresent(
                    conflict -> {
                      List<String> story = conflict.explanation();
                      conflicts.putIfAbsent(story, conflict);
                      where.computeIfAbsent(story, any -> new ArrayList<>()).add(target);
                    }));
    List<Cure> cures = new ArrayList<>();
    for (List<String> story : conflicts.keySet().stream().limit(CONFLICTS_TREATED).toList()) {
      Conflict conflict = conflicts.get(story);
      List<TargetPlatform> there = where.get(story);
      cures.addAll(
          ConflictCures.of(
              resolver,
              resolving::request,
              resolving::resolve,
              conflict,
              there,
              dependsOnPython(conflict) ? otherPythons(there.get(0)) : List.of()));
    }
    return cures;
  }

  /** Then another base is the way out, and the recommendation says so. */
  private static boolean lacksFiles(Conflict conflict) {
    return conflict.story().stream()
        .anyMatch(
            step -> step instanceof Step.Unfit unfit && unfit.why() instanceof Step.Why.NoFileFits);
  }

  private static boolean dependsOnPython(Conflict conflict) {
    return lacksFiles(conflict)
        || conflict.story().stream()
            .anyMatch(
                step ->
                    step instanceof Step.Unfit unfit
                        && unfit.why() instanceof Step.Why.OtherPython);
  }

  /** The nearest first, of equally near ones the newer. */
  private List<TargetPlatform> otherPythons(TargetPlatform target) {
    int minor = target.python().minor();
    return catalogue.images().stream()
        .filter(image -> image.distribution().libc().equals(target.libc()))
        .map(image -> image.target(target.architecture()))
        .distinct()
        .filter(other -> other.python().minor() != minor)
        .sorted(
            Comparator.comparingInt(
                    (TargetPlatform other) -> Math.abs(other.python().minor() - minor))
                .thenComparing(TargetPlatform::python, Comparator.reverseOrder()))
        .toList();
  }
}
