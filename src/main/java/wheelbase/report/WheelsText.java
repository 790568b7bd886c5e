package wheelbase.report;

import java.util.List;
import java.util.Set;
import wheelbase.Analysis;
import wheelbase.diagnostic.Severity;
import wheelbase.diagnostic.Wording;
import wheelbase.report.ColumnTable.Cell;
import wheelbase.survey.PackageAnalysis;
import wheelbase.wheels.VerdictClass;

/** The matrix as text: package by base image and architecture, and what each cell is. */
public final class WheelsText {
  private final Style style;

  public WheelsText(Style style) {
    this.style = style;
  }

  /**
   * @param onlyTroubled leave out what has a complete wheel on every target
   */
  public String of(Analysis analysis, boolean onlyTroubled) {
    Page page = new Page(style);
    List<PackageAnalysis> shown =
        analysis.packages().stream()
            .filter(analysed -> !onlyTroubled || !isWheelEverywhere(analysed))
            .toList();
    ColumnTable table = new ColumnTable("", analysis);
    int names = names(shown);
    for (PackageAnalysis analysed : shown) {
      table.row(
          String.format("%-" + names + "s %s", analysed.name(), PackageWords.versions(analysed)),
          column -> cell(column, analysed));
    }
    if (!table.isEmpty()) {
      table.put(page);
    }
    int left = analysis.packages().size() - shown.size();
    if (left > 0) {
      page.blank().line(2, Wording.count(left, "package") + " with a wheel everywhere");
    }
    putLegend(page.blank(), shown);
    ConflictText.put(page, analysis);
    FindingsText.putAll(
        page,
        analysis,
        onlyTroubled ? Set.of(Severity.WARNING) : Set.of(Severity.WARNING, Severity.NOTE));
    return page.toString();
  }

  private static int names(List<PackageAnalysis> shown) {
    return shown.stream()
        .mapToInt(analysed -> Math.min(20, analysed.name().value().length()))
        .max()
        .orElse(1);
  }

  private static boolean isWheelEverywhere(PackageAnalysis analysed) {
    return analysed.verdicts().values().stream()
        .allMatch(verdict -> verdict.kind() == VerdictClass.WHEEL);
  }

  private static Cell cell(Column column, PackageAnalysis analysed) {
    return column
        .verdict(analysed)
        .map(verdict -> VerdictWords.of(verdict.kind()))
        .map(words -> new Cell(words.ink(), words.sign() + "  "))
        .orElse(Cell.EMPTY);
  }

  private static void putLegend(Page page, List<PackageAnalysis> shown) {
    if (shown.isEmpty()) {
      return;
    }
    Page.Line line = page.line(0);
    int used = 0;
    for (VerdictWords words : VerdictWords.values()) {
      if (shown.stream().noneMatch(analysed -> occurs(words, analysed))) {
        continue;
      }
      String legend = " " + words.legend() + "  ";
      if (used + legend.length() > page.width()) {
        line.end();
        line = page.line(0);
        used = 0;
      }
      line.put(words.ink(), words.sign()).put(legend);
      used += 1 + legend.length();
    }
    line.end();
  }

  private static boolean occurs(VerdictWords words, PackageAnalysis analysed) {
    return analysed.verdicts().values().stream()
        .anyMatch(verdict -> verdict.kind() == words.kind());
  }
}
