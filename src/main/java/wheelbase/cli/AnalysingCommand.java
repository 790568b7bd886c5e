package wheelbase.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import wheelbase.Analysis;
import wheelbase.ProgressListener;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Severity;
import wheelbase.report.AnalysisJson;
import wheelbase.report.DiagnosticText;
import wheelbase.report.Style;

/** A command that looks at a project and says something about it. */
abstract class AnalysingCommand implements Callable<Integer> {
  @Mixin protected ProjectOptions options = new ProjectOptions();

  protected final Surroundings surroundings;
  private final Pipeline pipeline;

  AnalysingCommand(Surroundings surroundings, Pipeline pipeline) {
    this.surroundings = surroundings;
    this.pipeline = pipeline;
  }

  /** The project's directory, or a requirements file in it. */
  abstract Path path();

  /** The answer for people. */
  abstract String text(Analysis analysis, Style style);

  /** The answer for programs. */
  abstract String json(Analysis analysis);

  @Override
  public Integer call() throws InterruptedException {
    Analysis analysis = analyse();
    if (tellErrors(analysis)) {
      return ExitCode.REQUIREMENTS;
    }
    surroundings.streams().print(options.json() ? json(analysis) : text(analysis, resultStyle()));
    return exitCode(analysis);
  }

  protected Analysis analyse() throws InterruptedException {
    Streams streams = surroundings.streams();
    var request = options.request(path(), surroundings);
    var index = options.index(surroundings);
    if (!streams.errIsTerminal() || options.quiet()) {
      return pipeline.analyse(request, index, ProgressListener.SILENT);
    }
    try (TerminalProgress progress = new TerminalProgress(streams, System::nanoTime)) {
      return pipeline.analyse(request, index, progress);
    }
  }

  /** Whether there were errors so that there is no answer. */
  protected boolean tellErrors(Analysis analysis) {
    List<Diagnostic> errors =
        analysis.diagnostics().stream()
            .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
            .toList();
    if (errors.isEmpty()) {
      return false;
    }
    if (options.json()) {
      surroundings.streams().print(AnalysisJson.diagnosticsOnly(analysis.diagnostics()));
    } else {
      surroundings.streams().tell(new DiagnosticText(errorStyle()).of(errors));
    }
    return true;
  }

  protected int exitCode(Analysis analysis) {
    if (!resolvesAnywhere(analysis)) {
      return ExitCode.REQUIREMENTS;
    }
    return options.failOn().stream().anyMatch(condition -> condition.holds(analysis))
        ? ExitCode.CONDITION_HOLDS
        : ExitCode.DONE;
  }

  protected static boolean resolvesAnywhere(Analysis analysis) {
    return analysis.targets().stream()
        .anyMatch(target -> target.resolution().fold(pins -> true, conflict -> false));
  }

  protected Style resultStyle() {
    return StyleChoice.of(
        options.colour(), surroundings.environment(), surroundings.streams().outIsTerminal());
  }

  protected Style errorStyle() {
    return StyleChoice.of(
        options.colour(), surroundings.environment(), surroundings.streams().errIsTerminal());
  }
}
