package wheelbase.report.html;

import wheelbase.report.VerdictWords;
import wheelbase.wheels.VerdictClass;

/**
 * A verdict as the page shows it: never a colour alone.
 *
 * @param id the name of its colour in the style, as the JSON contract spells the verdict
 */
record Mark(String id, String sign, String words) {
  static Mark of(VerdictClass kind) {
    VerdictWords words = VerdictWords.of(kind);
    return new Mark(kind.id(), words.sign(), words.words());
  }
}
