package wheelbase.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wheelbase.Analysis;
import wheelbase.pep508.PackageName;
import wheelbase.wheels.Cure;

/** The edits that were seen to help, those of one package together. */
final class CuresText {
  private static final int EDITS = 44;

  private CuresText() {}

  static void put(Page page, Analysis analysis) {
    Map<PackageName, List<Cure>> byPackage = new LinkedHashMap<>();
    for (Cure cure : analysis.cures()) {
      if (!cure.endsConflict()) {
        byPackage.computeIfAbsent(cure.name(), name -> new ArrayList<>()).add(cure);
      }
    }
    if (byPackage.isEmpty()) {
      return;
    }
    page.blank().line(2, "Would give wheels (each was tried by resolving again):");
    byPackage.forEach(
        (name, cures) -> {
          put(page, 4, subject(cures.get(0)), cures.get(0));
          cures.stream().skip(1).forEach(cure -> put(page, 6, "or " + cure.edit(), cure));
        });
  }

  /** An edit of a line names the package by itself. */
  private static String subject(Cure cure) {
    return cure.id().startsWith("other-") && !cure.id().equals("other-version")
        ? cure.name() + ": " + cure.edit()
        : cure.edit();
  }

  private static void put(Page page, int indent, String edit, Cure cure) {
    boolean fits = indent + TerminalText.columns(page.harmless(edit)) <= 4 + EDITS;
    if (fits) {
      page.paragraph(indent, edit, 6 + EDITS, Ink.GOOD, Ink.PLAIN, cure.effect());
      return;
    }
    page.paragraph(indent, "", indent, Ink.GOOD, edit);
    if (!cure.effect().isEmpty()) {
      page.paragraph(indent + 4, cure.effect());
    }
  }
}
