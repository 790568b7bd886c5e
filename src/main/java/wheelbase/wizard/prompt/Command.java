package wheelbase.wizard.prompt;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Something that can be said besides an answer.
 *
 * @param name the word for it
 * @param argument what is said after it ({@code NAME}); empty where nothing is
 * @param help what it does
 * @param arguments what can be said after it, for completion
 * @param action given what was said after it
 */
record Command(
    String name,
    String argument,
    String help,
    Supplier<List<String>> arguments,
    Function<String, Way> action) {

  static Command of(String name, String help, Supplier<Way> action) {
    return new Command(name, "", help, List::of, none -> action.get());
  }

  /** The answer of a line: one that would be a command has a backslash before it. */
  static String answer(String line) {
    return line.startsWith("\\") ? line.substring(1) : line;
  }

  String usage() {
    return argument.isEmpty() ? name : name + " " + argument;
  }

  boolean isCalledIn(String reply) {
    return lower(reply).equals(name) || !argument.isEmpty() && isBegunIn(reply);
  }

  /** Whether its argument is being typed. */
  boolean isBegunIn(String reply) {
    return lower(reply).startsWith(name + " ");
  }

  Way run(String reply) {
    return action.apply(reply.substring(name.length()).strip());
  }

  List<String> completions(String begun) {
    return arguments.get();
  }

  private static String lower(String reply) {
    return reply.toLowerCase(Locale.ROOT);
  }
}
