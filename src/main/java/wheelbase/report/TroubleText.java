package wheelbase.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wheelbase.Analysis;
import wheelbase.pep508.PackageName;
import wheelbase.survey.PackageAnalysis;
import wheelbase.wheels.Verdict;
import wheelbase.wheels.VerdictClass;

/** The packages that have no wheel on a base which can otherwise run the project. */
final class TroubleText {
  private static final int SHOWN = 12;
  private static final int REASONS = 31;

  private TroubleText() {}

  /**
   * @param said the packages about which nothing more is to be said
   */
  static void put(Page page, Analysis analysis, Set<PackageName> said) {
    Map<PackageAnalysis, List<Column>> troubled = new LinkedHashMap<>();
    List<Column> columns = columns(analysis);
    for (PackageAnalysis analysed : analysis.packages()) {
      List<Column> where = columns.stream().filter(column -> lacksWheel(column, analysed)).toList();
      if (!where.isEmpty() && !said.contains(analysed.name())) {
        troubled.put(analysed, where);
      }
    }
    if (troubled.isEmpty()) {
      return;
    }
    page.blank().line(2, "No wheel that fits:");
    troubled.entrySet().stream()
        .limit(SHOWN)
        .forEach(entry -> put(page, analysis, entry.getKey(), entry.getValue()));
    if (troubled.size() > SHOWN) {
      page.line(4, "and " + (troubled.size() - SHOWN) + " more: wheelbase wheels -q");
    }
  }

  private static void put(
      Page page, Analysis analysis, PackageAnalysis analysed, List<Column> where) {
    Verdict verdict = where.get(0).verdict(analysed).orElseThrow();
    boolean unknown = verdict.kind() == VerdictClass.UNKNOWN;
    VerdictWords words = unknown ? VerdictWords.COMPILES : VerdictWords.of(verdict.kind());
    String read = PackageWords.readFromSdist(analysed);
    put(
        page,
        analysed,
        words.words() + " " + Column.where(where, analysis),
        BuildWords.why(analysed, where.get(0).target(), verdict)
            + (unknown && isUnknownItself(verdict) ? "; no rule says what its build needs" : "")
            + (unknown && !read.isEmpty() ? "; " + read : ""),
        words.ink());
  }

  private static boolean isUnknownItself(Verdict verdict) {
    return verdict.reason("built-with").isEmpty() || verdict.reason("no-rule").isPresent();
  }

  /** The package, what is said of it, and the path to it from the user's own line. */
  static void put(Page page, PackageAnalysis analysed, String first, String second, Ink ink) {
    List<String> parts = new ArrayList<>(List.of(first, second));
    String path = PackageWords.path(analysed);
    parts.add(path.isEmpty() ? "" : "(" + path + ")");
    parts.removeIf(String::isEmpty);
    String name = analysed.name() + " " + PackageWords.versions(analysed);
    page.paragraph(4, name, REASONS, ink, String.join("; ", parts).replace("; (", " ("));
  }

  private static boolean lacksWheel(Column column, PackageAnalysis analysed) {
    return column
        .verdict(analysed)
        .filter(verdict -> verdict.kind().compareTo(VerdictClass.SOURCE_BUILD) >= 0)
        .isPresent();
  }

  /** Of the bases that can run the project: of the others that is said already. */
  private static List<Column> columns(Analysis analysis) {
    List<Column> all = Column.all(analysis);
    List<Column> possible =
        all.stream()
            .filter(column -> RecommendationText.isPossible(analysis, column.base()))
            .toList();
    return possible.isEmpty() ? all : possible;
  }
}
