package wheelbase.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.Catalogue;
import wheelbase.index.PackageIndex;
import wheelbase.pep508.PackageName;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.TargetPlatform;
import wheelbase.resolver.Resolved;
import wheelbase.resolver.Resolver;
import wheelbase.syslibs.RuleBook;
import wheelbase.syslibs.Twin;
import wheelbase.wheels.Ailment;
import wheelbase.wheels.Cure;
import wheelbase.wheels.CureFinder;
import wheelbase.wheels.Downgrade;
import wheelbase.wheels.Treatment;
import wheelbase.wheels.VerdictClass;

/** What ails the project on some target, and what would help. */
public final class Remedies {
  /**
   * Trying takes a resolution each; a project with more ailments than these needs another base, not
   * cures.
   */
  private static final int AILMENTS_TREATED = 12;

  private final CureFinder finder;
  private final RuleBook rules;
  private final Catalogue catalogue;
  private final ProgressListener progress;

  public Remedies(
      PackageIndex index,
      Resolver resolver,
      TargetResolver resolving,
      RuleBook rules,
      Catalogue catalogue,
      ProgressListener progress) {
    this.finder = new CureFinder(index, resolver, resolving::request, resolving::resolve);
    this.rules = rules;
    this.catalogue = catalogue;
    this.progress = progress;
  }

  /** Over all targets on which both resolutions exist. */
  public static List<Downgrade> downgrades(Map<TargetPlatform, TargetAnalysis> targets) {
    List<Downgrade> all = new ArrayList<>();
    targets.forEach(
        (target, analysis) -> {
          Optional<Resolved> any = analysis.resolution().resolved();
          Optional<Resolved> wheelsOnly = analysis.wheelsOnly().strict().resolved();
          if (any.isPresent() && wheelsOnly.isPresent()) {
            all.addAll(Downgrade.between(target, any.get(), wheelsOnly.get()));
          }
        });
    return all;
  }

  /**
   * For every package that compiles or is unusable somewhere, the changes that were seen to help.
   */
  public List<Cure> cures(Matrix matrix, Map<TargetPlatform, TargetAnalysis> targets)
      throws InterruptedException {
    List<Ailment> ailments = ailments(matrix);
    Tally tally = new Tally(progress);
    return TargetResolver.sideBySide(
            ailments,
            ailment -> {
              List<Cure> cures = cures(ailment, targets);
              tally.tell(
                  done ->
                      new ProgressEvent.CuresSought(ailment.name(), cures, done, ailments.size()));
              return cures;
            })
        .values()
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private List<Cure> cures(Ailment ailment, Map<TargetPlatform, TargetAnalysis> targets)
      throws InterruptedException {
    List<Cure> cures = new ArrayList<>();
    finder.otherVersion(ailment).ifPresent(cures::add);
    for (Twin twin : rules.twins(ailment.name())) {
      finder.twin(ailment, twin.name(), twin.caveat()).ifPresent(cures::add);
    }
    elsewhere(ailment, targets).ifPresent(cures::add);
    return cures;
  }

  private List<Ailment> ailments(Matrix matrix) {
    Map<PackageName, Map<TargetPlatform, Cell>> ailing = new LinkedHashMap<>();
    for (Cell cell : matrix.cells()) {
      VerdictClass kind = cell.verdict().kind();
      if (cell.version().isPresent() && (kind.compiles() || kind == VerdictClass.UNUSABLE)) {
        ailing
            .computeIfAbsent(cell.name(), unused -> new LinkedHashMap<>())
            .putIfAbsent(cell.target(), cell);
      }
    }
    return ailing.entrySet().stream()
        .limit(AILMENTS_TREATED)
        .map(
            entry ->
                new Ailment(
                    entry.getKey(),
                    entry.getValue().values().iterator().next().version().orElseThrow(),
                    List.copyOf(entry.getValue().keySet())))
        .toList();
  }

  /** Another Python, the nearest first, then another release of the same distribution family. */
  private Optional<Cure> elsewhere(Ailment ailment, Map<TargetPlatform, TargetAnalysis> targets)
      throws InterruptedException {
    TargetPlatform target = ailment.targets().get(0);
    for (TargetPlatform other : otherPythons(target)) {
      Optional<Cure> cure =
          finder.elsewhere(
              ailment,
              other,
              "other-python",
              "Python " + other.python().series(),
              new Treatment.OtherPython(other.python().series()));
      if (cure.isPresent()) {
        return cure;
      }
    }
    for (TargetPlatform other : targets.keySet()) {
      boolean release =
          other.python().equals(target.python())
              && other.architecture() == target.architecture()
              && other.libc().kind() == target.libc().kind()
              && !ailment.targets().contains(other);
      if (release) {
        Optional<Cure> cure =
            finder.elsewhere(
                ailment,
                other,
                "other-release",
                "a base with " + other.libc(),
                new Treatment.OtherRelease(distribution(other)));
        if (cure.isPresent()) {
          return cure;
        }
      }
    }
    return Optional.empty();
  }

  /** The catalogue's order decides where two releases share a libc. */
  private DistributionRelease distribution(TargetPlatform target) {
    return catalogue.images().stream()
        .map(BaseImage::distribution)
        .filter(distribution -> distribution.libc().equals(target.libc()))
        .findFirst()
        .orElseThrow();
  }

  private List<TargetPlatform> otherPythons(TargetPlatform target) {
    return catalogue.images().stream()
        .filter(image -> image.distribution().libc().equals(target.libc()))
        .map(image -> image.target(target.architecture()))
        .distinct()
        .filter(other -> Math.abs(other.python().minor() - target.python().minor()) == 1)
        .sorted((one, other) -> one.python().compareTo(other.python()))
        .toList();
  }
}
