package wheelbase.engine;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * A program to run.
 *
 * @param command the program and its arguments, as they are
 * @param input what it reads on standard input
 * @param limit after which it is killed
 * @param log is given each line that it writes on standard error, and with {@code together} on
 *     standard output too, as it comes; from other threads
 * @param together whether both streams are one, in the order in which they were written
 */
public record ProcessOrder(
    List<String> command, String input, Duration limit, Consumer<String> log, boolean together) {
  public ProcessOrder {
    command = List.copyOf(command);
  }

  /** One that is asked something, and is not shown. */
  static ProcessOrder question(Duration limit, List<String> command) {
    return new ProcessOrder(command, "", limit, line -> {}, false);
  }
}
