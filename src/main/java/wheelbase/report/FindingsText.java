package wheelbase.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import wheelbase.Analysis;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Severity;
import wheelbase.diagnostic.Wording;
import wheelbase.findings.Findings;

/** What the user should know beside the verdicts: in short, or with all that is known of it. */
final class FindingsText {
  /** So many of one kind are told; the others are like them. */
  private static final int OF_A_KIND = 2;

  private static final int KINDS_OF_NOTES = 6;

  private FindingsText() {}

  /** Before all else, what nothing fits of; whether there was something to say. */
  static boolean putFirst(Page page, Analysis analysis) {
    List<Diagnostic> first =
        analysis.diagnostics().stream()
            .filter(diagnostic -> diagnostic.id().equals(Findings.NOTHING_FITS))
            .toList();
    for (Diagnostic diagnostic : first) {
      String words = diagnostic.headline();
      page.blank()
          .paragraph(
              2,
              "",
              2,
              Ink.BAD,
              words.substring(0, 1).toUpperCase(Locale.ROOT)
                  + words.substring(1)
                  + blame(page, diagnostic)
                  + ".");
    }
    return !first.isEmpty();
  }

  /**
   * The first line of each finding, those of one kind together.
   *
   * @param said ids of what was told elsewhere
   */
  static void putShort(Page page, Analysis analysis, Set<String> said) {
    for (Severity severity : List.of(Severity.WARNING, Severity.NOTE)) {
      Map<String, List<Diagnostic>> kinds =
          of(analysis, severity).stream()
              .filter(diagnostic -> !said.contains(diagnostic.id()))
              .collect(
                  Collectors.groupingBy(Diagnostic::id, LinkedHashMap::new, Collectors.toList()));
      int number = kinds.values().stream().mapToInt(List::size).sum();
      if (number == 0) {
        continue;
      }
      page.blank().line(0).put(ink(severity), label(severity, number)).end();
      int left = severity == Severity.NOTE ? KINDS_OF_NOTES : kinds.size();
      int told = 0;
      for (List<Diagnostic> kind : kinds.values()) {
        if (left-- == 0) {
          break;
        }
        told += kind.size();
        int shown = kind.size() <= OF_A_KIND + 1 ? kind.size() : OF_A_KIND;
        kind.subList(0, shown)
            .forEach(diagnostic -> put(page, diagnostic, inShort(page, diagnostic)));
        if (shown < kind.size()) {
          page.paragraph(4, "and " + (kind.size() - shown) + " more like it");
        }
      }
      if (told < number) {
        page.paragraph(2, "and " + (number - told) + " more: wheelbase wheels");
      }
    }
  }

  /** Every finding with its details, its hint and whom it comes from. */
  static void putAll(Page page, Analysis analysis, Set<Severity> severities) {
    for (Severity severity : List.of(Severity.WARNING, Severity.NOTE)) {
      List<Diagnostic> all = of(analysis, severity);
      if (all.isEmpty() || !severities.contains(severity)) {
        continue;
      }
      page.blank().line(0).put(ink(severity), label(severity, all.size())).end();
      for (Diagnostic diagnostic : all) {
        put(page, diagnostic, place(diagnostic) + diagnostic.headline());
        diagnostic
            .message()
            .lines()
            .skip(1)
            .forEach(line -> page.paragraph(4, "", 6, Ink.PLAIN, line));
        diagnostic.hint().ifPresent(hint -> page.paragraph(4, "hint:", 10, Ink.PLAIN, hint));
        String blame = BlameWords.line(diagnostic.blame(), page.width());
        if (!blame.isEmpty()) {
          page.paragraph(4, "", 6, Ink.FAINT, blame);
        }
      }
    }
  }

  private static List<Diagnostic> of(Analysis analysis, Severity severity) {
    return analysis.diagnostics().stream()
        .filter(diagnostic -> diagnostic.severity() == severity)
        .toList();
  }

  private static String label(Severity severity, int number) {
    return Wording.count(number, severity == Severity.NOTE ? "note" : "warning") + ":";
  }

  private static Ink ink(Severity severity) {
    return severity == Severity.NOTE ? Ink.PLAIN : Ink.CAUTION;
  }

  private static void put(Page page, Diagnostic diagnostic, String words) {
    page.paragraph(2, "-", 4, ink(diagnostic.severity()), words);
  }

  private static String inShort(Page page, Diagnostic diagnostic) {
    boolean hasDetails = diagnostic.message().lines().count() > 1;
    String headline = place(diagnostic) + diagnostic.headline();
    return hasDetails && diagnostic.severity() == Severity.NOTE
        ? headline
        : headline
            + diagnostic.hint().map(hint -> "; " + hint).orElse("")
            + blame(page, diagnostic);
  }

  private static String place(Diagnostic diagnostic) {
    return diagnostic.place().map(place -> place.file() + ":" + place.line() + " ").orElse("");
  }

  /** Of a finding that names no line itself. */
  private static String blame(Page page, Diagnostic diagnostic) {
    String line = BlameWords.line(diagnostic.blame(), page.width());
    return line.isEmpty() || diagnostic.place().isPresent() ? "" : " (" + line + ")";
  }
}
