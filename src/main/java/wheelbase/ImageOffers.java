package wheelbase;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.BuildTime;
import wheelbase.baseimage.Candidate;
import wheelbase.baseimage.PackageWeight;
import wheelbase.baseimage.PinSize;
import wheelbase.baseimage.SizeEstimate;
import wheelbase.baseimage.Unusable;
import wheelbase.baseimage.VirtualEnvironment;
import wheelbase.dockerfile.PackageReason;
import wheelbase.index.PackageIndex;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;
import wheelbase.platform.Architecture;
import wheelbase.platform.Libc;
import wheelbase.platform.TargetPlatform;
import wheelbase.requirements.DeclaredRequirement;
import wheelbase.requirements.ProjectRequirements;
import wheelbase.survey.Cell;
import wheelbase.survey.ChainVerdict;
import wheelbase.survey.Matrix;
import wheelbase.survey.TargetAnalysis;
import wheelbase.syslibs.BuildDuration;
import wheelbase.syslibs.RuleBook;
import wheelbase.wheels.Reason;
import wheelbase.wheels.VerdictClass;

/**
 * Works out what the project would be on each base image: packages to install, weight, time, what
 * stands in the way.
 */
final class ImageOffers {
  private final RuleBook rules;
  private final ProjectRequirements requirements;
  private final Map<TargetPlatform, TargetAnalysis> targets;
  private final Matrix matrix;
  private final ImageWeight weight;

  ImageOffers(
      PackageIndex index,
      RuleBook rules,
      ProjectRequirements requirements,
      Map<TargetPlatform, TargetAnalysis> targets,
      Matrix matrix) {
    this.rules = rules;
    this.requirements = requirements;
    this.targets = targets;
    this.matrix = matrix;
    this.weight = new ImageWeight(index);
  }

  /** The distribution packages that the project needs on an image. */
  BaseAnalysis packages(BaseImage image) throws InterruptedException {
    DistributionPackages packages = new DistributionPackages(rules, image);
    for (Cell cell : matrix.cells(image)) {
      packages.add(cell, buildTime(cell));
    }
    List<DeclaredRequirement> asked =
        matrixTargets(image).stream()
            .flatMap(target -> requirements.on(target.markerEnvironment()).stream())
            .distinct()
            .toList();
    for (DeclaredRequirement requirement : asked) {
      if (requirement.link().map(link -> link.startsWith("git+")).orElse(false)) {
        packages.toBuild(
            "git", "to fetch " + requirement.place().file() + ":" + requirement.place().line());
      }
    }
    return packages.analysis();
  }

  private Optional<BuildDuration> buildTime(Cell cell) throws InterruptedException {
    if (!cell.verdict().kind().compiles() || cell.version().isEmpty()) {
      return Optional.empty();
    }
    Optional<BuildDuration> known = rules.buildTime(cell.name());
    return known.isPresent()
        ? known
        : Optional.of(new BuildDuration(Math.max(1, weight.buildSeconds(cell)), false));
  }

  List<Candidate> candidates(List<BaseAnalysis> bases, AnalysisRequest request)
      throws InterruptedException {
    Architecture weighed = request.architectures().get(0);
    bases.forEach(base -> weight.ask(matrix.cells(base.image(), weighed)));
    List<Candidate> candidates = new ArrayList<>();
    for (BaseAnalysis base : bases) {
      candidates.add(candidate(base, weighed));
    }
    return candidates;
  }

  private Candidate candidate(BaseAnalysis base, Architecture architecture)
      throws InterruptedException {
    BaseImage image = base.image();
    List<PinSize> pins = weight.of(matrix.cells(image, architecture));
    List<String> build = names(base.buildPackages());
    List<String> runtime = names(base.runtimePackages());
    PackageWeight runtimeWeight = PackageWeight.of(image, runtime);
    Map<String, Integer> builds = builds(base);
    List<Unusable> unusable = new ArrayList<>(unusable(image));
    if (!image.kind().hasShell()) {
      unusable.addAll(notInstallable(base));
    }
    return new Candidate(
        image,
        builds.keySet().stream().map(title -> title.split(" ")[0]).toList(),
        unusable,
        unusable.isEmpty() ? conflict(image) : Optional.empty(),
        build,
        runtime,
        SizeEstimate.of(
            image, architecture, runtimeWeight, pins, VirtualEnvironment.WITHOUT_PIP, 0),
        BuildTime.seconds(
            PackageWeight.of(image.buildStage(), build), runtimeWeight, builds.values(), pins));
  }

