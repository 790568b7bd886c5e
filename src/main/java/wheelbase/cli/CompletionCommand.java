package wheelbase.cli;

import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wheelbase.cli.shell.BashCompletion;
import wheelbase.cli.shell.FishCompletion;
import wheelbase.cli.shell.OfferedCommand;
import wheelbase.cli.shell.ZshCompletion;

/** What a shell needs to complete command lines; it never starts this program to do so. */
@Command(
    name = "completion",
    description = "A script with which bash, zsh or fish completes command lines.",
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  source <(wheelbase completion bash)",
      "  source <(wheelbase completion zsh)",
      "  wheelbase completion fish | source"
    })
final class CompletionCommand implements Runnable {
  private final Surroundings surroundings;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
  private Shell shell;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "This text.")
  private boolean help;

  CompletionCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    surroundings.streams().print(shell.script.apply(OfferedCommand.of(spec.root())));
  }

  /** The shells that there is a script for. */
  enum Shell {
    BASH(BashCompletion::of),
    ZSH(ZshCompletion::of),
    FISH(FishCompletion::of);

    private final Function<OfferedCommand, String> script;

    Shell(Function<OfferedCommand, String> script) {
      this.script = script;
    }
  }
}
