package wheelbase.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import wheelbase.Analysis;
import wheelbase.TargetAnalysis;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.Candidate;
import wheelbase.platform.TargetPlatform;

/**
 * The targets on which the requirements cannot be met, and why; those with one reason together. Of
 * a base that lacks a package altogether the recommendation has said why.
 */
final class ConflictText {
  private ConflictText() {}

  static void put(Page page, Analysis analysis) {
    Map<List<String>, Set<TargetPlatform>> targets = new LinkedHashMap<>();
    Set<TargetPlatform> explained = explained(analysis);
    for (TargetAnalysis analysed : analysis.targets()) {
      if (explained.contains(analysed.target())) {
        continue;
      }
      analysed
          .resolution()
          .conflict()
          .ifPresent(
              conflict ->
                  targets
                      .computeIfAbsent(conflict.explanation(), key -> new LinkedHashSet<>())
                      .add(analysed.target()));
    }
    targets.forEach(
        (explanation, where) -> {
          page.blank()
              .paragraph(
                  0,
                  "",
                  2,
                  Ink.BAD,
                  "The requirements cannot be met on " + describe(analysis, where) + ".");
          page.blank();
          explanation.forEach(sentence -> page.paragraph(2, "", 4, Ink.PLAIN, sentence));
        });
  }

  /** Those on whose base a package is unusable. */
  private static Set<TargetPlatform> explained(Analysis analysis) {
    Set<BaseImage> unusable =
        analysis.recommendation().stream()
            .flatMap(recommendation -> recommendation.candidates().stream())
            .filter(candidate -> !candidate.unusable().isEmpty())
            .map(Candidate::image)
            .collect(Collectors.toSet());
    return Column.all(analysis).stream()
        .filter(column -> unusable.contains(column.base()))
        .map(Column::target)
        .collect(Collectors.toSet());
  }

  /** {@code Python 3.11 (python:3.11-slim-trixie)}; the architectures where it is not all. */
  private static String describe(Analysis analysis, Set<TargetPlatform> where) {
    Map<String, List<String>> basesByPython = new LinkedHashMap<>();
    Set<String> architectures = new LinkedHashSet<>();
    Set<String> all = new LinkedHashSet<>();
    for (Column column : Column.all(analysis)) {
      all.add(column.architecture().engineName());
      if (where.contains(column.target())) {
        architectures.add(column.architecture().engineName());
        List<String> bases =
            basesByPython.computeIfAbsent(
                column.base().python().series(), series -> new ArrayList<>());
        if (!bases.contains(column.base().reference())) {
          bases.add(column.base().reference());
        }
      }
    }
    String pythons =
        basesByPython.entrySet().stream()
            .map(entry -> entry.getKey() + " (" + String.join(", ", entry.getValue()) + ")")
            .collect(Collectors.joining(", "));
    String only = architectures.equals(all) ? "" : ", " + String.join(" and ", architectures);
    return "Python " + pythons + only;
  }
}
