package wheelbase.report;

import wheelbase.diagnostic.Severity;
import wheelbase.diagnostic.Wording;
import wheelbase.syslibs.RuleLint;
import wheelbase.syslibs.RuleTests;

/** What {@code wheelbase rules test} and {@code rules lint} say to a person. */
public final class RuleChecksText {
  private final Style style;

  public RuleChecksText(Style style) {
    this.style = style;
  }

  /** Each failure where it stands, then the counts. */
  public String of(RuleTests tests) {
    int all = tests.passed() + tests.failures().size();
    String counts =
        Wording.count(all, "test")
            + " in "
            + Wording.count(tests.files(), "file")
            + ": "
            + (tests.failures().isEmpty()
                ? "all pass"
                : tests.passed() + " pass, " + tests.failures().size() + " fail")
            + (tests.skipped() == 0
                ? ""
                : "; " + tests.skipped() + " skipped, of releases past their end of life");
    Page page = new Page(style);
    page.paragraph(0, "", 0, tests.failures().isEmpty() ? Ink.GOOD : Ink.BAD, counts);
    return new DiagnosticText(style).of(tests.failures())
        + (tests.failures().isEmpty() ? "" : "\n")
        + page;
  }

  /** Each finding where it stands, then the counts. */
  public String of(RuleLint lint) {
    Page page = new Page(style);
    String files = " in " + Wording.count(lint.files(), "file");
    page.paragraph(
        0,
        "",
        0,
        lint.isClean() ? Ink.GOOD : Ink.BAD,
        lint.findings().isEmpty()
            ? "Nothing to find fault with" + files
            : String.join(
                    ", ",
                    Wording.count(number(lint, Severity.ERROR), "error"),
                    Wording.count(number(lint, Severity.WARNING), "warning"),
                    Wording.count(number(lint, Severity.NOTE), "note"))
                + files);
    return new DiagnosticText(style).of(lint.findings())
        + (lint.findings().isEmpty() ? "" : "\n")
        + page;
  }

  private static int number(RuleLint lint, Severity severity) {
    return (int) lint.findings().stream().filter(each -> each.severity() == severity).count();
  }
}
