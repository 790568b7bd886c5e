package wheelbase.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import wheelbase.Analysis;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Severity;
import wheelbase.dockerfile.FileChange;
import wheelbase.findings.Findings;
import wheelbase.report.AnalysisJson;
import wheelbase.report.DiagnosticText;
import wheelbase.report.GenerateText;
import wheelbase.wizard.Answers;
import wheelbase.wizard.Ending;
import wheelbase.wizard.Given;
import wheelbase.wizard.PlannedImage;
import wheelbase.wizard.Preview;
import wheelbase.wizard.Topic;
import wheelbase.wizard.Written;

/** A command that writes the files of an image without asking. */
abstract class GeneratingCommand extends AnalysingCommand {
  @Mixin protected ImageOptions image = new ImageOptions();

  GeneratingCommand(Surroundings surroundings, Pipeline pipeline) {
    super(surroundings, pipeline);
  }

  @Override
  public Integer call() throws InterruptedException {
    // Before the work of a minute, not after it.
    Answers answers = answers();
    if (answers.to(Topic.OUTPUT).isPresent() || !image.dryRun()) {
      outside()
          .cannotWrite(road().directory(answers))
          .ifPresent(
              why -> {
                throw new UsageException(List.of(why));
              });
    }
    return super.call();
  }

  @Override
  Given given() {
    return super.given().saving(image.saveAnswers()).writtenWith(image.templates(surroundings));
  }

  @Override
  int answer(Analysis analysis) {
    PlannedImage planned = planned(analysis);
    List<Diagnostic> diagnostics = planned.plan().diagnostics();
    if (hasError(diagnostics)) {
      tell(analysis, diagnostics, List.of(), List.of());
      return ExitCode.REQUIREMENTS;
    }
    return image.dryRun() ? rehearse(analysis) : write(analysis, planned);
  }

  private int rehearse(Analysis analysis) {
    Preview preview = road().preview(answers(), analysis, outside());
    tell(analysis, preview.diagnostics(), preview.changes(), preview.plan().images());
    if (hasError(preview.diagnostics())) {
      return ExitCode.WRONG_USAGE;
    }
    if (!options.json()) {
      surroundings.streams().print(new GenerateText(resultStyle()).rehearsal(preview.changes()));
    }
    return exitCode(analysis);
  }

  private int write(Analysis analysis, PlannedImage planned) {
    Written written = road().write(answers(), analysis, outside(), image.force());
    List<Diagnostic> diagnostics = new ArrayList<>(planned.plan().diagnostics());
    List<FileChange> changes = new ArrayList<>();
    Optional<String> text =
        written
            .outcome()
            .map(
                outcome -> {
                  diagnostics.addAll(outcome.diagnostics());
                  changes.addAll(outcome.changes());
                  return new GenerateText(resultStyle())
                      .of(
                          planned.base().image(),
                          outcome,
                          written.ending().map(Ending::next).orElse(List.of()));
                });
    if (text.isEmpty()) {
      written.problem().ifPresent(diagnostics::add);
    }
    if (!options.json()) {
      surroundings.streams().print(text.orElse(""));
    }
    tell(analysis, diagnostics, changes, planned.plan().images());
    return written.problem().isPresent() ? ExitCode.WRONG_USAGE : exitCode(analysis);
  }

  /** For programs on standard output, with all else; for people on standard error. */
  private void tell(
      Analysis analysis,
      List<Diagnostic> diagnostics,
      List<FileChange> changes,
      List<String> images) {
    if (options.json()) {
      surroundings
          .streams()
          .print(AnalysisJson.generate(analysis, diagnostics, changes, images, cutoff()));
    } else {
      List<Diagnostic> all = new ArrayList<>(diagnostics);
      analysis.diagnostics().stream()
          .filter(each -> each.id().equals(Findings.BUILDS_WITHOUT_RULE))
          .forEach(all::add);
      surroundings.streams().tell(new DiagnosticText(errorStyle()).of(all));
    }
  }

  private static boolean hasError(List<Diagnostic> diagnostics) {
    return diagnostics.stream().anyMatch(each -> each.severity() == Severity.ERROR);
  }
}
