package wheelbase.cli.shell;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A command as a shell or a reader sees it: hidden commands and options are left out.
 *
 * @param program the name of the whole program
 * @param path the words that choose the command, none for the program itself
 * @param footer what help says below the options, line by line
 */
public record OfferedCommand(
    String program,
    List<String> path,
    String description,
    List<OfferedOption> options,
    List<OfferedOperand> operands,
    List<OfferedCommand> subcommands,
    List<String> footer) {
  public OfferedCommand {
    path = List.copyOf(path);
    options = List.copyOf(options);
    operands = List.copyOf(operands);
    subcommands = List.copyOf(subcommands);
    footer = List.copyOf(footer);
  }

  /** The whole program. */
  public static OfferedCommand of(CommandSpec root) {
    return of(root.name(), List.of(), root);
  }

  private static OfferedCommand of(String program, List<String> path, CommandSpec command) {
    return new OfferedCommand(
        program,
        path,
        PlainText.of(PlainText.formatted(command.usageMessage().description())),
        command.options().stream()
            .filter(option -> !option.hidden())
            .map(OfferedOption::of)
            .toList(),
        command.positionalParameters().stream()
            .filter(operand -> !operand.hidden())
            .map(OfferedOperand::of)
            .toList(),
        new LinkedHashSet<>(command.subcommands().values())
            .stream()
                .map(CommandLine::getCommandSpec)
                .filter(each -> !each.usageMessage().hidden())
                .map(
                    each ->
                        of(
                            program,
                            Stream.concat(path.stream(), Stream.of(each.name())).toList(),
                            each))
                .toList(),
        List.of(PlainText.formatted(command.usageMessage().footer())));
  }

  /** The last word of its path. */
  public String name() {
    return path.isEmpty() ? program : path.get(path.size() - 1);
  }

  /** {@code "rules list"}; empty for the program itself. */
  public String words() {
    return String.join(" ", path);
  }

  /** This one, and all below it. */
  public Stream<OfferedCommand> all() {
    return Stream.concat(Stream.of(this), subcommands.stream().flatMap(OfferedCommand::all));
  }
}
