package wheelbase.cli;

import picocli.CommandLine.Option;
import wheelbase.report.Style;

/** Whether what is written has colours. */
final class ColourOption {
  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "AUTO",
      description = "auto, always or never.")
  private StyleChoice.Colour colour = StyleChoice.Colour.AUTO;

  StyleChoice.Colour colour() {
    return colour;
  }

  /** How what goes to standard output looks. */
  Style style(Surroundings surroundings) {
    return StyleChoice.of(
        colour, surroundings.environment(), surroundings.streams().outIsTerminal());
  }
}
