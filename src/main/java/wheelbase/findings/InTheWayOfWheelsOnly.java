package wheelbase.findings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import wheelbase.baseimage.BaseImage;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Wording;
import wheelbase.pep508.PackageName;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.TargetPlatform;
import wheelbase.survey.Cell;
import wheelbase.survey.TargetAnalysis;
import wheelbase.wheels.VerdictClass;

/**
 * Every package that keeps {@code --only-binary :all:} from working, with what each would need
 * instead.
 */
final class InTheWayOfWheelsOnly implements Finder {
  @Override
  public List<Diagnostic> in(Surveyed project) {
    SortedMap<PackageName, Set<TargetPlatform>> inTheWay = new TreeMap<>();
    for (TargetAnalysis analysis : project.targets().values()) {
      if (analysis.resolution().resolved().isPresent()) {
        for (PackageName name : analysis.wheelsOnly().inTheWay()) {
          inTheWay.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(analysis.target());
        }
      }
    }
    if (inTheWay.isEmpty()) {
      return List.of();
    }
    List<String> names = inTheWay.keySet().stream().map(PackageName::value).toList();
    List<String> lines = new ArrayList<>();
    lines.add(
        "with wheels only (--only-binary :all:) "
            + (names.size() == 1 ? "1 package is" : names.size() + " packages are")
            + " in the way: "
            + Wording.some(names));
    inTheWay.forEach(
        (name, targets) ->
            lines.add(
                title(project, name, targets)
                    + project.whereabouts().unlessEverywhere(targets)
                    + ": "
                    + needs(project, name, targets)));
    Diagnostic finding = Diagnostic.note("wheels-only", String.join("\n", lines));
    Set<PackageName> allowed = new TreeSet<>(inTheWay.keySet());
    return List.of(
        finding.withHint(
            "--only-binary :all: --no-binary "
                + String.join(",", allowed.stream().map(PackageName::value).toList())
                + " takes wheels of all others"));
  }

  private static List<Cell> cells(Surveyed project, PackageName name, Set<TargetPlatform> targets) {
    return project.matrix().cells().stream()
        .filter(cell -> cell.name().equals(name) && targets.contains(cell.target()))
        .toList();
  }

  private static String title(Surveyed project, PackageName name, Set<TargetPlatform> targets) {
    Set<String> titles = new LinkedHashSet<>();
    cells(project, name, targets).forEach(cell -> titles.add(cell.title()));
    return titles.isEmpty() ? name.value() : String.join(", ", titles);
  }

  private static String needs(Surveyed project, PackageName name, Set<TargetPlatform> targets) {
    List<Cell> cells = cells(project, name, targets);
    if (cells.isEmpty()) {
      return "no release that is asked for has a wheel";
    }
    Optional<Cell> compiled =
        cells.stream().filter(cell -> cell.verdict().kind().compiles()).findFirst();
    if (compiled.isPresent()) {
      boolean known =
          cells.stream().noneMatch(cell -> cell.verdict().kind() == VerdictClass.UNKNOWN);
      return "compiles; needs "
          + installed(project, name, targets)
          + (known ? "" : "; no rule says which libraries besides");
    }
    return cells.stream().allMatch(cell -> cell.verdict().kind() == VerdictClass.PURE_SDIST)
        ? "only Python: nothing but --no-binary for it"
        : "nothing of it can be built there";
  }

  /** {@code gcc libpq-dev on bookworm, trixie; gcc libpq-dev musl-dev on alpine3.24}. */
  private static String installed(Surveyed project, PackageName name, Set<TargetPlatform> targets) {
    Map<SortedSet<String>, Set<String>> byPackages = new LinkedHashMap<>();
    for (BaseImage image : project.images()) {
      SortedSet<String> packages = new TreeSet<>();
      project.matrix().cells(image).stream()
          .filter(cell -> cell.name().equals(name) && targets.contains(cell.target()))
          .filter(cell -> cell.verdict().kind().compiles())
          .forEach(cell -> packages.addAll(packages(project, cell, image.distribution())));
      if (!packages.isEmpty()) {
        byPackages
            .computeIfAbsent(packages, key -> new LinkedHashSet<>())
            .add(image.distribution().suffix());
      }
    }
    List<String> parts = new ArrayList<>();
    byPackages.forEach(
        (packages, distributions) ->
            parts.add(String.join(" ", packages) + " on " + String.join(", ", distributions)));
    return parts.isEmpty() ? "a compiler" : String.join("; ", parts);
  }

  private static List<String> packages(
      Surveyed project, Cell cell, DistributionRelease distribution) {
    List<String> packages = new ArrayList<>();
    for (Set<String> wanted : List.of(cell.needs().buildTools(), cell.needs().buildLibraries())) {
      wanted.forEach(each -> packages.addAll(project.rules().buildPackages(each, distribution)));
    }
    return packages;
  }
}
