package wheelbase.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wheelbase.baseimage.Catalogue;
import wheelbase.diagnostic.Wording;
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
import wheelbase.wheels.Trials;
import wheelbase.wheels.VerdictClass;

/** What ails the project on some target, and what would help. */
public final class Remedies {
  /**
   * Trying takes a resolution each; a project with more ailments than these needs another base, not
   * cures.
   */
  private static final int AILMENTS_TREATED = 12;

  private final PackageIndex index;
  private final Resolver resolver;
  private final TargetResolver resolving;
  private final RuleBook rules;
  private final Catalogue catalogue;
  private final Patience patience;
  private final ProgressListener progress;

  /**
   * What was found.
   *
   * @param cures those that change least first
   * @param untried the packages for which the time did not suffice
   */
  public record Found(List<Cure> cures, List<PackageName> untried) {
    public Found {
      cures = List.copyOf(cures);
      untried = List.copyOf(untried);
    }
  }

  public Remedies(
      PackageIndex index,
      Resolver resolver,
      TargetResolver resolving,
      RuleBook rules,
      Catalogue catalogue,
      Patience patience,
      ProgressListener progress) {
    this.index = index;
    this.resolver = resolver;
    this.resolving = resolving;
    this.rules = rules;
    this.catalogue = catalogue;
    this.patience = patience;
    this.progress = progress;
  }

  /**
   * Over all targets on which both resolutions exist. Where some package has no wheel at all, it
   * keeps its sdist, and the others are taken as wheels.
   *
   * @param index whose pages were asked for before
   */
  public static List<Downgrade> downgrades(
      Map<TargetPlatform, TargetAnalysis> targets, PackageIndex index) throws InterruptedException {
    List<Downgrade> all = new ArrayList<>();
    for (TargetAnalysis analysis : targets.values()) {
      Optional<Resolved> any = analysis.resolution().resolved();
      Optional<Resolved> wheelsOnly = analysis.wheelsOnly().lenient().resolved();
      if (any.isPresent() && wheelsOnly.isPresent()) {
        all.addAll(Downgrade.between(analysis.target(), any.get(), wheelsOnly.get(), index));
      }
    }
    return all;
  }

  /**
   * For every package that compiles or is unusable somewhere, the changes that were seen to help.
   */
  public Found cures(Matrix matrix, Set<TargetPlatform> targets) throws InterruptedException {
    List<Ailment> all = ailments(matrix);
    List<Ailment> ailments = all.subList(0, Math.min(AILMENTS_TREATED, all.size()));
    CureFinder finder =
        new CureFinder(
            index,
            new Trials(resolver, resolving::request, resolving::resolve, List.copyOf(targets)),
            ailments);
    OtherTargets elsewhere = new OtherTargets(resolving, catalogue, targets);
    Tally tally = new Tally(progress);
    Map<Ailment, Optional<List<Cure>>> found =
        TargetResolver.sideBySide(
            ailments,
            ailment -> {
              Optional<List<Cure>> cures = cures(ailment, finder, elsewhere);
              tally.tell(
                  done ->
                      new ProgressEvent.CuresSought(
                          ailment.name(), cures.orElse(List.of()), done, ailments.size()));
              return cures;
            });
    List<PackageName> untried = new ArrayList<>();
    found.forEach(
        (ailment, cures) -> {
          if (cures.isEmpty()) {
            untried.add(ailment.name());
          }
        });
    List<Cure> cures =
        new ArrayList<>(
            merged(
                found.values().stream().flatMap(Optional::stream).flatMap(List::stream).toList()));
    if (all.size() == ailments.size()) {
      cures.addAll(together(all, cures, finder, targets));
    }
    cures.sort(null);
    return new Found(cures, untried);
  }

  /** Empty where there is no time left. */
  private Optional<List<Cure>> cures(Ailment ailment, CureFinder finder, OtherTargets elsewhere)
      throws InterruptedException {
    if (patience.isOver()) {
      return Optional.empty();
    }
    List<Cure> cures = new ArrayList<>();
    finder.otherVersion(ailment).ifPresent(cures::add);
    for (Twin twin : rules.twins(ailment.name())) {
      finder.twin(ailment, twin.name(), twin.caveat()).ifPresent(cures::add);
    }
    cures.addAll(elsewhere.cures(ailment));
    return Optional.of(cures);
  }

