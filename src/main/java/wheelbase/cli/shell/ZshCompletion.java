package wheelbase.cli.shell;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;
import wheelbase.cli.shell.OfferedValue.Kind;

/**
 * A completion function for zsh over its {@code _arguments}, with descriptions: to be laid in a
 * directory of {@code $fpath} as {@code _PROGRAM}, or to be sourced after {@code compinit}.
 */
public final class ZshCompletion {
  private ZshCompletion() {}

  /** The script. */
  public static String of(OfferedCommand root) {
    String program = root.program();
    return "#compdef "
        + program
        + "\n# zsh completion for "
        + program
        + ", generated from the definitions of its commands\n\n"
        + root.all().map(ZshCompletion::function).collect(joining("\n"))
        + String.format(
            """

            # Loaded out of $fpath this file is the function's body; sourced, it declares it.
            if [[ $funcstack[1] == _%1$s ]]; then
              _%1$s "$@"
            else
              compdef _%1$s %1$s
            fi
            """,
            program);
  }

  private static String function(OfferedCommand command) {
    return command.subcommands().isEmpty() ? leaf(command) : branch(command);
  }

  private static String leaf(OfferedCommand command) {
    return name(command)
        + "() {\n  "
        + arguments("-s -S", Stream.concat(options(command), operands(command)))
        + "\n}\n";
  }

  private static String branch(OfferedCommand command) {
    Stream<String> places =
        Stream.concat(
            options(command), Stream.of("'1:command:->command'", "'*::argument:->arguments'"));
    StringBuilder text = new StringBuilder();
    text.append(name(command) + "() {\n")
        .append("  local curcontext=$curcontext state state_descr line ret=1\n")
        .append("  local -A opt_args\n  local -a commands\n\n  ")
        .append(arguments("-s -S -C", places))
        .append(" && ret=0\n\n  case $state in\n    command)\n      commands=(\n");
    for (OfferedCommand each : command.subcommands()) {
      text.append(
          "        "
              + quoted(
                  each.name().replace(":", "\\:") + ":" + each.description().replace("\\", "\\\\"))
              + "\n");
    }
    text.append("      )\n      _describe -t commands command commands && ret=0\n")
        .append(paths(command))
        .append("      ;;\n")
        .append(
            "    arguments)\n      curcontext=${curcontext%:*:*}:"
                + command.program()
                + "-$words[1]:\n")
        .append("      case $words[1] in\n");
    for (OfferedCommand each : command.subcommands()) {
      text.append("        " + quoted(each.name()) + ") " + name(each) + " && ret=0 ;;\n");
    }
    return text.append("      esac\n      ;;\n  esac\n  return ret\n}\n").toString();
  }

  /** Where no command fits, what is typed may be the name of a file. */
  private static String paths(OfferedCommand command) {
    return command.operands().stream()
        .limit(1)
        .map(OfferedOperand::value)
        .filter(value -> value.kind() == Kind.FILE || value.kind() == Kind.DIRECTORY)
        .map(value -> "      ((ret)) && " + action(value) + " && ret=0\n")
        .collect(joining());
  }

  private static String name(OfferedCommand command) {
    return "_"
        + String.join(
            "_", Stream.concat(Stream.of(command.program()), command.path().stream()).toList());
  }

  private static String arguments(String flags, Stream<String> specifications) {
    return "_arguments " + flags + " : \\\n    " + specifications.collect(joining(" \\\n    "));
  }

  private static Stream<String> options(OfferedCommand command) {
    return command.options().stream()
        .flatMap(
            option -> option.names().stream().map(name -> quoted(specification(option, name))));
  }

  /** {@code (-q --quiet)-q[description]}: the names in brackets are not offered beside it. */
  private static String specification(OfferedOption option, String name) {
    String excluded =
        option.repeatable()
            ? "*"
            : "(" + (option.alone() ? "- *" : String.join(" ", option.names())) + ")";
    String joined = "";
    if (option.value().isPresent()) {
      joined = name.startsWith("--") ? "=" : "+";
    }
    return excluded
        + name
        + joined
        + "["
        + option.description().replaceAll("[\\\\\\[\\]:]", "\\\\$0")
        + "]"
        + option
            .value()
            .map(value -> ":" + message(value.label()) + ":" + action(value))
            .orElse("");
  }

  private static Stream<String> operands(OfferedCommand command) {
    List<OfferedOperand> operands = command.operands();
    return operands.stream()
        .map(
            operand ->
                quoted(
                    (operand.repeatable() ? "*" : Integer.toString(operands.indexOf(operand) + 1))
                        + (operand.required() || operand.repeatable() ? ":" : "::")
                        + message(operand.value().label() + ": " + operand.description())
                        + ":"
                        + action(operand.value())));
  }

  private static String message(String text) {
    return text.replaceAll("[\\\\:]", "\\\\$0");
  }

  /** What the function evaluates, colons escaped for it. */
  private static String action(OfferedValue value) {
    String words = value.choices().stream().map(BashCompletion::quoted).collect(joining(" "));
    return switch (value.kind()) {
      case TEXT -> " ";
      case FILE -> "_files";
      case DIRECTORY -> "_files -/";
      case CHOICE -> message(value.list() ? "_sequence compadd - " + words : "(" + words + ")");
    };
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
