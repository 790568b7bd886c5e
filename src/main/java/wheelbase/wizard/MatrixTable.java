package wheelbase.wizard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wheelbase.Analysis;
import wheelbase.pep508.PackageName;
import wheelbase.platform.PythonRelease;
import wheelbase.platform.TargetPlatform;
import wheelbase.report.Column;
import wheelbase.report.PackageWords;
import wheelbase.report.VerdictWords;
import wheelbase.survey.PackageAnalysis;
import wheelbase.survey.TargetAnalysis;

/** Packages by base images and architectures, worked out once for an analysis. */
public final class MatrixTable {
  private final Analysis analysis;
  private final List<Column> columns;
  private final List<Row> rows;
  private final Set<TargetPlatform> unmet;

  /**
   * A package.
   *
   * @param cells one for each column; empty where the package is not needed
   */
  public record Row(PackageAnalysis analysed, String version, List<Optional<VerdictWords>> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    public PackageName name() {
      return analysed.name();
    }
  }

  private MatrixTable(
      Analysis analysis, List<Column> columns, List<Row> rows, Set<TargetPlatform> unmet) {
    this.analysis = analysis;
    this.columns = List.copyOf(columns);
    this.rows = List.copyOf(rows);
    this.unmet = Set.copyOf(unmet);
  }

  static MatrixTable of(Analysis analysis) {
    List<Column> columns = Column.all(analysis);
    List<Row> rows = new ArrayList<>();
    for (PackageAnalysis analysed : analysis.packages()) {
      List<Optional<VerdictWords>> cells = new ArrayList<>();
      for (Column column : columns) {
        cells.add(column.verdict(analysed).map(verdict -> VerdictWords.of(verdict.kind())));
      }
      rows.add(new Row(analysed, PackageWords.versions(analysed), cells));
    }
    Set<TargetPlatform> unmet = new LinkedHashSet<>();
    for (TargetAnalysis target : analysis.targets()) {
      if (target.resolution().conflict().isPresent()) {
        unmet.add(target.target());
      }
    }
    return new MatrixTable(analysis, columns, rows, unmet);
  }

  public Analysis analysis() {
    return analysis;
  }

  /** Those of one base image together, those of one Python together. */
  public List<Column> columns() {
    return columns;
  }

  /** All packages, sorted by name. */
  public List<Row> rows() {
    return rows;
  }

  /** Whether the requirements cannot be met there. */
  public boolean isUnmet(Column column) {
    return unmet.contains(column.target());
  }

  public List<PythonRelease> pythons() {
    return columns.stream().map(column -> column.base().python()).distinct().toList();
  }

  /** The places of a Python's columns. */
  public List<Integer> places(PythonRelease python) {
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place < columns.size(); place++) {
      if (columns.get(place).base().python().equals(python)) {
        places.add(place);
      }
    }
    return Collections.unmodifiableList(places);
  }

  /** The place of the column that is most like another; 0 where none is. */
  int place(Column other) {
    int place = columns.indexOf(other);
    for (int like = 0; place < 0 && like < columns.size(); like++) {
      Column column = columns.get(like);
      if (column.base().variant().equals(other.base().variant())
          && column.architecture() == other.architecture()) {
        place = like;
      }
    }
    return Math.max(0, place);
  }

  /** The packages that a filter admits for what they are on one Python. */
  List<Row> rows(MatrixFilter filter, PythonRelease python) {
    List<Integer> places = places(python);
    return rows.stream()
        .filter(row -> places.stream().anyMatch(place -> filter.admits(row, place)))
        .toList();
  }
}
