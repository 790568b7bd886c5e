package wheelbase.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import wheelbase.baseimage.Catalogue;
import wheelbase.index.PackageIndex;
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

  private final PackageIndex index;
  private final Resolver resolver;
  private final TargetResolver resolving;
  private final Catalogue catalogue;

  public ConflictRemedies(
      PackageIndex index, Resolver resolver, TargetResolver resolving, Catalogue catalogue) {
    this.index = index;
    this.resolver = resolver;
    this.resolving = resolving;
    this.catalogue = catalogue;
  }

  /** For each conflict at most three, in the order in which a user can act. */
  public List<Cure> cures(Map<TargetPlatform, TargetAnalysis> targets) throws InterruptedException {
    boolean metSomewhere =
        targets.values().stream().anyMatch(each -> each.resolution().resolved().isPresent());
    List<SharedConflict> conflicts =
        SharedConflict.among(targets.values()).stream()
            .filter(shared -> !metSomewhere || !lacksFiles(shared.conflict()))
            .limit(CONFLICTS_TREATED)
            .toList();
    List<Cure> cures = new ArrayList<>();
    for (SharedConflict shared : conflicts) {
      List<TargetPlatform> others =
          dependsOnPython(shared.conflict()) ? otherPythons(shared.targets().get(0)) : List.of();
      cures.addAll(
          ConflictCures.of(
              index,
              resolver,
              resolving::request,
              resolving::resolve,
              shared.conflict(),
              shared.targets(),
              others));
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
