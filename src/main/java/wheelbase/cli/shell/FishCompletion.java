package wheelbase.cli.shell;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;

/** Completions for fish 3, with descriptions. */
public final class FishCompletion {
  private static final String FUNCTIONS =
      """
      # Which command the line has come to, and the number of the operand that comes next.
      function __%1$s_place
          set -l command ''
          set -l operand 1
          set -l skip no
          set -l ended no
          for word in (commandline -opc)[2..-1]
              if test $skip = yes
                  set skip no
              else if test $ended = no; and string match -q -- -- $word
                  set ended yes
              else if test $ended = no; and string match -q -- '-?*' $word
                  __%1$s_takes_value "$command" $word; and set skip yes
              else if __%1$s_has "$command" $word
                  set command (string trim "$command $word")
              else
                  set operand (math $operand + 1)
              end
          end
          echo $command
          echo $operand
      end

      # Whether the line has come to a command, and to its operand with that number, or a later one.
      function __%1$s_at --argument-names command first last
          set -l place (__%1$s_place)
          test "$place[1]" = "$command"; or return 1
          test -z "$first"; and return 0
          test $place[2] -ge $first; and test -n "$last" -o $place[2] -eq $first
      end

      # Each of its arguments behind those that are typed already, with a comma between them.
      function __%1$s_list
          set -l typed (commandline -ct | string replace -r '^--[^=]*=' '')
          set -l before (string match -r '^.*,' -- $typed)
          for word in $argv
              string match -q -- "*,$word,*" ",$before"; or echo "$before$word"
          end
      end
      """;

  private FishCompletion() {}

  /** The script, to be sourced. */
  public static String of(OfferedCommand root) {
    String program = root.program();
    return "# fish completion for "
        + program
        + ", generated from the definitions of its commands\n\n"
        + cases(
            "# Whether an option takes a value, which may be the next word.\n",
            program + "_takes_value",
            root.all().flatMap(FishCompletion::valued))
        + "\n"
        + cases(
            "# Whether a word is a command below a command.\n",
            program + "_has",
            root.all()
                .flatMap(command -> command.subcommands().stream())
                .map(command -> beside(parent(command), command.name())))
        + "\n"
        + String.format(FUNCTIONS, program)
        + "\ncomplete -c "
        + program
        + " -e\ncomplete -c "
        + program
        + " -f\n"
        + root.all().flatMap(FishCompletion::lines).collect(joining("\n"))
        + "\n";
  }

  private static String cases(String comment, String name, Stream<String> words) {
    return comment
        + "function __"
        + name
        + " --argument-names command word\n    switch \"$command $word\"\n        case"
        + words.map(word -> " \\\n            " + quoted(word)).collect(joining())
        + "\n            return 0\n    end\n    return 1\nend\n";
  }

  private static Stream<String> valued(OfferedCommand command) {
    return command.options().stream()
        .filter(option -> option.value().isPresent())
        .flatMap(option -> option.names().stream())
        .map(name -> beside(command.words(), name));
  }

  private static String beside(String command, String word) {
    return command + " " + word;
  }

  private static String parent(OfferedCommand command) {
    return String.join(" ", command.path().subList(0, command.path().size() - 1));
  }

  private static Stream<String> lines(OfferedCommand command) {
    Stream<String> subcommands =
        command.subcommands().stream()
            .map(
                each ->
                    line(command, "1")
                        + " -a "
                        + quoted(quoted(each.name()))
                        + " -d "
                        + quoted(each.description()));
    Stream<String> options =
        command.options().stream()
            .map(
                option ->
                    line(command, "")
                        + option.names().stream().map(FishCompletion::flag).collect(joining())
                        + option.value().map(value -> argument(command, value)).orElse("")
                        + " -d "
                        + quoted(option.description()));
    return Stream.of(subcommands, options, operands(command)).flatMap(lines -> lines);
  }

  private static Stream<String> operands(OfferedCommand command) {
    List<OfferedOperand> operands = command.operands();
    return operands.stream()
        .filter(operand -> operand.value().kind() != OfferedValue.Kind.TEXT)
        .map(
            operand ->
                line(command, operands.indexOf(operand) + 1 + (operand.repeatable() ? " on" : ""))
                    + operand(command, operand));
  }

  private static String operand(OfferedCommand command, OfferedOperand operand) {
    return operand.value().kind() == OfferedValue.Kind.FILE
        ? " -F"
        : " -a " + quoted(words(command, operand.value())) + " -d " + quoted(operand.description());
  }

  private static String line(OfferedCommand command, String operand) {
    String place = "__" + command.program() + "_at " + quoted(command.words());
    return "complete -c "
        + command.program()
        + " -n "
        + quoted(operand.isEmpty() ? place : place + " " + operand);
  }

  private static String flag(String name) {
    return name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1);
  }

  private static String argument(OfferedCommand command, OfferedValue value) {
    return switch (value.kind()) {
      case TEXT -> " -x";
      case FILE -> " -r -F";
      case DIRECTORY, CHOICE -> " -x -a " + quoted(words(command, value));
    };
  }

  /** What fish expands to the words it offers. */
  private static String words(OfferedCommand command, OfferedValue value) {
    if (value.kind() == OfferedValue.Kind.DIRECTORY) {
      return "(__fish_complete_directories)";
    }
    String choices = value.choices().stream().map(FishCompletion::quoted).collect(joining(" "));
    return value.list() ? "(__" + command.program() + "_list " + choices + ")" : choices;
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./=+-]+")
        ? word
        : "'" + word.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
