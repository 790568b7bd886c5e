package wheelbase.wizard.prompt;

import java.util.List;

/** What can be done now; the first of it by Enter alone. */
final class Menu extends Prompt {
  private final String title;
  private final List<Command> commands;

  Menu(String title, List<Command> commands) {
    super(title, commands);
    this.title = title;
    this.commands = List.copyOf(commands);
  }

  @Override
  String words() {
    return title + " [" + commands.get(0).name() + "]";
  }

  @Override
  void explain(Speech speech) {
    int number = 0;
    for (Command command : commands) {
      number++;
      speech.item(number + ".", command.usage() + ": " + command.help());
    }
  }

  @Override
  Way take(String reply, Speech speech) {
    if (reply.isEmpty()) {
      return commands.get(0).run(commands.get(0).name());
    }
    String[] words = reply.split(" ", 2);
    if (words[0].matches("[0-9]{1,2}")) {
      int number = Integer.parseInt(words[0]);
      if (number >= 1 && number <= commands.size()) {
        Command command = commands.get(number - 1);
        return command.run(command.name() + reply.substring(words[0].length()));
      }
    }
    String all = String.join(", ", commands.stream().map(Command::usage).toList());
    speech.sentence("`" + reply + "` is nothing that can be done here");
    speech.say("hint: " + all + ", back, quit or ?");
    return Way.MEND;
  }

  @Override
  List<String> completions(String begun) {
    return commands.stream().map(Command::name).filter(name -> name.startsWith(begun)).toList();
  }
}
