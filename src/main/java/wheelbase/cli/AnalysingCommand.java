package wheelbase.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import wheelbase.Analysis;
import wheelbase.ProgressListener;
import wheelbase.report.FailureText;
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
    if (options.json()) {
      surroundings.streams().print(json(analysis));
    } else if (analysis.failed()) {
      tellFailure(analysis);
    } else {
      surroundings.streams().print(text(analysis, resultStyle()));
    }
    return exitCode(analysis);
  }

  protected void tellFailure(Analysis analysis) {
    surroundings.streams().tell(new FailureText(errorStyle()).of(analysis));
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

  protected int exitCode(Analysis analysis) {
    if (analysis.failed()) {
      return ExitCode.REQUIREMENTS;
    }
    return options.failOn().stream().anyMatch(condition -> condition.holds(analysis))
        ? ExitCode.CONDITION_HOLDS
        : ExitCode.DONE;
  }

  protected Optional<Instant> cutoff() {
    return options.index(surroundings).cutoff();
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