  /**
   * How many seconds each source build takes: those of the project's own packages by name, those
   * that come before them by name and version. pip builds a release once, and then has it in its
   * cache.
   */
  private Map<String, Integer> builds(BaseAnalysis base) {
    Map<String, Integer> builds = new TreeMap<>();
    Map<String, Integer> before = new TreeMap<>();
    Set<String> own = new HashSet<>();
    for (Cell cell : matrix.cells(base.image())) {
      Optional<CellNeeds> needs = base.needs(cell.name(), cell.target().architecture());
      needs
          .flatMap(CellNeeds::buildTime)
          .ifPresent(
              time -> {
                own.add(cell.title());
                builds.put(cell.name().value(), time.seconds());
              });
      needs
          .map(CellNeeds::builtFirst)
          .orElse(Map.of())
          .forEach((title, time) -> before.put(title, time.seconds()));
    }
    before.keySet().removeAll(own);
    builds.putAll(before);
    return builds;
  }

  private Optional<String> conflict(BaseImage image) {
    return matrixTargets(image).stream()
        .map(targets::get)
        .flatMap(target -> target.resolution().conflict().stream())
        .map(conflict -> String.join("\n", conflict.explanation()))
        .findFirst();
  }

  private List<TargetPlatform> matrixTargets(BaseImage image) {
    return targets.keySet().stream()
        .filter(target -> image.target(target.architecture()).equals(target))
        .toList();
  }

  /** Those that the user's own lines name come first: the others come with them. */
  private List<Unusable> unusable(BaseImage image) {
    Set<PackageName> named =
        requirements.requirements().stream()
            .flatMap(declared -> declared.requirement().stream())
            .map(Requirement::name)
            .collect(Collectors.toSet());
    Map<PackageName, Cell> found = new LinkedHashMap<>();
    matrix.cells(image).stream()
        .filter(cell -> cell.verdict().kind() == VerdictClass.UNUSABLE)
        .forEach(cell -> found.putIfAbsent(cell.name(), cell));
    return found.values().stream()
        .sorted(Comparator.comparing(cell -> !named.contains(cell.name())))
        .map(cell -> new Unusable(cell.title(), why(cell)))
        .toList();
  }

  /** Where nothing can be installed, what a package loads or runs must be there already. */
  private List<Unusable> notInstallable(BaseAnalysis base) {
    Map<PackageName, Unusable> found = new LinkedHashMap<>();
    for (Cell cell : matrix.cells(base.image())) {
      SortedSet<String> lacking =
          base.needs(cell.name(), cell.target().architecture())
              .map(CellNeeds::runtimePackages)
              .orElse(Collections.emptySortedSet());
      if (!lacking.isEmpty()) {
        String needs = String.join(", ", lacking);
        found.putIfAbsent(
            cell.name(),
            new Unusable(
                cell.title(),
                "needs " + needs + ", and nothing can be installed in " + base.image().variant()));
      }
    }
    return List.copyOf(found.values());
  }

  /** What goes on after the package's name. */
  private static String why(Cell cell) {
    List<Reason> reasons = cell.verdict().reasons();
    Optional<Reason> impossible = cell.verdict().reason("impossible-there");
    if (impossible.isPresent()) {
      return "cannot work there: " + impossible.get().message();
    }
    Optional<Reason> fails = cell.verdict().reason(ChainVerdict.FAILS);
    if (fails.isPresent()) {
      return "cannot be built there: " + fails.get().message();
    }
    String nearest = reasons.isEmpty() ? "" : reasons.get(0).id();
    String sdist =
        reasons.stream().anyMatch(reason -> reason.message().endsWith("no sdist"))
            ? " and no sdist"
            : "";
    return switch (nearest) {
      case "libc-kind" ->
          "has no "
              + (cell.target().libc().kind() == Libc.Kind.MUSL ? "musllinux" : "manylinux")
              + " wheel"
              + sdist;
      case "libc-too-old" -> "has no wheel for " + cell.target().libc() + sdist;
      case "python", "abi", "requires-python" ->
          "has no wheel for Python " + cell.target().python().series() + sdist;
      case "architecture" ->
          "has no " + cell.target().architecture().engineName() + " wheel" + sdist;
      default -> "has no file that fits" + sdist;
    };
  }

  private static List<String> names(List<PackageReason> packages) {
    return packages.stream().map(PackageReason::distributionPackage).distinct().toList();
  }
}
