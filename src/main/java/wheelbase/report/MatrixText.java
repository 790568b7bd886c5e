package wheelbase.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import wheelbase.Analysis;
import wheelbase.diagnostic.Wording;
import wheelbase.resolver.Resolution;
import wheelbase.survey.PackageAnalysis;
import wheelbase.survey.TargetAnalysis;
import wheelbase.wheels.Verdict;

/** The matrix without a table, for who hears it line by line: counts, then what has no wheel. */
public final class MatrixText {
  private final Style style;

  public MatrixText(Style style) {
    this.style = style;
  }

  public String of(Analysis analysis) {
    Page page = new Page(style);
    page.paragraph(
        0,
        Wording.count(analysis.packages().size(), "package")
            + " on "
            + Wording.count(Column.all(analysis).size(), "target")
            + ":");
    for (Column column : Column.all(analysis)) {
      page.paragraph(2, column.label() + ": " + counts(analysis, column));
    }
    TroubleText.put(page, analysis, Set.of());
    ConflictText.put(page, analysis);
    return page.toString();
  }

  private static String counts(Analysis analysis, Column column) {
    boolean unmet =
        analysis.targets().stream()
            .filter(analysed -> analysed.target().equals(column.target()))
            .map(TargetAnalysis::resolution)
            .map(Resolution::conflict)
            .anyMatch(conflict -> conflict.isPresent());
    if (unmet) {
      return "the requirements cannot be met";
    }
    List<String> counts = new ArrayList<>();
    for (VerdictWords words : VerdictWords.values()) {
      long number = analysis.packages().stream().filter(each -> is(words, column, each)).count();
      if (number > 0) {
        counts.add(words.words() + " " + number);
      }
    }
    return counts.isEmpty() ? "no packages" : String.join("; ", counts);
  }

  private static boolean is(VerdictWords words, Column column, PackageAnalysis analysed) {
    return column.verdict(analysed).map(Verdict::kind).filter(words.kind()::equals).isPresent();
  }

  /** Which base image, slim or Alpine, and what stands in the way of the other. */
  public String recommendation(Analysis analysis) {
    Page page = new Page(style);
    analysis
        .recommendation()
        .ifPresent(
            recommendation -> new RecommendationText(page, analysis, recommendation).put(false));
    return page.toString();
  }
}
