package wheelbase.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wheelbase.Analysis;
import wheelbase.pep508.PackageName;
import wheelbase.survey.PackageAnalysis;
import wheelbase.survey.RequirementPath;
import wheelbase.wheels.Cure;
import wheelbase.wheels.Reason;
import wheelbase.wheels.Verdict;
import wheelbase.wheels.VerdictClass;

/** One package: who asked for it, which file each target gets and why, what follows and helps. */
public final class WhyText {
  private static final int LABEL = 15;
  private static final int ASKED = 25;
  private static final int FILES = 13;
  private static final int SHORTEST_FILE = 30;

  private final Style style;

  public WhyText(Style style) {
    this.style = style;
  }

  /**
   * @throws IllegalArgumentException where the analysis has no such package
   */
  public String of(Analysis analysis, PackageName name) {
    PackageAnalysis analysed =
        analysis.packages().stream()
            .filter(candidate -> candidate.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("not in the analysis: " + name));
    Page page = new Page(style);
    putTitle(page, analysed);
    analysed.paths().forEach(path -> putPath(page, analysis, path));
    page.blank();
    putVerdicts(page, analysis, analysed);
    page.blank();
    putList(page, CellText.TO_COMPILE, analysed.buildLibraries().stream().toList());
    putList(page, CellText.AT_RUN_TIME, analysed.runLibraries().stream().toList());
    putLines(page, BuildWords.BUILT_WITH, BuildWords.of(analysed));
    putLines(page, CellText.KNOWN_FROM, analysed.evidence());
    putLines(page, CellText.NOTE, analysed.hints());
    putCures(page, analysis, name);
    return page.toString();
  }

  /** The package, and beside it who asks for it where that is not the user's own line. */
  private static void putTitle(Page page, PackageAnalysis analysed) {
    String title = analysed.name() + " " + PackageWords.versions(analysed);
    String asked = analysed.paths().stream().findFirst().flatMap(BlameWords::lastAsks).orElse("");
    boolean beside = ASKED + TerminalText.columns(page.harmless(asked)) <= page.width();
    page.line(0)
        .put(Ink.STRONG, title)
        .to(asked.isEmpty() || !beside ? 0 : ASKED)
        .put(beside ? asked : "")
        .end();
  }

  private static void putPath(Page page, Analysis analysis, RequirementPath path) {
    List<String> steps = BlameWords.steps(analysis, path);
    page.line(2).put(path.place()).to(ASKED).put(steps.get(0)).end();
    for (int step = 1; step < steps.size(); step++) {
      page.line(2).to(ASKED + 3 * (step - 1)).put("`- " + steps.get(step)).end();
    }
  }

  /** Columns with the same verdict together, and its reasons once. */
  private static void putVerdicts(Page page, Analysis analysis, PackageAnalysis analysed) {
    List<Column> columns = Column.all(analysis);
    int labels = columns.stream().mapToInt(column -> column.label().length()).max().orElse(0);
    Map<Optional<Verdict>, List<Column>> groups = new LinkedHashMap<>();
    for (Column column : columns) {
      groups.computeIfAbsent(column.verdict(analysed), verdict -> new ArrayList<>()).add(column);
    }
    groups.forEach(
        (verdict, together) -> {
          String file = verdict.flatMap(Verdict::file).orElse("");
          String words = verdict.map(given -> VerdictWords.of(given.kind()).words()).orElse("");
          boolean beside =
              6 + labels + TerminalText.columns(words + page.harmless(file)) <= page.width();
          for (Column column : together) {
            Page.Line line = page.line(2).put(column.label()).to(4 + labels);
            if (verdict.isEmpty()) {
              line.put(Ink.FAINT, "not needed").end();
              continue;
            }
            line.put(VerdictWords.of(verdict.get().kind()).ink(), words);
            line.put(beside ? "  " + file : "").end();
          }
          if (!beside) {
            page.paragraph(4, file);
          }
          verdict
              .filter(given -> given.kind() != VerdictClass.WHEEL)
              .ifPresent(given -> putReasons(page, given));
        });
  }

  private static void putReasons(Page page, Verdict verdict) {
    ReasonWords.about(verdict).forEach(message -> page.paragraph(4, message));
    String label = CellText.CLOSEST;
    for (Reason reason : ReasonWords.nearMisses(verdict)) {
      String message = ReasonWords.inFull(reason);
      int room = page.width() - FILES - 2 - TerminalText.columns(page.harmless(message));
      boolean beside = room >= SHORTEST_FILE;
      page.line(4)
          .put(label)
          .to(FILES)
          .fit(Ink.PLAIN, reason.file(), beside ? room : page.width() - FILES)
          .put(beside ? "  " + message : "")
          .end();
      if (!beside) {
        page.paragraph(FILES + 2, message);
      }
      label = "";
    }
  }

  private static void putList(Page page, String label, List<String> items) {
    if (!items.isEmpty()) {
      page.paragraph(2, label, LABEL, Ink.PLAIN, String.join(", ", items));
    }
  }

  private static void putLines(Page page, String label, List<String> lines) {
    for (int line = 0; line < lines.size(); line++) {
      page.paragraph(2, line == 0 ? label : "", LABEL, Ink.PLAIN, lines.get(line));
    }
  }

  private static void putCures(Page page, Analysis analysis, PackageName name) {
    List<Cure> cures = PackageWords.cures(analysis, name);
    if (cures.isEmpty()) {
      return;
    }
    page.blank();
    String label = "Would cure it (tried):";
    for (Cure cure : cures) {
      page.paragraph(
          2,
          cure == cures.get(0) ? label : "",
          3 + label.length(),
          Ink.PLAIN,
          cure.place().map(place -> place + " ").orElse("") + PackageWords.cure(cure, name));
    }
  }
}
