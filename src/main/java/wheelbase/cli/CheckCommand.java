package wheelbase.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import wheelbase.Analysis;
import wheelbase.ImageChoices;
import wheelbase.ImagePlanner;
import wheelbase.dockerfile.DockerfilePlan;
import wheelbase.report.AnalysisJson;
import wheelbase.report.CheckText;
import wheelbase.report.TerminalText;
import wheelbase.report.html.HtmlPage;

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
      "  wheelbase check --html check.html",
      "  wheelbase check --json | jq .recommendation.base_image"
    })
final class CheckCommand extends ProjectCommand {
  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Also write a page to share: everything in one file.")
  private Path html;

  private Optional<PageFile> page = Optional.empty();

  CheckCommand(Surroundings surroundings, Pipeline pipeline) {
    super(surroundings, pipeline);
  }

  @Override
  public Integer call() throws InterruptedException {
    // Before the work of a minute, not after it.
    page = Optional.ofNullable(html).map(file -> PageFile.at(file, surroundings.directory()));
    return super.call();
  }

  @Override
  void looked(Analysis analysis) {
    page.ifPresent(
        file -> {
          file.write(HtmlPage.of(analysis, plan(analysis), cutoff()));
          if (!options.quiet()) {
            surroundings
                .streams()
                .tell("wrote " + TerminalText.harmless(html.toString(), false) + "\n");
          }
        });
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

  private Optional<DockerfilePlan> plan(Analysis analysis) {
    return analysis
        .recommended()
        .map(
            base ->
                ImagePlanner.plan(
                    analysis, base, ImageChoices.usual(), PipOptions.isPrivate(before())));
  }
}
