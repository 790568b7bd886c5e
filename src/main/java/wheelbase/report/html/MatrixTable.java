package wheelbase.report.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import wheelbase.Analysis;
import wheelbase.baseimage.BaseImage;
import wheelbase.report.Column;
import wheelbase.report.VerdictWords;
import wheelbase.survey.PackageAnalysis;
import wheelbase.wheels.VerdictClass;

/**
 * Packages by targets, the worst first. Above the packages stand the counts, which are the legend
 * too.
 *
 * @param width how many columns the table has, that of the names included
 */
record MatrixTable(
    List<Base> bases,
    List<Target> targets,
    int width,
    List<Count> counts,
    List<MatrixRow> rows,
    int all,
    int blockers,
    int needingLibraries) {

  /** A base image over its columns. */
  record Base(String heading, int span) {}

  /**
   * A column.
   *
   * @param first whether it is the first of its base image
   */
  record Target(String architecture, String label, boolean first) {}

  /** How often a verdict occurs on each target; "-" where the requirements cannot be met. */
  record Count(Mark mark, List<CountCell> cells) {}

  /** One number. */
  record CountCell(String number, boolean first) {}

  static Optional<MatrixTable> of(Analysis analysis) {
    return analysis.packages().isEmpty() ? Optional.empty() : Optional.of(table(analysis));
  }

  private static MatrixTable table(Analysis analysis) {
    List<Column> columns = Column.all(analysis);
    List<MatrixRow> rows =
        analysis.packages().stream()
            .sorted(
                Comparator.comparing(Trouble::worst)
                    .reversed()
                    .thenComparing(PackageAnalysis::name))
            .map(analysed -> MatrixRow.of(analysis, analysed))
            .toList();
    return new MatrixTable(
        bases(analysis),
        columns.stream()
            .map(
                column ->
                    new Target(
                        column.architecture().engineName(),
                        Column.heading(column.base(), analysis)
                            + " "
                            + column.architecture().engineName(),
                        isFirst(column, columns)))
            .toList(),
        columns.size() + 1,
        counts(analysis, columns),
        rows,
        rows.size(),
        (int) rows.stream().filter(MatrixRow::blocker).count(),
        (int) rows.stream().filter(MatrixRow::needsLibraries).count());
  }

  private static List<Base> bases(Analysis analysis) {
    List<Base> bases = new ArrayList<>();
    Column.byBase(analysis)
        .forEach(
            (base, columns) -> bases.add(new Base(Column.heading(base, analysis), columns.size())));
    return bases;
  }

  static boolean isFirst(Column column, List<Column> columns) {
    int at = columns.indexOf(column);
    BaseImage before = at == 0 ? null : columns.get(at - 1).base();
    return !column.base().equals(before);
  }

  private static List<Count> counts(Analysis analysis, List<Column> columns) {
    return Arrays.stream(VerdictWords.values())
        .map(VerdictWords::kind)
        .filter(
            kind ->
                kind == VerdictClass.WHEEL
                    || kind == VerdictClass.SOURCE_BUILD
                    || columns.stream().anyMatch(column -> number(analysis, column, kind) > 0))
        .map(
            kind ->
                new Count(
                    Mark.of(kind),
                    columns.stream()
                        .map(
                            column ->
                                new CountCell(
                                    count(analysis, column, kind), isFirst(column, columns)))
                        .toList()))
        .toList();
  }

  private static String count(Analysis analysis, Column column, VerdictClass kind) {
    boolean unmet =
        analysis.targets().stream()
            .filter(analysed -> analysed.target().equals(column.target()))
            .anyMatch(analysed -> analysed.resolution().conflict().isPresent());
    return unmet ? "-" : Long.toString(number(analysis, column, kind));
  }

  private static long number(Analysis analysis, Column column, VerdictClass kind) {
    return analysis.packages().stream()
        .flatMap(analysed -> column.verdict(analysed).stream())
        .filter(verdict -> verdict.kind() == kind)
        .count();
  }
}
