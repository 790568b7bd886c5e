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
import wheelbase.baseimage.BaseImage;
import wheelbase.platform.Architecture;
import wheelbase.platform.PythonRelease;
import wheelbase.platform.TargetPlatform;
import wheelbase.survey.PackageAnalysis;
import wheelbase.survey.TargetAnalysis;
import wheelbase.survey.Whereabouts;
import wheelbase.wheels.Verdict;

/** A base image on one architecture: a column of every table. */
public record Column(BaseImage base, Architecture architecture) {
  public TargetPlatform target() {
    return base.target(architecture);
  }

  /** {@code cp313 slim-trixie amd64}. */
  public String label() {
    return base.python().tag() + " " + base.variant() + " " + architecture.engineName();
  }

  public Optional<Verdict> verdict(PackageAnalysis analysed) {
    return Optional.ofNullable(analysed.verdicts().get(target()));
  }

  /** The columns of an analysis, those of one base image together, in the order asked for. */
  public static Map<BaseImage, List<Column>> byBase(Analysis analysis) {
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

  public static List<Column> all(Analysis analysis) {
    return byBase(analysis).values().stream().flatMap(List::stream).toList();
  }

  /** What a base is called in a heading: the Python version only where there are several. */
  public static String heading(BaseImage base, Analysis analysis) {
    return new Whereabouts(images(analysis), List.of()).heading(base);
  }

  public static Set<PythonRelease> pythons(Analysis analysis) {
    Set<PythonRelease> pythons = new LinkedHashSet<>();
    images(analysis).forEach(base -> pythons.add(base.python()));
    return pythons;
  }

  /** {@code everywhere}, {@code on alpine3.24}, {@code on slim-trixie, slim-bookworm for arm64}. */
  public static String where(List<Column> where, Analysis analysis) {
    return new Whereabouts(
            images(analysis), analysis.targets().stream().map(TargetAnalysis::target).toList())
        .of(where.stream().map(Column::target).toList());
  }
}
