package wheelbase.report;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import wheelbase.diagnostic.Severity;
import wheelbase.diagnostic.Wording;
import wheelbase.syslibs.DraftRule;
import wheelbase.verify.ProbeReport;
import wheelbase.verify.StartReport;
import wheelbase.verify.Verification;

/** What came of {@code wheelbase verify}. */
public final class VerifyText {
  private static final int COLUMN = 16;

  private final Style style;

  public VerifyText(Style style) {
    this.style = style;
  }

  /**
   * @param subject the Dockerfile, as the user knows it
   */
  public String of(Verification verification, String subject) {
    Page page = new Page(style);
    headline(page, verification, subject);
    verification
        .passedOver()
        .forEach(each -> page.paragraph(2, "passed over", COLUMN, Ink.FAINT, each));
    verification.proof().ifPresent(proof -> rows(page.blank(), verification, proof));
    String findings = new DiagnosticText(style).of(verification.findings());
    StringBuilder text = new StringBuilder(page.toString());
    if (!findings.isEmpty()) {
      text.append('\n').append(findings);
    }
    if (!verification.drafts().isEmpty()) {
      text.append(drafts(verification.drafts()));
    }
    return text.toString();
  }

  private static void headline(Page page, Verification verification, String subject) {
    String by =
        "built by %s %s in %s"
            .formatted(
                verification.engine().program(),
                verification.version(),
                Wording.count(verification.seconds(), "second"));
    if (verification.isProven()) {
      page.paragraph(0, "", 0, Ink.GOOD, "proven   " + subject + ", " + by);
    } else if (verification.explanation().isPresent()) {
      page.paragraph(
          0,
          "",
          0,
          Ink.BAD,
          "does not build   "
              + subject
              + ", by "
              + verification.engine().program()
              + " "
              + verification.version());
    } else {
      page.paragraph(0, "", 0, Ink.BAD, "not proven   " + subject + ", " + by);
    }
  }

  private static void rows(Page page, Verification verification, Verification.Proof proof) {
    ProbeReport report = proof.report();
    row(
        page,
        verification,
        "imports",
        Set.of("import-lacks-library", "import-lacks-module", "import-fails"),
        "%s import, on Python %s"
            .formatted(Wording.count(proof.imported(), "package"), report.python()));
    row(
        page,
        verification,
        "requirements",
        Set.of("requirement-not-installed", "requirement-not-met", "python-not-admitted"),
        "of %s are met".formatted(Wording.count(report.distributions().size(), "package")));
    row(
        page,
        verification,
        "linkage",
        Set.of("library-missing", "other-machine"),
        "%s read".formatted(Wording.count(report.sharedObjects(), "linked file")));
    proof
        .start()
        .ifPresent(
            start ->
                row(
                    page,
                    verification,
                    "start",
                    Set.of("start-impossible", "start-fails", "unhealthy"),
                    start(start, proof.healthCheck())));
    page.paragraph(2, "size", COLUMN, Ink.PLAIN, size(proof));
    page.paragraph(
        2,
        "as",
        COLUMN,
        Ink.PLAIN,
        "user %d%s%s"
            .formatted(
                report.uid(),
                proof.readOnly() ? ", on a read-only root" : "",
                report.network() ? "" : ", without a network"));
  }

  private static void row(
      Page page, Verification verification, String label, Set<String> ids, String words) {
    long faults =
        verification.findings().stream()
            .filter(each -> each.severity() == Severity.ERROR && ids.contains(each.id()))
            .count();
    page.paragraph(
        2,
        label,
        COLUMN,
        faults == 0 ? Ink.GOOD : Ink.BAD,
        (faults == 0 ? "" : Wording.count(faults, "fault") + ": ") + words);
  }

  private static String start(StartReport start, boolean checked) {
    String seconds = String.format(Locale.ROOT, "%.1f s", start.seconds());
    if (start.healthy()) {
      return "healthy after "
          + seconds
          + (start.stopped().orElse(false) ? ", ends when it is asked to" : "");
    }
    if (start.problem().isPresent()) {
      return "cannot be run";
    }
    if (start.ended().isPresent()) {
      return "ended with " + start.ended().getAsInt() + " after " + seconds;
    }
    return checked ? "not healthy after " + seconds : "still ran after " + seconds;
  }

  private static String size(Verification.Proof proof) {
    String measured = Bytes.megabytes(proof.report().bytes()) + " on disk";
    return proof
        .predicted()
        .map(
            said ->
                measured
                    + " ("
                    + Bytes.megabytes(said.bytes())
                    + " predicted on "
                    + said.base()
                    + String.format(
                        Locale.ROOT, ", %+.1f %%)", 100 * proof.sizeError().orElse(0.0)))
        .orElse(measured);
  }

  private String drafts(List<DraftRule> drafts) {
    Page page = new Page(style);
    for (DraftRule draft : drafts) {
      page.line(0).put(Ink.STRONG, "== " + draft.path()).put(" (a draft: look it over)").end();
      draft.text().lines().forEach(page::uncut);
    }
    return "\n" + page;
  }
}
