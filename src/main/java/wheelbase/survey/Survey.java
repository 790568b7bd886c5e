package wheelbase.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import wheelbase.baseimage.BaseImage;
import wheelbase.buildsystem.BuildEnvironment;
import wheelbase.index.Answers;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Architecture;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.TargetPlatform;
import wheelbase.reading.ReadFromSdist;
import wheelbase.reading.ReadFromWheel;
import wheelbase.resolver.Pin;
import wheelbase.resolver.Resolved;
import wheelbase.syslibs.Artifact;
import wheelbase.syslibs.InstallCase;
import wheelbase.syslibs.LibraryNeeds;
import wheelbase.syslibs.RuleBook;
import wheelbase.wheels.Verdict;
import wheelbase.wheels.VerdictClass;
import wheelbase.wheels.VerdictJudge;

/**
 * Judges every package on every base image and architecture. Where the requirements cannot be met
 * on a target, the releases of a neighbouring target are held against it: that shows what stands in
 * the way (torch on musl).
 */
public final class Survey {
  private final VerdictJudge judge;
  private final RuleBook rules;
  private final Readings readings;
  private final SourceBuilds builds;
  private final ProgressListener progress;
  private final Map<TargetPlatform, Resolved> resolved = new LinkedHashMap<>();
  private final Map<TargetPlatform, Map<PackageName, CompletableFuture<Verdict>>> verdicts =
      new HashMap<>();
  private final Set<TargetPlatform> told = new HashSet<>();
  private final Map<Column, List<CompletableFuture<Cell>>> columns = new HashMap<>();

  private record Column(BaseImage image, Architecture architecture) {}

  /** Begins to judge: everything is asked for at once. */
  public Survey(
      VerdictJudge judge,
      RuleBook rules,
      Readings readings,
      SourceBuilds builds,
      Map<TargetPlatform, TargetAnalysis> targets,
      ProgressListener progress) {
    this.judge = judge;
    this.rules = rules;
    this.readings = readings;
    this.builds = builds;
    this.progress = progress;
    targets.forEach(
        (target, analysis) ->
            analysis.resolution().resolved().ifPresent(each -> resolved.put(target, each)));
    targets.keySet().forEach(target -> verdicts.put(target, judgeAll(target)));
  }

  /** Asks for everything at once: an sdist has to be looked into, and that is a request each. */
  private Map<PackageName, CompletableFuture<Verdict>> judgeAll(TargetPlatform target) {
    Map<PackageName, CompletableFuture<Verdict>> all = new LinkedHashMap<>();
    for (Pin pin : reference(target).map(Resolved::pins).map(Map::values).orElse(List.of())) {
      boolean own = resolved.containsKey(target);
      all.put(
          pin.name(),
          own || pin.version().isEmpty()
              ? judge.judge(pin, target)
              : judge.judge(pin.name(), pin.version().get(), target));
    }
    return all;
  }

  /** The target's own resolution, else that of the nearest target that has one. */
  private Optional<Resolved> reference(TargetPlatform target) {
    return Optional.ofNullable(resolved.get(target))
        .or(
            () ->
                resolved.keySet().stream()
                    .min(Comparator.comparingInt(other -> distance(target, other)))
                    .map(resolved::get));
  }

  private static int distance(TargetPlatform one, TargetPlatform other) {
    return (one.python().series().equals(other.python().series())
            ? 0
            : 4 + Math.abs(one.python().minor() - other.python().minor()))
        + (one.architecture() == other.architecture() ? 0 : 2)
        + (one.libc().equals(other.libc()) ? 0 : 1);
  }

