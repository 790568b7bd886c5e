package wheelbase.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import wheelbase.baseimage.BaseImage;
import wheelbase.buildsystem.BuildEnvironment;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Architecture;
import wheelbase.platform.TargetPlatform;
import wheelbase.reading.ReadNeeds;
import wheelbase.wheels.Verdict;

/** Every package on every base image and architecture. */
public final class Matrix {
  private final Map<BaseImage, Map<Architecture, List<Cell>>> cells;

  private Matrix(Map<BaseImage, Map<Architecture, List<Cell>>> cells) {
    this.cells = cells;
  }

  public static Matrix of(List<BaseImage> images, List<Architecture> architectures, Survey survey)
      throws InterruptedException {
    images.forEach(
        image -> architectures.forEach(architecture -> survey.begin(image, architecture)));
    Map<BaseImage, Map<Architecture, List<Cell>>> cells = new LinkedHashMap<>();
    for (BaseImage image : images) {
      Map<Architecture, List<Cell>> row = new LinkedHashMap<>();
      for (Architecture architecture : architectures) {
        row.put(architecture, survey.cells(image, architecture));
      }
      cells.put(image, row);
    }
    return new Matrix(cells);
  }

  public List<Cell> cells() {
    return cells.keySet().stream().flatMap(image -> cells(image).stream()).toList();
  }

  /** Over all architectures. */
  public List<Cell> cells(BaseImage image) {
    return cells.get(image).values().stream().flatMap(List::stream).toList();
  }

  public List<Cell> cells(BaseImage image, Architecture architecture) {
    return cells.get(image).get(architecture);
  }

  /** One row for each package, sorted by name. */
  public List<PackageAnalysis> packages(RequirementPaths paths) {
    SortedMap<PackageName, List<Cell>> rows = new TreeMap<>();
    cells()
        .forEach(cell -> rows.computeIfAbsent(cell.name(), unused -> new ArrayList<>()).add(cell));
    List<PackageAnalysis> packages = new ArrayList<>();
    rows.forEach((name, row) -> packages.add(row(name, row, paths)));
    return packages;
  }

  private static PackageAnalysis row(PackageName name, List<Cell> row, RequirementPaths paths) {
    Map<TargetPlatform, Version> versions = new LinkedHashMap<>();
    Map<TargetPlatform, Verdict> verdicts = new LinkedHashMap<>();
    Map<TargetPlatform, ReadNeeds> read = new LinkedHashMap<>();
    Map<TargetPlatform, BuildEnvironment> builds = new LinkedHashMap<>();
    for (Cell cell : row) {
      cell.read().ifPresent(needs -> read.putIfAbsent(cell.target(), needs));
      cell.version().ifPresent(version -> versions.putIfAbsent(cell.target(), version));
      verdicts.putIfAbsent(cell.target(), cell.verdict());
      cell.build().ifPresent(build -> builds.putIfAbsent(cell.target(), build));
    }
    TreeSet<String> build = new TreeSet<>();
    TreeSet<String> run = new TreeSet<>();
    for (Cell cell : row) {
      build.addAll(cell.needs().buildLibraries());
      run.addAll(cell.needs().runLibraries());
      run.addAll(cell.needs().executables());
    }
    return new PackageAnalysis(
        name,
        versions,
        paths.to(name),
        verdicts,
        build,
        run,
        distinct(row, cell -> cell.needs().evidence()),
        distinct(row, cell -> cell.needs().hints()),
        read,
        builds);
  }

  private static List<String> distinct(List<Cell> row, Function<Cell, List<String>> lines) {
    return row.stream().flatMap(cell -> lines.apply(cell).stream()).distinct().toList();
  }
}
