package wheelbase.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The knowledge behind the answers: the parent of the commands that look at it. */
@Command(
    name = "rules",
    description = "What is known of system libraries, and how: look at it, test it, add to it.",
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  wheelbase rules list",
      "  wheelbase rules show lxml",
      "  wheelbase rules test my-rules",
      "  wheelbase rules lint my-rules",
      "  wheelbase rules learn psycopg2"
    })
final class RulesCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "This text.")
  private boolean help;

  RulesCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  static CommandLine defined(Surroundings surroundings) {
    return new CommandLine(new RulesCommand(surroundings))
        .addSubcommand(new RulesListCommand(surroundings))
        .addSubcommand(new RulesShowCommand(surroundings))
        .addSubcommand(new RulesTestCommand(surroundings))
        .addSubcommand(new RulesLintCommand(surroundings))
        .addSubcommand(new RulesLearnCommand(surroundings));
  }

  /** Alone it says which commands there are. */
  @Override
  public Integer call() {
    surroundings.streams().tell(spec.commandLine().getUsageMessage());
    return ExitCode.WRONG_USAGE;
  }
}
