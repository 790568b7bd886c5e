package wheelbase.report;

import java.util.List;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Severity;
import wheelbase.diagnostic.SourceSpan;

/** Diagnostics as text: where, what, the line itself with a caret, and what would help. */
public final class DiagnosticText {
  private static final int INDENT = 4;

  private final Style style;

  public DiagnosticText(Style style) {
    this.style = style;
  }

  public String of(List<Diagnostic> diagnostics) {
    Page page = new Page(style);
    diagnostics.forEach(diagnostic -> put(page.blank(), diagnostic));
    return page.toString();
  }

  public String of(Diagnostic diagnostic) {
    return of(List.of(diagnostic));
  }

  private static void put(Page page, Diagnostic diagnostic) {
    String where = diagnostic.place().map(DiagnosticText::where).orElse("");
    String[] message = diagnostic.message().split("\n", -1);
    page.paragraph(
        0, "", 0, ink(diagnostic.severity()), where + kind(diagnostic.severity()) + message[0]);
    for (int line = 1; line < message.length; line++) {
      if (TerminalText.columns(page.harmless(message[line])) + 2 <= page.width()) {
        page.line(2, message[line]);
      } else {
        page.paragraph(2, message[line]);
      }
    }
    diagnostic.place().ifPresent(place -> quote(page.blank(), place));
    if (diagnostic.place().isEmpty() && !diagnostic.blame().isEmpty()) {
      page.paragraph(2, BlameWords.line(diagnostic.blame(), page.width() - 2));
    }
    diagnostic.hint().ifPresent(hint -> page.blank().paragraph(0, "hint:", 6, Ink.PLAIN, hint));
  }

  private static String where(SourceSpan place) {
    return place.file() + ":" + place.line() + ":" + place.column() + ": ";
  }

  private static String kind(Severity severity) {
    return switch (severity) {
      case ERROR -> "";
      case WARNING -> "warning: ";
      case NOTE -> "note: ";
    };
  }

  private static Ink ink(Severity severity) {
    return switch (severity) {
      case ERROR -> Ink.BAD;
      case WARNING -> Ink.CAUTION;
      case NOTE -> Ink.PLAIN;
    };
  }

  /**
   * The line and carets under the fault. The columns are those of what is shown: a character that
   * had to be escaped takes more room than it had. Of a long line the part with the fault is shown.
   */
  private static void quote(Page page, SourceSpan place) {
    String text = place.text();
    int start = Math.min(place.column() - 1, text.length());
    int end = Math.min(start + place.length(), text.length());
    String before = page.harmless(text.substring(0, start));
    String fault = page.harmless(text.substring(start, end));
    String after = page.harmless(text.substring(end));
    int room = page.width() - INDENT;
    if (TerminalText.columns(before + fault + after) > room) {
      fault = TerminalText.fit(fault, room / 2);
      int rest = room - TerminalText.columns(fault);
      before = lastColumns(before, Math.max(rest / 2, rest - TerminalText.columns(after)));
      after = firstColumns(after, rest - TerminalText.columns(before));
    }
    page.line(INDENT).put(before).put(Ink.BAD, fault).put(after).end();
    page.line(INDENT)
        .put(" ".repeat(TerminalText.columns(before)))
        .put(Ink.BAD, "^".repeat(Math.max(1, TerminalText.columns(fault))))
        .end();
  }

  private static String lastColumns(String text, int columns) {
    String shown = text;
    while (TerminalText.columns(shown) > columns - (shown.equals(text) ? 0 : 3)) {
      shown = shown.substring(shown.offsetByCodePoints(0, 1));
    }
    return shown.equals(text) ? text : "..." + shown;
  }

  private static String firstColumns(String text, int columns) {
    String shown = text;
    while (TerminalText.columns(shown) > columns - (shown.equals(text) ? 0 : 3)) {
      shown = shown.substring(0, shown.offsetByCodePoints(shown.length(), -1));
    }
    return shown.equals(text) ? text : shown + "...";
  }
}
