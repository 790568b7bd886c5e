package wheelbase.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wheelbase.Analysis;
import wheelbase.pep508.PackageName;
import wheelbase.requirements.RequirementEdit;
import wheelbase.wheels.Cure;

/**
 * What was seen to help: first the edits that together free a base of all that ails there, then the
 * edits of each package, then what else may be asked for.
 */
final class CuresText {
  private static final int EDITS = 44;

  private CuresText() {}

  static void put(Page page, Analysis analysis) {
    Set<Cure> said = new LinkedHashSet<>();
    for (Cure cure : analysis.cures()) {
      if (cure.treatment().edits().size() > 1) {
        said.add(cure);
        putTogether(page, analysis, cure, said);
      }
    }
    List<Cure> others = new ArrayList<>(analysis.cures());
    others.removeIf(cure -> said.contains(cure) || cure.endsConflict());
    if (!others.isEmpty()) {
      page.blank().line(2, "Would give wheels (each was tried by resolving again):");
      putEdits(page, others);
      others.stream().filter(cure -> !isEdit(cure)).forEach(cure -> putElsewhere(page, cure));
    }
  }

  /** Each edit as it is offered alone. */
  private static void putTogether(Page page, Analysis analysis, Cure together, Set<Cure> said) {
    page.blank().line(2, together.effect() + " with " + together.edit() + " (tried):");
    for (Cure cure : analysis.cures()) {
      List<RequirementEdit> edits = cure.treatment().edits();
      if (edits.size() == 1 && together.treatment().edits().containsAll(edits)) {
        put(page, 4, cure.edit(), PackageWords.effect(cure));
        said.add(cure);
      }
    }
  }

  private static void putEdits(Page page, List<Cure> cures) {
    Map<PackageName, List<Cure>> byPackage = new LinkedHashMap<>();
    cures.stream()
        .filter(CuresText::isEdit)
        .forEach(
            cure -> byPackage.computeIfAbsent(cure.name(), name -> new ArrayList<>()).add(cure));
    for (List<Cure> alternatives : byPackage.values()) {
      String or = "";
      for (Cure cure : alternatives) {
        put(page, or.isEmpty() ? 4 : 6, or + cure.edit(), PackageWords.effect(cure));
        or = "or ";
      }
    }
  }

  private static boolean isEdit(Cure cure) {
    return !cure.treatment().edits().isEmpty();
  }

  private static void putElsewhere(Page page, Cure cure) {
    put(page, 4, cure.edit(), "for " + PackageWords.few(cure.names()));
  }

  private static void put(Page page, int indent, String edit, String effect) {
    boolean fits = indent + TerminalText.columns(page.harmless(edit)) <= 4 + EDITS;
    if (fits) {
      page.paragraph(indent, edit, 6 + EDITS, Ink.GOOD, Ink.PLAIN, effect);
      return;
    }
    page.paragraph(indent, "", indent, Ink.GOOD, edit);
    if (!effect.isEmpty()) {
      page.paragraph(indent + 4, effect);
    }
  }
}
