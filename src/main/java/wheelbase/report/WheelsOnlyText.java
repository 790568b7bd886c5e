package wheelbase.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import wheelbase.Analysis;
import wheelbase.pep508.PackageName;
import wheelbase.survey.PackageAnalysis;
import wheelbase.survey.TargetAnalysis;
import wheelbase.wheels.Reason;
import wheelbase.wheels.Verdict;

/** Why installing without a compiler fails on a target: every package in the way, not the first. */
final class WheelsOnlyText {
  private WheelsOnlyText() {}

  /** A line for each package in the way, then what else stands against it. */
  static String conflict(Analysis analysis, TargetAnalysis target) {
    List<String> lines = new ArrayList<>();
    SortedSet<PackageName> inTheWay = target.wheelsOnly().inTheWay();
    for (PackageName name : inTheWay) {
      lines.add(inTheWay(analysis, target, name));
    }
    target
        .wheelsOnly()
        .lenient()
        .conflict()
        .ifPresent(conflict -> lines.addAll(conflict.explanation()));
    return String.join("\n", lines);
  }

  private static String inTheWay(Analysis analysis, TargetAnalysis target, PackageName name) {
    Optional<PackageAnalysis> found =
        analysis.packages().stream().filter(each -> each.name().equals(name)).findFirst();
    String where = " has no wheel for " + target.target().id();
    if (found.isEmpty() || !found.get().verdicts().containsKey(target.target())) {
      return name + where + " in any release that is asked for";
    }
    PackageAnalysis analysed = found.get();
    Verdict verdict = analysed.verdicts().get(target.target());
    String version =
        Optional.ofNullable(analysed.versions().get(target.target()))
            .map(each -> " " + each)
            .orElse("");
    String reason =
        verdict.reasons().stream()
            .filter(each -> !each.file().isEmpty())
            .findFirst()
            .map(Reason::message)
            .map(message -> " (" + message + ")")
            .orElse("");
    return name + version + where + reason + ": " + needs(analysed, verdict);
  }

  private static String needs(PackageAnalysis analysed, Verdict verdict) {
    return switch (verdict.kind()) {
      case WHEEL, WHEEL_NEEDS_LIBRARIES -> "another version of it has one";
      case PURE_SDIST -> "its sdist compiles nothing";
      case SOURCE_BUILD ->
          analysed.buildLibraries().isEmpty()
              ? "its sdist needs a compiler"
              : "its sdist needs a compiler and " + String.join(", ", analysed.buildLibraries());
      case UNKNOWN -> "its sdist needs a compiler, and no rule says what else";
      case UNUSABLE -> "it has no sdist either, or cannot work there";
    };
  }
}
