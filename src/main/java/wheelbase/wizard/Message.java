package wheelbase.wizard;

import wheelbase.Analysis;

/** What happens to the wizard, one after the other: the user's keys and the pipeline's news. */
public sealed interface Message {
  /** The user pressed a key. */
  record Pressed(Key key) implements Message {}

  /**
   * There is something new to be seen of the analysis.
   *
   * @param run which analysis; one that was stopped may still be talking
   */
  record Progressed(int run) implements Message {}

  /** The analysis is done. */
  record Analysed(int run, Analysis analysis) implements Message {}

  /** The analysis failed: the index could not be reached, or there is a bug. */
  record Failed(int run, Throwable why) implements Message {}
}
