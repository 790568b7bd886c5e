package wheelbase.wizard.screen;

import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.Candidate;
import wheelbase.baseimage.SizeEstimate;
import wheelbase.report.Bytes;
import wheelbase.report.CandidateWords;
import wheelbase.report.SystemPackages;
import wheelbase.report.TerminalText;
import wheelbase.wizard.BasePage;
import wheelbase.wizard.screen.Rows.Piece;

/** What is to be said of the candidate under the cursor. */
final class BaseDetails {
  private static final String LABEL = "%-20s";
  private static final int BESIDE = 64;

  private final BasePage page;
  private final Rows rows;

  private BaseDetails(BasePage page, Canvas canvas) {
    this.page = page;
    this.rows = new Rows(canvas.columns(), canvas.glyphs());
  }

  static Rows of(BasePage page, Canvas canvas) {
    BaseDetails details = new BaseDetails(page, canvas);
    page.candidate().ifPresent(details::put);
    return details.rows;
  }

  private void put(Candidate candidate) {
    page.problem().ifPresent(problem -> rows.message(0, Role.BAD, problem.message()));
    String mark = page.isRecommended(candidate) ? ", recommended" : "";
    rows.line(new Piece(Role.STRONG, candidate.image().reference()), new Piece(Role.GOOD, mark));
    candidate.reasons().stream()
        .filter(reason -> !reason.equals(CandidateWords.compiles(candidate)))
        .forEach(reason -> rows.words(2, Role.PLAIN, reason));
    if (candidate.isPossible()) {
      put("a build", building(candidate));
      page.needs().map(SystemPackages::of).ifPresent(this::put);
      put("on disk", parts(candidate.size()));
    }
    put("end of life", ends(candidate.image()));
  }

  private void put(String label, String words) {
    rows.words(new Piece(Role.FAINT, "  " + String.format(LABEL, label)), Role.PLAIN, words);
  }

  /** All that compiles, which the reasons shorten. */
  private static String building(Candidate candidate) {
    String what =
        candidate.sourceBuilds().isEmpty()
            ? CandidateWords.compiles(candidate)
            : "compiles " + String.join(", ", candidate.sourceBuilds());
    return "about " + CandidateWords.time(candidate.buildSeconds()) + ", " + what;
  }

  private void put(SystemPackages needed) {
    if (needed.none()) {
      put("system packages", "none");
    }
    int widest =
        needed.stages().stream()
            .flatMap(stage -> stage.packages().stream())
            .mapToInt(wanted -> TerminalText.columns(rows.harmless(wanted.name())))
            .max()
            .orElse(0);
    boolean beside = rows.columns() >= BESIDE;
    for (SystemPackages.Stage stage : needed.stages()) {
      String label = beside ? "  " + String.format(LABEL, stage.title()) : "    ";
      if (!beside) {
        rows.line(new Piece(Role.FAINT, "  " + stage.title()));
      }
      for (SystemPackages.Wanted wanted : stage.packages()) {
        String gap = " ".repeat(widest - TerminalText.columns(rows.harmless(wanted.name())) + 2);
        rows.words(
            0,
            Role.PLAIN,
            String.join(", ", wanted.reasons()),
            new Piece(Role.FAINT, label),
            new Piece(Role.PLAIN, wanted.name() + gap));
        label = " ".repeat(label.length());
      }
    }
  }

  private static String parts(SizeEstimate size) {
    String estimated = size.method() == SizeEstimate.Method.ESTIMATED ? "; estimated" : "";
    return Bytes.megabytes(size.onDisk())
        + ": "
        + String.join(", ", CandidateWords.parts(size))
        + estimated;
  }

  private static String ends(BaseImage image) {
    return "Python "
        + image.series()
        + " "
        + image.pythonEndOfLife()
        + ", "
        + image.distribution().suffix()
        + " "
        + image.distributionEndOfLife();
  }
}
