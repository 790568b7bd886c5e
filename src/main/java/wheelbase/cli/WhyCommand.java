package wheelbase.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import wheelbase.Analysis;
import wheelbase.diagnostic.Spelling;
import wheelbase.pep508.PackageName;
import wheelbase.report.AnalysisJson;
import wheelbase.report.WhyText;

/** One package, all about it. */
@Command(
    name = "why",
    description = "One package: who asked for it, which file each target gets, and why.",
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "Examples:",
      "  wheelbase why lxml",
      "  wheelbase why psycopg2 service --base alpine3.24",
      "  wheelbase why grpcio --python 3.14 --json"
    })
final class WhyCommand extends AnalysingCommand {
  @Parameters(index = "0", paramLabel = "NAME", description = "The package, as the index names it.")
  private String name;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "PATH",
      defaultValue = ".",
      description = "The project's directory, or a requirements file in it.")
  private Path path;

  WhyCommand(Surroundings surroundings, Pipeline pipeline) {
    super(surroundings, pipeline);
  }

  @Override
  public Integer call() throws InterruptedException {
    packageName();
    return super.call();
  }

  @Override
  Path path() {
    return path;
  }

  @Override
  int answer(Analysis analysis) {
    PackageName wanted = present(analysis);
    surroundings
        .streams()
        .print(
            options.json()
                ? AnalysisJson.why(analysis, wanted, cutoff())
                : new WhyText(resultStyle()).of(analysis, wanted));
    return exitCode(analysis);
  }

  private PackageName packageName() {
    try {
      return new PackageName(name);
    } catch (IllegalArgumentException e) {
      throw new UsageException("`" + name + "` is not the name of a package", "");
    }
  }

  private PackageName present(Analysis analysis) {
    PackageName wanted = packageName();
    List<String> names =
        analysis.packages().stream().map(analysed -> analysed.name().value()).toList();
    if (!names.contains(wanted.value())) {
      throw new UsageException(
          "nothing here asks for `" + wanted + "`", Spelling.question(wanted.value(), names));
    }
    return wanted;
  }
}
