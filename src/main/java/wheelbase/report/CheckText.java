package wheelbase.report;

import java.util.LinkedHashSet;
import java.util.Set;
import wheelbase.Analysis;
import wheelbase.findings.Findings;
import wheelbase.pep508.PackageName;
import wheelbase.report.ColumnTable.Cell;
import wheelbase.wheels.VerdictClass;

/** The answer of {@code wheelbase check} in one screen. */
public final class CheckText {
  private final Style style;

  public CheckText(Style style) {
    this.style = style;
  }

  public String of(Analysis analysis) {
    Page page = new Page(style);
    putHeader(page, analysis);
    if (analysis.packages().isEmpty() && analysis.recommendation().isEmpty()) {
      ConflictText.put(page, analysis);
      FindingsText.putShort(page, analysis, Set.of(Findings.NOTHING_FITS));
      return page.toString();
    }
    boolean nothingFits = FindingsText.putFirst(page, analysis);
    Set<PackageName> said = new LinkedHashSet<>();
    analysis
        .recommendation()
        .ifPresent(
            recommendation ->
                said.addAll(
                    new RecommendationText(page, analysis, recommendation).put(nothingFits)));
    TroubleText.put(page, analysis, said);
    CuresText.put(page, analysis);
    putCounts(page, analysis);
    SystemPackagesText.put(page, analysis);
    ConflictText.put(page, analysis);
    FindingsText.putShort(page, analysis, Set.of(Findings.NOTHING_FITS));
    page.blank()
        .paragraph(0, "Next: wheelbase generate     or: wheelbase wheels     wheelbase why NAME");
    return page.toString();
  }

  private static void putHeader(Page page, Analysis analysis) {
    ProjectHeading heading = ProjectHeading.of(analysis);
    page.paragraph(
        0, heading.name(), 2, Ink.PLAIN, " " + heading.files() + "   " + heading.packages());
    page.paragraph(0, heading.python() + "   " + heading.architectures());
  }

  private static void putCounts(Page page, Analysis analysis) {
    ColumnTable table = new ColumnTable("packages", analysis);
    for (VerdictWords words : VerdictWords.values()) {
      boolean any =
          Column.all(analysis).stream()
              .filter(column -> !cannotBeMet(analysis, column))
              .anyMatch(column -> number(analysis, column, words.kind()) > 0);
      if (any || words == VerdictWords.WHEEL || words == VerdictWords.COMPILES) {
        table.row(words.words(), column -> cell(analysis, column, words));
      }
    }
    analysis
        .recommendation()
        .ifPresent(
            recommendation ->
                table.wideRow("on disk", base -> RecommendationText.onDisk(recommendation, base)));
    table.put(page);
  }

  private static Cell cell(Analysis analysis, Column column, VerdictWords words) {
    if (cannotBeMet(analysis, column)) {
      return new Cell(Ink.BAD, "-");
    }
    long number = number(analysis, column, words.kind());
    return new Cell(number == 0 ? Ink.PLAIN : words.ink(), Long.toString(number));
  }

  private static boolean cannotBeMet(Analysis analysis, Column column) {
    return analysis.targets().stream()
        .filter(analysed -> analysed.target().equals(column.target()))
        .anyMatch(analysed -> analysed.resolution().conflict().isPresent());
  }

  private static long number(Analysis analysis, Column column, VerdictClass kind) {
    return analysis.packages().stream()
        .flatMap(analysed -> column.verdict(analysed).stream())
        .filter(verdict -> verdict.kind() == kind)
        .count();
  }
}
