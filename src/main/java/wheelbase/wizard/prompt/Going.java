package wheelbase.wizard.prompt;

import wheelbase.wizard.Ending;
import wheelbase.wizard.Step;

/** What comes after a step. */
sealed interface Going {
  /**
   * Another step.
   *
   * @param fromBehind whether the user comes back to it: to its last question, not its first
   */
  record To(Step step, boolean fromBehind) implements Going {}

  /** Nothing more. */
  record Ended(Ending ending) implements Going {}

  static Going to(Step step) {
    return new To(step, false);
  }

  static Going back(Step step) {
    return new To(step, true);
  }

  static Going leave() {
    return new Ended(Ending.NOTHING_WRITTEN);
  }
}
