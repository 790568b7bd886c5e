package wheelbase.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import wheelbase.Analysis;
import wheelbase.BaseAnalysis;
import wheelbase.ImageChoices;
import wheelbase.ImagePlanner;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Severity;
import wheelbase.dockerfile.DockerfilePlan;
import wheelbase.dockerfile.FileChange;
import wheelbase.dockerfile.GeneratedFile;
import wheelbase.dockerfile.ProjectWriter;
import wheelbase.dockerfile.WriteOutcome;
import wheelbase.report.AnalysisJson;
import wheelbase.report.DiagnosticText;
import wheelbase.report.GenerateText;

/** Dockerfile and .dockerignore, no questions asked. */
@Command(
    name = "generate",
    description = "Dockerfile and .dockerignore for the recommended base image.",
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "A different file that is there is not replaced without --force, which keeps it",
      "as NAME.bak; the difference is shown.",
      "",
      "Examples:",
      "  wheelbase generate",
      "  wheelbase generate service --python 3.12 --base slim-bookworm",
      "  wheelbase generate --app shop.wsgi:application --port 9000 --workers 4",
      "  wheelbase generate --dry-run",
      "  wheelbase generate --output build --force"
    })
final class GenerateCommand extends ProjectCommand {
  @Mixin private ImageOptions image = new ImageOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Where to write. Default: the project's directory.")
  private Path output;

  @Option(names = "--force", description = "Replace different files; they are kept as NAME.bak.")
  private boolean force;

  @Option(names = "--dry-run", description = "Show the files and write nothing.")
  private boolean dryRun;

  GenerateCommand(Surroundings surroundings, Pipeline pipeline) {
    super(surroundings, pipeline);
  }

  @Override
  public Integer call() throws InterruptedException {
    choices();
    return super.call();
  }

  /** Asked for before the analysis too: what is wrong with them shall not wait for it. */
  private ImageChoices choices() {
    return image.choices(options.application());
  }

  @Override
  int answer(Analysis analysis) {
    ImageChoices choices = choices();
    BaseAnalysis base = base(analysis, choices);
    boolean privateIndex = PipOptions.isPrivate(before());
    DockerfilePlan plan = ImagePlanner.plan(analysis, base, choices, privateIndex);
    List<Diagnostic> diagnostics = new ArrayList<>(plan.diagnostics());
    if (hasError(diagnostics)) {
      tell(analysis, diagnostics, List.of());
      return ExitCode.REQUIREMENTS;
    }
    List<GeneratedFile> files = ImagePlanner.files(analysis, choices, plan);
    ProjectWriter writer = new ProjectWriter(directory(analysis));
    return dryRun
        ? rehearse(analysis, writer, files, diagnostics)
        : write(analysis, plan, base, writer, files, diagnostics);
  }

  private int rehearse(
      Analysis analysis,
      ProjectWriter writer,
      List<GeneratedFile> files,
      List<Diagnostic> diagnostics) {
    List<FileChange> changes;
    try {
      changes = writer.compare(files);
    } catch (IOException e) {
      throw new UsageException("what is there cannot be read: " + e.getMessage(), "");
    }
    tell(analysis, diagnostics, changes);
    if (!options.json()) {
      surroundings.streams().print(new GenerateText(resultStyle()).rehearsal(changes));
    }
    return exitCode(analysis);
  }

  private int write(
      Analysis analysis,
      DockerfilePlan plan,
      BaseAnalysis base,
      ProjectWriter writer,
      List<GeneratedFile> files,
      List<Diagnostic> diagnostics) {
    WriteOutcome outcome = writer.write(plan, files, force);
    diagnostics.addAll(outcome.diagnostics());
    if (!options.json()) {
      String text = new GenerateText(resultStyle()).of(analysis, base.image(), outcome);
      surroundings.streams().print(text);
    }
    tell(analysis, diagnostics, outcome.changes());
    return outcome.refused() ? ExitCode.WRONG_USAGE : exitCode(analysis);
  }

  /** For programs on standard output, with all else; for people on standard error. */
  private void tell(Analysis analysis, List<Diagnostic> diagnostics, List<FileChange> changes) {
    if (options.json()) {
      surroundings.streams().print(AnalysisJson.generate(analysis, diagnostics, changes, cutoff()));
    } else {
      surroundings.streams().tell(new DiagnosticText(errorStyle()).of(diagnostics));
    }
  }

  private static boolean hasError(List<Diagnostic> diagnostics) {
    return diagnostics.stream().anyMatch(each -> each.severity() == Severity.ERROR);
  }

  private Path directory(Analysis analysis) {
    if (output == null) {
      return analysis.project();
    }
    Path directory = surroundings.directory().resolve(output);
    if (!Files.isDirectory(directory)) {
      throw new UsageException(
          "--output: there is no directory `" + output + "`", "mkdir -p " + output);
    }
    return directory;
  }

  private static BaseAnalysis base(Analysis analysis, ImageChoices choices) {
    return ImagePlanner.base(analysis, choices)
        .fold(
            base -> base,
            why -> {
              throw new UsageException(ExitCode.REQUIREMENTS, why.message(), why.hint().orElse(""));
            });
  }
}