  /** Begins to reckon in what the image's distribution has; {@link #cells} waits for it. */
  void begin(BaseImage image, Architecture architecture) {
    TargetPlatform target = image.target(architecture);
    Map<PackageName, CompletableFuture<Verdict>> judged = verdicts.get(target);
    // Images of one release share their targets: what is told of one holds for the others.
    boolean tells = told.add(target);
    List<CompletableFuture<Cell>> cells = new ArrayList<>();
    for (Pin pin : reference(target).map(Resolved::pins).map(Map::values).orElse(List.of())) {
      cells.add(
          judged
              .get(pin.name())
              .thenCompose(verdict -> cell(pin, verdict, target, image, judged.keySet()))
              .thenApply(cell -> tells ? toldOf(cell) : cell));
    }
    columns.put(new Column(image, architecture), cells);
  }

  private Cell toldOf(Cell cell) {
    progress.happened(
        new ProgressEvent.Judged(
            cell.target(), cell.name(), cell.version(), cell.verdict().kind()));
    return cell;
  }

  /** Every package there, sorted by name. */
  List<Cell> cells(BaseImage image, Architecture architecture) throws InterruptedException {
    List<Cell> cells = new ArrayList<>();
    for (CompletableFuture<Cell> cell : columns.get(new Column(image, architecture))) {
      cells.add(Answers.await(cell));
    }
    return cells;
  }

  private CompletableFuture<Cell> cell(
      Pin pin,
      Verdict verdict,
      TargetPlatform target,
      BaseImage image,
      Set<PackageName> installed) {
    Version version = pin.version().orElse(Version.parse("0"));
    InstallCase asked =
        new InstallCase(
            version, artifact(verdict), target, image.distribution(), installed, Set.of());
    LibraryNeeds needs = rules.needs(pin.name(), asked);
    CompletableFuture<Reckoned> reckoned;
    if (rules.speaksOf(pin.name(), asked)) {
      reckoned = CompletableFuture.completedFuture(Reckoned.ruled(needs, verdict));
    } else {
      reckoned = read(pin, version, verdict, target, image.distribution(), needs);
    }
    return reckoned.thenApply(found -> cell(pin, target, image, found));
  }

  /** With what is read of its file, where that is worth it; else as the rules have it. */
  private CompletableFuture<Reckoned> read(
      Pin pin,
      Version version,
      Verdict verdict,
      TargetPlatform target,
      DistributionRelease release,
      LibraryNeeds needs) {
    Reckoned without = Reckoned.ruled(needs, verdict);
    if (verdict.kind() == VerdictClass.WHEEL) {
      return readings
          .wheels()
          .of(pin.name(), version, target)
          .thenApply(found -> found.map(each -> ReadFromWheel.of(each, release, rules)))
          .thenApply(read -> read.map(each -> Reckoned.read(each, needs, verdict)).orElse(without));
    }
    if (verdict.kind() == VerdictClass.SOURCE_BUILD && verdict.file().isPresent()) {
      String file = verdict.file().get();
      return readings
          .sources()
          .of(file)
          .thenApply(
              found ->
                  found.map(
                      each ->
                          ReadFromSdist.of(
                              file,
                              each.needs(),
                              each.complete(),
                              release,
                              rules,
                              needs.buildTools())))
          .thenApply(read -> read.map(each -> Reckoned.read(each, needs, verdict)).orElse(without));
    }
    return CompletableFuture.completedFuture(without);
  }

  private Cell cell(Pin pin, TargetPlatform target, BaseImage image, Reckoned reckoned) {
    boolean own = resolved.containsKey(target);
    Optional<BuildEnvironment> build =
        own ? builds.of(pin.name(), target, image.distribution()) : Optional.empty();
    Cell alone =
        new Cell(
            pin.name(),
            target,
            pin.version(),
            own ? Optional.of(pin) : Optional.empty(),
            reckoned.verdict(),
            reckoned.needs(),
            reckoned.read(),
            build);
    return build
        .map(each -> alone.as(ChainVerdict.of(alone, each, builds::rulesOutWheels)))
        .orElse(alone);
  }

  private static Artifact artifact(Verdict verdict) {
    return switch (verdict.kind()) {
      case SOURCE_BUILD -> Artifact.SDIST;
      case PURE_SDIST -> Artifact.PURE_SDIST;
      default -> Artifact.WHEEL;
    };
  }
}
