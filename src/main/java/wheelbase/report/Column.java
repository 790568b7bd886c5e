package wheelbase.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wheelbase.Analysis;
import wheelbase.BaseAnalysis;
import wheelbase.PackageAnalysis;
import wheelbase.TargetAnalysis;
import wheelbase.baseimage.BaseImage;
import wheelbase.platform.Architecture;
import wheelbase.platform.PythonRelease;
import wheelbase.platform.TargetPlatform;
import wheelbase.wheels.Verdict;

/** A base image on one architecture: a column of every table. */
record Column(BaseImage base, Architecture architecture) {
  TargetPlatform target() {
    return base.target(architecture);
  }

  /** {@code cp313 slim-trixie amd64}. */
  String label() {
    return base.python().tag() + " " + base.variant() + " " + architecture.engineName();
  }

  Optional<Verdict> verdict(PackageAnalysis analysed) {
    return Optional.ofNullable(analysed.verdicts().get(target()));
  }

  /** The columns of an analysis, those of one base image together, in the order asked for. */
  static Map<BaseImage, List<Column>> byBase(Analysis analysis) {
    Set<TargetPlatform> targets = new LinkedHashSet<>();
    analysis.targets().stream().map(TargetAnalysis::target).forEach(targets::add);
    Map<BaseImage, List<Column>> columns = new LinkedHashMap<>();
    for (BaseImage base : images(analysis)) {
      List<Column> ofBase = new ArrayList<>();
      for (Architecture architecture : Architecture.values()) {
        Column column = new Column(base, architecture);
        if (targets.contains(column.target())) {
          ofBase.add(column);
        }
      }
      if (!ofBase.isEmpty()) {
        columns.put(base, ofBase);
      }
    }
    return columns;
  }

  private static List<BaseImage> images(Analysis analysis) {
    return analysis.bases().stream().map(BaseAnalysis::image).toList();
  }

  static List<Column> all(Analysis analysis) {
    return byBase(analysis).values().stream().flatMap(List::stream).toList();
  }

  /** What a base is called in a heading: the Python version only where there are several. */
  static String heading(BaseImage base, Analysis analysis) {
    return pythons(analysis).size() == 1
        ? base.variant()
        : base.python().series() + "-" + base.variant();
  }

  static Set<PythonRelease> pythons(Analysis analysis) {
    Set<PythonRelease> pythons = new LinkedHashSet<>();
    images(analysis).forEach(base -> pythons.add(base.python()));
    return pythons;
  }
}
