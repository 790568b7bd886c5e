package wheelbase.report.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wheelbase.Analysis;
import wheelbase.report.BuildWords;
import wheelbase.report.Column;
import wheelbase.report.PackageWords;
import wheelbase.survey.PackageAnalysis;
import wheelbase.wheels.Cure;
import wheelbase.wheels.Verdict;
import wheelbase.wheels.VerdictClass;

/**
 * A package without a wheel somewhere, and the edits that were seen to give it one.
 *
 * @param path through which packages it came in; empty where the user asked for it
 */
record Trouble(
    String name, String versions, String path, List<Finding> findings, List<Remedy> remedies) {

  /** What the package comes to on some of the targets. */
  record Finding(Mark mark, String where, String why) {}

  private record Said(VerdictClass kind, String why) {}

  /** An edit and what else is to be known of it. */
  record Remedy(String edit, String effect) {}

  /** The worst first. */
  static List<Trouble> all(Analysis analysis) {
    return analysis.packages().stream()
        .filter(analysed -> lacksWheel(analysed) || !cures(analysis, analysed).isEmpty())
        .sorted(Comparator.comparing(Trouble::worst).reversed())
        .map(analysed -> of(analysis, analysed))
        .toList();
  }

  private static Trouble of(Analysis analysis, PackageAnalysis analysed) {
    return new Trouble(
        analysed.name().value(),
        PackageWords.versions(analysed),
        PackageWords.path(analysed),
        findings(analysis, analysed),
        cures(analysis, analysed).stream()
            .map(cure -> new Remedy(cure.edit(), PackageWords.effect(cure)))
            .toList());
  }

  private static List<Finding> findings(Analysis analysis, PackageAnalysis analysed) {
    VerdictClass least =
        lacksWheel(analysed) ? VerdictClass.SOURCE_BUILD : VerdictClass.WHEEL_NEEDS_LIBRARIES;
    Map<Said, List<Column>> columns = new LinkedHashMap<>();
    for (Column column : Column.all(analysis)) {
      column
          .verdict(analysed)
          .filter(verdict -> verdict.kind().compareTo(least) >= 0)
          .map(
              verdict ->
                  new Said(verdict.kind(), BuildWords.why(analysed, column.target(), verdict)))
          .ifPresent(said -> columns.computeIfAbsent(said, key -> new ArrayList<>()).add(column));
    }
    return columns.entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getKey().kind(), Comparator.reverseOrder()))
        .map(
            entry ->
                new Finding(
                    Mark.of(entry.getKey().kind()),
                    Column.where(entry.getValue(), analysis),
                    entry.getKey().why()))
        .toList();
  }

  private static List<Cure> cures(Analysis analysis, PackageAnalysis analysed) {
    return PackageWords.cures(analysis, analysed.name());
  }

  static boolean lacksWheel(PackageAnalysis analysed) {
    return worst(analysed).compareTo(VerdictClass.SOURCE_BUILD) >= 0;
  }

  static VerdictClass worst(PackageAnalysis analysed) {
    return analysed.verdicts().values().stream()
        .map(Verdict::kind)
        .max(Comparator.naturalOrder())
        .orElse(VerdictClass.WHEEL);
  }
}
