package wheelbase.report;

import wheelbase.Analysis;

/** The targets on which the requirements cannot be met, and why. */
final class ConflictText {
  private ConflictText() {}

  static void put(Page page, Analysis analysis) {
    for (UnmetTargets unmet : UnmetTargets.of(analysis)) {
      page.blank().paragraph(0, "", 2, Ink.BAD, sentence(unmet.where()));
      page.blank();
      unmet.explanation().forEach(sentence -> page.paragraph(2, "", 4, Ink.PLAIN, sentence));
    }
  }

  /**
   * @param where {@link UnmetTargets#where}
   */
  static String sentence(String where) {
    return "The requirements cannot be met on " + where + ".";
  }
}
