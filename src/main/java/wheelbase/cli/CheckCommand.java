package wheelbase.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
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
final class CheckCommand extends AnalysingCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "PATH",
      defaultValue = ".",
      description = "The project's directory, or a requirements file in it.")
  private Path path;

  CheckCommand(Surroundings surroundings, Pipeline pipeline) {
    super(surroundings, pipeline);
  }

  @Override
  Path path() {
    return path;
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
