package wheelbase.cli;

import picocli.CommandLine.Command;
import wheelbase.Analysis;
import wheelbase.report.AnalysisJson;
import wheelbase.report.CheckText;

/** Slim or Alpine, in one screen. */
@Command(
    name = "check",
    description = "Which base image, what must be in it, and why.",
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "Examples:",
      "  wheelbase check",
      "  wheelbase check service --python 3.12,3.13",
      "  wheelbase check requirements/production.txt --arch amd64",
      "  wheelbase check --base slim-trixie,alpine3.24 --fail-on compile",
      "  wheelbase check --json | jq .recommendation.base_image"
    })
final class CheckCommand extends ProjectCommand {
  CheckCommand(Surroundings surroundings, Pipeline pipeline) {
    super(surroundings, pipeline);
  }

  @Override
  int answer(Analysis analysis) {
    surroundings
        .streams()
        .print(
            options.json()
                ? AnalysisJson.check(analysis, cutoff())
                : new CheckText(resultStyle()).of(analysis));
    return exitCode(analysis);
  }
}
