package wheelbase.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import wheelbase.Analysis;
import wheelbase.CellNeeds;
import wheelbase.baseimage.Words;
import wheelbase.resolver.Conflict;
import wheelbase.survey.PackageAnalysis;
import wheelbase.survey.TargetAnalysis;
import wheelbase.syslibs.BuildDuration;
import wheelbase.syslibs.LibraryNeeds;
import wheelbase.wheels.Cure;
import wheelbase.wheels.Downgrade;
import wheelbase.wheels.Verdict;
import wheelbase.wheels.VerdictClass;

/** One package on one base image and architecture, in lines that somebody else lays out. */
public final class CellText {
  static final String TO_COMPILE = "To compile";
  static final String AT_RUN_TIME = "At run time";
  static final String KNOWN_FROM = "Known from";
  static final String NOTE = "Note";
  static final String CLOSEST = "closest:";

  private static final int NEAREST = 2;

  private final Analysis analysis;
  private final Column column;
  private final PackageAnalysis analysed;
  private final List<Line> lines = new ArrayList<>();

  /**
   * Something that is said; long lines are to be wrapped.
   *
   * @param label what it is about, often the same as that of the line above; may be empty
   * @param file the name of a file that comes before the text, and may be shortened; may be empty
   */
  public record Line(String label, Ink ink, String file, String text) {}

  private CellText(Analysis analysis, Column column, PackageAnalysis analysed) {
    this.analysis = analysis;
    this.column = column;
    this.analysed = analysed;
  }

  /** What there is to be said, what matters most first: the first line says what it comes to. */
  public static List<Line> of(Analysis analysis, Column column, PackageAnalysis analysed) {
    CellText text = new CellText(analysis, column, analysed);
    text.put();
    return List.copyOf(text.lines);
  }

  private void put() {
    Verdict verdict = column.verdict(analysed).orElse(null);
    if (verdict == null) {
      line("", Ink.FAINT, title() + "not needed");
      putConflict();
      return;
    }
    VerdictWords words = VerdictWords.of(verdict.kind());
    line("", words.ink(), title() + words.words() + time(verdict));
    putConflict();
    putPaths();
    boolean wheel = verdict.kind().compareTo(VerdictClass.PURE_SDIST) < 0;
    if (wheel) {
      putFile(verdict);
    }
    putReasons(verdict);
    putCures();
    putNeeds(verdict);
    if (!wheel) {
      putFile(verdict);
    }
    putDowngrades();
  }

  private void putFile(Verdict verdict) {
    verdict.file().ifPresent(file -> lines.add(new Line("File", Ink.PLAIN, file, "")));
  }

  /** {@code fastavro 1.12.0 on slim-trixie arm64: }. */
  private String title() {
    String version =
        column
            .verdict(analysed)
            .map(needed -> analysed.versions().get(column.target()))
            .map(pinned -> " " + pinned)
            .orElse("");
    return analysed.name()
        + version
        + " on "
        + Column.heading(column.base(), analysis)
        + " "
        + column.architecture().engineName()
        + ": ";
  }

  private String time(Verdict verdict) {
    return needs()
        .filter(needs -> verdict.kind().compiles())
        .flatMap(CellNeeds::buildTime)
        .map(CellText::words)
        .orElse("");
  }

  private static String words(BuildDuration time) {
    return ", about " + Words.time(time.seconds()) + (time.measured() ? "" : " (estimated)");
  }

  private Optional<CellNeeds> needs() {
    return analysis.bases().stream()
        .filter(base -> base.image().equals(column.base()))
        .findFirst()
        .flatMap(base -> base.needs(analysed.name(), column.architecture()));
  }

  private void putConflict() {
    for (TargetAnalysis target : analysis.targets()) {
      if (target.target().equals(column.target())) {
        target.resolution().conflict().ifPresent(this::put);
      }
    }
  }

  private void put(Conflict conflict) {
    line(
        "",
        Ink.BAD,
        ConflictText.sentence(UnmetTargets.describe(analysis, Set.of(column.target()))));
    conflict.explanation().forEach(sentence -> line("", Ink.PLAIN, "  " + sentence));
    analysis.cures().stream()
        .filter(cure -> cure.endsConflict() && cure.targets().contains(column.target()))
        .forEach(cure -> line("hint:", Ink.GOOD, UnmetTargets.hint(cure)));
  }

  private void putPaths() {
    analysed.paths().forEach(path -> line("", Ink.PLAIN, BlameWords.inFull(analysis, path)));
  }

  private void putReasons(Verdict verdict) {
    ReasonWords.nearMisses(verdict).stream()
        .limit(NEAREST)
        .map(miss -> new Line(CLOSEST, Ink.PLAIN, miss.file(), ReasonWords.inFull(miss)))
        .forEach(lines::add);
    ReasonWords.about(verdict).forEach(message -> line("", Ink.PLAIN, message));
  }

  private void putNeeds(Verdict verdict) {
    // Of a wheel it is known that it needs nothing, and what nothing fits of is not installed.
    if (verdict.kind() != VerdictClass.WHEEL && verdict.kind() != VerdictClass.UNUSABLE) {
      needs().ifPresent(this::put);
    }
  }

  private void put(CellNeeds needs) {
    LibraryNeeds libraries = needs.libraries();
    SortedSet<String> running = new TreeSet<>(libraries.runLibraries());
    running.addAll(libraries.executables());
    list(TO_COMPILE, libraries.buildLibraries(), needs.buildPackages());
    list(AT_RUN_TIME, running, needs.runtimePackages());
    Optional.ofNullable(analysed.builds().get(column.target()))
        .map(BuildWords::of)
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> line(BuildWords.BUILT_WITH, Ink.PLAIN, text));
    lines(KNOWN_FROM, libraries.evidence());
    lines(NOTE, libraries.hints());
  }

  /** {@code libpq: libpq-dev}: what is needed, and the distribution packages that have it. */
  private void list(String label, SortedSet<String> libraries, SortedSet<String> packages) {
    String wanted = String.join(", ", libraries);
    String installed = String.join(", ", packages);
    String both = wanted + (wanted.isEmpty() || installed.isEmpty() ? "" : ": ") + installed;
    if (!both.isEmpty()) {
      line(label, Ink.PLAIN, both);
    }
  }

  private void lines(String label, List<String> texts) {
    texts.forEach(text -> line(label, Ink.PLAIN, text));
  }

  private void putDowngrades() {
    for (Downgrade downgrade : analysis.downgrades()) {
      if (downgrade.name().equals(analysed.name()) && downgrade.target().equals(column.target())) {
        line(
            "Wheels only",
            Ink.CAUTION,
            downgrade.from()
                + " -> "
                + downgrade.to()
                + ", "
                + downgrade.distance()
                + ": "
                + downgrade.reason());
      }
    }
  }

  private void putCures() {
    for (Cure cure : PackageWords.cures(analysis, analysed.name())) {
      line(
          "Would cure it",
          Ink.GOOD,
          PackageWords.cure(cure, analysed.name()) + " (tried " + where(cure) + ")");
    }
  }

  private String where(Cure cure) {
    List<Column> helped =
        Column.all(analysis).stream()
            .filter(each -> cure.targets().contains(each.target()))
            .toList();
    return Column.where(helped, analysis);
  }

  private void line(String label, Ink ink, String text) {
    lines.add(new Line(label, ink, "", text));
  }
}
