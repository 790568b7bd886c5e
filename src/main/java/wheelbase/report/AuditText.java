package wheelbase.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wheelbase.audit.Audit;
import wheelbase.audit.Finding;
import wheelbase.audit.Savings;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Severity;
import wheelbase.diagnostic.Wording;
import wheelbase.dockerfile.FileChange;
import wheelbase.dockerfile.WriteOutcome;

/** What {@code wheelbase audit} says to a person. */
public final class AuditText {
  private static final int LABEL = 6;

  private final Style style;

  public AuditText(Style style) {
    this.style = style;
  }

  /** Every finding, then how many there are, then what would be saved. */
  public String of(Audit audit) {
    StringBuilder text = new StringBuilder();
    audit.findings().forEach(each -> text.append(text.length() == 0 ? "" : "\n").append(of(each)));
    text.append(text.length() == 0 ? "" : "\n");
    Page page = new Page(style);
    page.paragraph(0, "", 0, ink(audit), summary(audit));
    audit.savings().filter(AuditText::isWorthWhile).ifPresent(savings -> put(page, savings));
    return text.append(page).toString();
  }

  private String of(Finding finding) {
    Diagnostic told = finding.diagnostic();
    Diagnostic shown =
        new Diagnostic(
            told.id(),
            told.severity(),
            told.message() + " [" + told.id() + "]",
            Optional.empty(),
            told.place(),
            told.blame());
    Page page = new Page(style);
    page.paragraph(0, "why:", LABEL, Ink.PLAIN, finding.why());
    told.hint()
        .ifPresent(
            hint ->
                page.paragraph(
                    0, finding.safeEdits().isEmpty() ? "edit:" : "fix:", LABEL, Ink.PLAIN, hint));
    return new DiagnosticText(style).of(shown) + page;
  }

  private static Ink ink(Audit audit) {
    return audit.hasErrors() ? Ink.BAD : audit.hasFaults() ? Ink.CAUTION : Ink.GOOD;
  }

  private static String summary(Audit audit) {
    if (audit.findings().isEmpty()) {
      return "Nothing to find fault with in " + audit.dockerfile().source().file();
    }
    long fixable = audit.findings().stream().filter(each -> !each.safeEdits().isEmpty()).count();
    String counts =
        String.join(
            ", ",
            Wording.count(number(audit, Severity.ERROR), "error"),
            Wording.count(number(audit, Severity.WARNING), "warning"),
            Wording.count(number(audit, Severity.NOTE), "note"));
    return counts
        + (fixable == 0 ? "" : "; --fix writes what begins with `fix:` (" + fixable + ")");
  }

  private static int number(Audit audit, Severity severity) {
    return (int)
        audit.findings().stream().filter(each -> each.diagnostic().severity() == severity).count();
  }

  private static boolean isWorthWhile(Savings savings) {
    return savings.bytes() > 1_000_000
        || savings.now().buildSeconds() > savings.then().buildSeconds()
        || savings.now().rebuildSeconds() > savings.then().rebuildSeconds();
  }

  private static void put(Page page, Savings savings) {
    page.blank()
        .paragraph(
            0,
            "The file that `wheelbase generate` writes, on "
                + savings.base().reference()
                + ", would save:");
    Savings.Image now = savings.now();
    Savings.Image then = savings.then();
    if (savings.bytes() > 1_000_000) {
      page.paragraph(
          2,
          Bytes.megabytes(savings.bytes())
              + " on disk: "
              + Bytes.megabytes(now.onDisk())
              + " now, "
              + Bytes.megabytes(then.onDisk())
              + " then");
    }
    if (now.buildSeconds() > then.buildSeconds()) {
      page.paragraph(
          2, time(now.buildSeconds() - then.buildSeconds()) + " of a build from nothing");
    }
    if (now.rebuildSeconds() > then.rebuildSeconds()) {
      page.paragraph(
          2,
          time(now.rebuildSeconds() - then.rebuildSeconds())
              + " after each change of the application");
    }
  }

  private static String time(int seconds) {
    return seconds < 90 ? seconds + " s" : Math.round(seconds / 60.0) + " min";
  }

  /** Of {@code --fix}, once the edits were shown; ends where the answer is typed. */
  public String question(String file) {
    return TerminalText.harmless("Write this to " + file + "? [Y/n] ", style.unicode());
  }

  /** Enter alone is a yes, for the edits were asked for. Nothing at all is none. */
  public static boolean isAgreement(Optional<String> answer) {
    return answer
        .map(line -> List.of("", "y", "yes").contains(line.strip().toLowerCase(Locale.ROOT)))
        .orElse(false);
  }

  public String nothingWritten() {
    return "nothing was written\n";
  }

  /** Of {@code --fix}, at its end. */
  public String wrote(WriteOutcome outcome) {
    Page page = new Page(style);
    page.paragraph(0, "", 0, Ink.GOOD, GenerateText.wrote(outcome.written()));
    if (!outcome.backups().isEmpty()) {
      page.paragraph(0, "What was there is kept: " + String.join(", ", outcome.backups()));
    }
    return page.toString();
  }

  /** The edits of {@code --fix}, as a difference. */
  public String edits(List<FileChange> changes) {
    Page page = new Page(style);
    for (FileChange change : changes) {
      change.difference().forEach(page::uncut);
    }
    return page.toString();
  }
}
