package wheelbase.report.html;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import wheelbase.Analysis;
import wheelbase.report.BlameWords;
import wheelbase.report.BuildWords;
import wheelbase.report.Column;
import wheelbase.report.PackageWords;
import wheelbase.report.ReasonWords;
import wheelbase.survey.PackageAnalysis;
import wheelbase.survey.RequirementPath;
import wheelbase.wheels.Verdict;
import wheelbase.wheels.VerdictClass;

/**
 * One package of the matrix: what it comes to on each target, and behind that everything that is
 * known of it.
 *
 * @param blocker whether it has no wheel somewhere
 * @param needsLibraries whether the image must provide something for it
 * @param groups the targets with the same verdict together
 */
record MatrixRow(
    String name,
    String versions,
    boolean blocker,
    boolean needsLibraries,
    List<Cell> cells,
    List<Group> groups,
    List<Path> paths,
    List<Fact> facts) {
  public boolean hasFacts() {
    return !facts.isEmpty();
  }

  /**
   * One target.
   *
   * @param mark empty where the package is not needed there
   * @param group which of the groups says why, from 0
   * @param first whether it is the first of its base image
   */
  record Cell(Optional<Mark> mark, int group, boolean first) {}

  /**
   * What is said of some targets.
   *
   * @param about what is said of the package itself and of the file that is taken
   * @param files the others, the nearest first
   */
  record Group(
      int number, Mark mark, String where, String file, List<String> about, List<NearMiss> files) {
    public boolean hasFiles() {
      return !files.isEmpty();
    }
  }

  /** A file that is not taken, and why. */
  record NearMiss(String file, String message) {}

  /**
   * How it came in.
   *
   * @param line the user's, as it is written
   * @param through what the releases in between ask for, down to the package; may be empty
   */
  record Path(String place, String line, String through) {}

  /** Something known of the package, with a label. */
  record Fact(String label, List<String> lines) {}

  static MatrixRow of(Analysis analysis, PackageAnalysis analysed) {
    List<Column> columns = Column.all(analysis);
    Map<Verdict, List<Column>> byVerdict = new LinkedHashMap<>();
    for (Column column : columns) {
      column
          .verdict(analysed)
          .ifPresent(
              verdict -> byVerdict.computeIfAbsent(verdict, key -> new ArrayList<>()).add(column));
    }
    List<Verdict> verdicts = List.copyOf(byVerdict.keySet());
    return new MatrixRow(
        analysed.name().value(),
        PackageWords.versions(analysed),
        Trouble.lacksWheel(analysed),
        !analysed.runLibraries().isEmpty(),
        columns.stream()
            .map(
                column ->
                    new Cell(
                        column.verdict(analysed).map(verdict -> Mark.of(verdict.kind())),
                        column.verdict(analysed).map(verdicts::indexOf).orElse(-1),
                        MatrixTable.isFirst(column, columns)))
            .toList(),
        byVerdict.entrySet().stream()
            .map(
                entry ->
                    group(
                        verdicts.indexOf(entry.getKey()),
                        entry.getKey(),
                        where(entry.getValue(), analysis)))
            .toList(),
        analysed.paths().stream().map(path -> path(analysis, path)).toList(),
        facts(analysis, analysed));
  }

  /** Every target by its name, so that a cell of the table is found again. */
  private static String where(List<Column> columns, Analysis analysis) {
    if (columns.size() == Column.all(analysis).size() && columns.size() > 1) {
      return "everywhere";
    }
    Map<String, List<String>> byBase = new LinkedHashMap<>();
    for (Column column : columns) {
      byBase
          .computeIfAbsent(Column.heading(column.base(), analysis), key -> new ArrayList<>())
          .add(column.architecture().engineName());
    }
    return byBase.entrySet().stream()
        .map(entry -> entry.getKey() + " " + String.join(" and ", entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static Group group(int number, Verdict verdict, String where) {
    boolean wheel = verdict.kind() == VerdictClass.WHEEL;
    return new Group(
        number,
        Mark.of(verdict.kind()),
        where,
        verdict.file().orElse(""),
        wheel ? List.of() : ReasonWords.about(verdict),
        wheel
            ? List.of()
            : ReasonWords.nearMisses(verdict).stream()
                .map(miss -> new NearMiss(miss.file(), ReasonWords.inFull(miss)))
                .toList());
  }

  private static Path path(Analysis analysis, RequirementPath path) {
    List<String> steps = BlameWords.steps(analysis, path);
    return new Path(path.place(), steps.get(0), String.join(" > ", steps.subList(1, steps.size())));
  }

  private static List<Fact> facts(Analysis analysis, PackageAnalysis analysed) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("To compile", commaSeparated(analysed.buildLibraries())));
    facts.add(new Fact("At run time", commaSeparated(analysed.runLibraries())));
    facts.add(new Fact(BuildWords.BUILT_WITH, BuildWords.of(analysed)));
    facts.add(new Fact("Known from", analysed.evidence()));
    facts.add(new Fact("Note", analysed.hints()));
    facts.add(
        new Fact(
            "Would cure it (tried)",
            PackageWords.cures(analysis, analysed.name()).stream()
                .map(cure -> PackageWords.cure(cure, analysed.name()))
                .toList()));
    facts.removeIf(fact -> fact.lines().isEmpty());
    return facts;
  }

  private static List<String> commaSeparated(Collection<String> items) {
    return items.isEmpty() ? List.of() : List.of(String.join(", ", items));
  }
}
