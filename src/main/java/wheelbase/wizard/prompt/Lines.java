package wheelbase.wizard.prompt;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A conversation, a line at a time. */
public interface Lines {
  /** Until when nothing was said the terminal's usual 80 columns are reckoned with. */
  int USUAL_WIDTH = 80;

  /**
   * A question.
   *
   * @param prompt what stands before the answer, harmless
   * @param begun what stands in the answer already, to be mended
   * @param completions what the last word of an answer could become, given the answer up to the
   *     cursor
   * @param history questions of the same name share the answers that are offered again
   */
  record Asking(
      String prompt, String begun, Function<String, List<String>> completions, String history) {}

  /** What the user answers; empty where the user wants to leave or the input has ended. */
  Optional<String> ask(Asking asking);

  /** Tells a line, harmless; from any thread. */
  void say(String line);

  /** Terminal columns. */
  int width();

  /**
   * What Ctrl-C does from now on, as long as nothing is asked; empty: nothing is asked any more.
   */
  void onInterrupt(Optional<Runnable> action);
}
