package wheelbase.wizard;

/** What a key press comes to: the page looks different, or the wizard has something to do. */
public sealed interface Turn {
  /** No answer has changed. */
  record Show(Page page) implements Turn {}

  /** These are the answers now, and the step goes on. */
  record Revise(Answers answers, Page page) implements Turn {}

  /** The step is done. */
  record Next(Answers answers) implements Turn {}

  /** To the step before; what was answered here is kept. */
  record Back(Answers answers) implements Turn {}

  /** To a step that was passed already. */
  record Visit(Step step) implements Turn {}

  /** Looks (again) at what the answers name. */
  record Look(boolean offline) implements Turn {}

  /** Stops looking; what was fetched is in the cache. */
  record StopLooking() implements Turn {}

  /**
   * Writes the files.
   *
   * @param force whether a different file that is there is replaced
   */
  record Write(boolean force) implements Turn {}

  /** Keeps something in a file of that name, relative to where the user stands. */
  record Save(Keepsake what, String file) implements Turn {}

  /** The command line that would do the same goes to the clipboard. */
  record CopyCommand() implements Turn {}

  /** The wizard ends. */
  record Leave() implements Turn {}

  /** What can be kept beside the files of the image. */
  enum Keepsake {
    ANSWERS,
    /** The analysis and the Dockerfile as one HTML page. */
    SHARED_PAGE
  }
}
