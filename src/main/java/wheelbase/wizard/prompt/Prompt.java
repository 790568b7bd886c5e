package wheelbase.wizard.prompt;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Something that is asked until the reply will do. */
abstract class Prompt {
  static final String BACK = "back";
  static final String QUIT = "quit";
  static final String HELP = "?";

  private final String name;
  private final List<Command> commands;

  /**
   * @param name prompts of the same name share their history
   * @param commands what can be said besides an answer
   */
  Prompt(String name, List<Command> commands) {
    this.name = name;
    this.commands = List.copyOf(commands);
  }

  /** What stands before the reply. */
  abstract String words();

  /** Says what it is about, and what can be answered. */
  abstract void explain(Speech speech);

  /** What the last word of a reply could become. */
  abstract List<String> completions(String begun);

  /** Takes a reply that is none of the commands; an empty one is the usual answer. */
  abstract Way take(String reply, Speech speech);

  /** Explains itself, then asks. */
  final Way ask(Speech speech) {
    speech.blank();
    explain(speech);
    Way way = Way.AGAIN;
    String reply = "";
    while (way == Way.AGAIN || way == Way.MEND) {
      Optional<String> heard =
          speech.ask(
              new Lines.Asking(
                  words() + ": ", way == Way.MEND ? reply : "", this::allCompletions, name));
      if (heard.isEmpty()) {
        return Way.QUIT;
      }
      reply = heard.get().strip();
      way = follow(reply, speech);
    }
    return way;
  }

  private Way follow(String reply, Speech speech) {
    switch (reply.toLowerCase(Locale.ROOT)) {
      case QUIT:
        return Way.QUIT;
      case BACK, "<":
        return Way.BACK;
      case HELP, "help":
        explain(speech);
        sayCommands(speech);
        return Way.AGAIN;
      default:
        return commands.stream()
            .filter(command -> command.isCalledIn(reply))
            .findFirst()
            .map(command -> command.run(reply))
            .orElseGet(() -> take(reply, speech));
    }
  }

  private void sayCommands(Speech speech) {
    speech.say("At every prompt:");
    commands.forEach(command -> speech.item(command.usage() + ":", command.help()));
    speech.item(BACK + ":", "to the question before; < does it too");
    speech.item(QUIT + ":", "leaves without writing; so do Ctrl-C and Ctrl-D");
    speech.item(HELP + ":", "says all this");
    speech.item("Tab:", "completes what is begun; the arrow keys bring back what was said");
    speech.item("\\:", "before a word makes an answer of it that is an order else");
  }

  private List<String> allCompletions(String begun) {
    Optional<Command> called =
        commands.stream().filter(command -> command.isBegunIn(begun)).findFirst();
    return called.map(command -> command.completions(begun)).orElseGet(() -> completions(begun));
  }
}
