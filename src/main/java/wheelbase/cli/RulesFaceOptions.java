package wheelbase.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import wheelbase.report.Style;

/** How the commands below {@code rules} answer. */
final class RulesFaceOptions {
  @Option(names = "--json", description = "The answer as JSON.")
  private boolean json;

  @Mixin private ColourOption colour = new ColourOption();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "This text.")
  private boolean help;

  boolean json() {
    return json;
  }

  /** How what goes to standard output looks. */
  Style style(Surroundings surroundings) {
    return colour.style(surroundings);
  }
}
