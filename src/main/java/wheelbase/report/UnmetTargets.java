package wheelbase.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import wheelbase.Analysis;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.Candidate;
import wheelbase.platform.TargetPlatform;
import wheelbase.resolver.Sentence;
import wheelbase.survey.SharedConflict;
import wheelbase.survey.TargetAnalysis;
import wheelbase.wheels.Cure;

/**
 * Targets on which the requirements cannot be met for one and the same reason.
 *
 * @param where {@code Python 3.11 (python:3.11-slim-trixie)}; the architectures where it is not all
 * @param sentences why
 * @param cures the changes that were seen to help, in the order in which to consider them
 */
public record UnmetTargets(String where, List<Sentence> sentences, List<Cure> cures) {
  public UnmetTargets {
    sentences = List.copyOf(sentences);
    cures = List.copyOf(cures);
  }

  /** Each sentence in one piece. */
  public List<String> explanation() {
    return sentences.stream().map(Sentence::toString).toList();
  }

  /** What was seen to help: the change, and what comes of it. */
  public List<String> hints() {
    return cures.stream().map(UnmetTargets::hint).toList();
  }

  /** {@code limits.txt:7: b<2 -> b>=2 resolves (tried, 4 packages)}. */
  static String hint(Cure cure) {
    return cure.edit() + " " + cure.effect();
  }

  /**
   * All of them, but for those of a base that lacks a package altogether: of these the
   * recommendation says why.
   */
  public static List<UnmetTargets> of(Analysis analysis) {
    Set<TargetPlatform> explained = explained(analysis);
    List<TargetAnalysis> unexplained =
        analysis.targets().stream()
            .filter(analysed -> !explained.contains(analysed.target()))
            .toList();
    List<UnmetTargets> unmet = new ArrayList<>();
    for (SharedConflict shared : SharedConflict.among(unexplained)) {
      Set<TargetPlatform> where = new LinkedHashSet<>(shared.targets());
      unmet.add(
          new UnmetTargets(
              describe(analysis, where), shared.conflict().sentences(), cures(analysis, where)));
    }
    return unmet;
  }

  private static List<Cure> cures(Analysis analysis, Set<TargetPlatform> where) {
    return analysis.cures().stream()
        .filter(cure -> cure.endsConflict() && !Collections.disjoint(cure.targets(), where))
        .toList();
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
  static String describe(Analysis analysis, Set<TargetPlatform> where) {
    List<Column> columns = Column.all(analysis);
    List<Function<Column, String>> sides =
        List.of(
            column -> column.architecture().engineName(),
            column -> "Python " + column.base().python().series(),
            column -> Column.heading(column.base(), analysis));
    for (Function<Column, String> side : sides) {
      Set<String> there = new LinkedHashSet<>();
      Set<String> elsewhere = new LinkedHashSet<>();
      for (Column column : columns) {
        (where.contains(column.target()) ? there : elsewhere).add(side.apply(column));
      }
      if (there.size() == 1 && !elsewhere.isEmpty() && Collections.disjoint(there, elsewhere)) {
        return there.iterator().next() + " only";
      }
    }
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
