package wheelbase.report;

import java.util.List;
import wheelbase.Analysis;
import wheelbase.resolver.Sentence;

/** The targets on which the requirements cannot be met, and why. */
final class ConflictText {
  /** Where what is asked for may begin, if it is to stand in a column. */
  private static final int WIDEST_SUBJECT = 48;

  private static final int GAP = 3;
  private static final int INDENT = 2;
  private static final int STORY = 4;
  private static final String HINT = "hint:";

  private ConflictText() {}

  static void put(Page page, Analysis analysis) {
    for (UnmetTargets unmet : UnmetTargets.of(analysis)) {
      page.blank().paragraph(0, "", INDENT, Ink.BAD, sentence(unmet.where()));
      page.blank();
      put(page, unmet.sentences());
      String label = HINT;
      if (!unmet.cures().isEmpty()) {
        page.blank();
      }
      for (String hint : unmet.hints()) {
        page.paragraph(INDENT, label, INDENT + HINT.length() + 1, Ink.GOOD, Ink.PLAIN, hint);
        label = "";
      }
    }
  }

  /** What is asked for stands below each other, where there is room. */
  static void put(Page page, List<Sentence> sentences) {
    int column =
        sentences.stream()
            .filter(sentence -> !sentence.object().isEmpty())
            .mapToInt(sentence -> TerminalText.columns(page.harmless(sentence.beginning())))
            .filter(columns -> columns <= WIDEST_SUBJECT)
            .max()
            .orElse(0);
    int begins = STORY + column + GAP;
    for (Sentence sentence : sentences) {
      int beginning = STORY + TerminalText.columns(page.harmless(sentence.beginning()));
      int object = TerminalText.columns(page.harmless(sentence.object()));
      boolean inColumns =
          !sentence.object().isEmpty() && beginning < begins && begins + object <= page.width();
      if (inColumns) {
        page.line(STORY).put(sentence.beginning()).to(begins).put(sentence.object()).end();
      } else {
        page.paragraph(STORY, "", STORY, Ink.PLAIN, sentence.toString());
      }
    }
  }

  /**
   * @param where {@link UnmetTargets#where}
   */
  static String sentence(String where) {
    return "The requirements cannot be met on " + where + ".";
  }
}