  /** What cures several packages is said once. */
  private static List<Cure> merged(List<Cure> cures) {
    Map<Treatment, Cure> byTreatment = new LinkedHashMap<>();
    cures.forEach(cure -> byTreatment.merge(cure.treatment(), cure, Cure::and));
    return List.copyOf(byTreatment.values());
  }

  /** Edits that free whole releases of distributions from everything that ails there. */
  private List<Cure> together(
      List<Ailment> ailments, List<Cure> cures, CureFinder finder, Set<TargetPlatform> targets)
      throws InterruptedException {
    Map<List<Cure>, List<DistributionRelease>> freed = new LinkedHashMap<>();
    for (DistributionRelease distribution : DistributionRelease.SUPPORTED) {
      edits(ailments, cures, on(distribution, targets))
          .filter(edits -> edits.size() > 1)
          .ifPresent(
              edits -> freed.computeIfAbsent(edits, any -> new ArrayList<>()).add(distribution));
    }
    List<Cure> found = new ArrayList<>();
    for (List<Cure> edits : freed.keySet()) {
      List<TargetPlatform> there =
          freed.get(edits).stream().flatMap(each -> on(each, targets).stream()).distinct().toList();
      if (!patience.isOver()) {
        finder.together(edits, there, clean(freed.get(edits))).ifPresent(found::add);
      }
    }
    return found;
  }

  private static List<TargetPlatform> on(
      DistributionRelease distribution, Set<TargetPlatform> targets) {
    return targets.stream().filter(target -> target.libc().equals(distribution.libc())).toList();
  }

  /** {@code Alpine gets clean}, {@code trixie, bookworm and Alpine get clean}. */
  private static String clean(List<DistributionRelease> distributions) {
    List<String> names =
        distributions.stream()
            .map(each -> each.isAlpine() ? "Alpine" : each.suffix())
            .distinct()
            .toList();
    return Wording.list(names) + (names.size() == 1 ? " gets clean" : " get clean");
  }

  /** One edit for each package that ails on these targets; empty where one of them has none. */
  private static Optional<List<Cure>> edits(
      List<Ailment> ailments, List<Cure> cures, List<TargetPlatform> there) {
    Set<Cure> edits = new LinkedHashSet<>();
    for (Ailment ailment : ailments) {
      List<TargetPlatform> ailing = ailment.targets().stream().filter(there::contains).toList();
      Optional<Cure> edit =
          cures.stream()
              .filter(cure -> !cure.treatment().edits().isEmpty())
              .filter(cure -> cure.cures(ailment.name()) && cure.targets().containsAll(ailing))
              .sorted()
              .findFirst();
      if (!ailing.isEmpty() && edit.isEmpty()) {
        return Optional.empty();
      }
      if (!ailing.isEmpty()) {
        edits.add(edit.get());
      }
    }
    return Optional.of(List.copyOf(edits));
  }

  /** A package that has a wheel and cannot work all the same is not helped by another file. */
  private static List<Ailment> ailments(Matrix matrix) {
    Map<PackageName, Map<TargetPlatform, Cell>> ailing = new LinkedHashMap<>();
    for (Cell cell : matrix.cells()) {
      VerdictClass kind = cell.verdict().kind();
      boolean wheel = cell.verdict().file().filter(file -> file.endsWith(".whl")).isPresent();
      if (cell.version().isPresent()
          && !wheel
          && (kind.compiles() || kind == VerdictClass.UNUSABLE)) {
        ailing
            .computeIfAbsent(cell.name(), unused -> new LinkedHashMap<>())
            .putIfAbsent(cell.target(), cell);
      }
    }
    return ailing.entrySet().stream()
        .map(
            entry ->
                new Ailment(
                    entry.getKey(),
                    entry.getValue().values().iterator().next().version().orElseThrow(),
                    List.copyOf(entry.getValue().keySet())))
        .toList();
  }
}
