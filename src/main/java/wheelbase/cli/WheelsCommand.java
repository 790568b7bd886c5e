package wheelbase.cli;

import picocli.CommandLine.Command;
import wheelbase.Analysis;
import wheelbase.report.AnalysisJson;
import wheelbase.report.WheelsText;

/** The matrix. */
@Command(
    name = "wheels",
    description = "The matrix: each package on each target, and what it takes there.",
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "With -q only the packages that lack a complete wheel somewhere.",
      "",
      "Examples:",
      "  wheelbase wheels",
      "  wheelbase wheels -q --python 3.12,3.13,3.14",
      "  wheelbase wheels --base alpine3.24 --json"
    })
final class WheelsCommand extends ProjectCommand {
  WheelsCommand(Surroundings surroundings, Pipeline pipeline) {
    super(surroundings, pipeline);
  }

  @Override
  int answer(Analysis analysis) {
    surroundings
        .streams()
        .print(
            options.json()
                ? AnalysisJson.wheels(analysis, cutoff())
                : new WheelsText(resultStyle()).of(analysis, options.quiet()));
    return exitCode(analysis);
  }
}
