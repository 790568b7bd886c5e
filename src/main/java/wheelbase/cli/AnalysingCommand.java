package wheelbase.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import wheelbase.Analysis;
import wheelbase.report.AnalysisJson;
import wheelbase.report.FailureText;
import wheelbase.report.Style;
import wheelbase.requirements.ReaderOptions;
import wheelbase.wizard.Answers;
import wheelbase.wizard.Given;
import wheelbase.wizard.Outside;
import wheelbase.wizard.PlannedImage;
import wheelbase.wizard.Road;

/** A command that looks at a project and says something about it. */
abstract class AnalysingCommand implements Callable<Integer>, TakesProjectOptions {
  @Mixin protected ProjectOptions options = new ProjectOptions();

  protected final Surroundings surroundings;
  protected final Pipeline pipeline;

  /** Read once: an answers file may be a pipe. */
  private Optional<Answers> answers = Optional.empty();

  private Optional<Road> road = Optional.empty();

  /** Made once: it remembers what a registry has told. */
  private Optional<Outside> outside = Optional.empty();

  AnalysingCommand(Surroundings surroundings, Pipeline pipeline) {
    this.surroundings = surroundings;
    this.pipeline = pipeline;
  }

  /** The project's directory, or a requirements file in it. */
  abstract Path path();

  /**
   * Says what is to be said of a project that could be looked at.
   *
   * @return how the process should end
   */
  abstract int answer(Analysis analysis);

  @Override
  public ProjectOptions projectOptions() {
    return options;
  }

  /** Once the project was looked at, whatever came of it. */
  void looked(Analysis analysis) {}

  @Override
  public Integer call() throws InterruptedException {
    Analysis analysis = analyse();
    looked(analysis);
    if (!analysis.failed()) {
      return answer(analysis);
    }
    if (options.json()) {
      surroundings.streams().print(AnalysisJson.check(analysis, cutoff()));
    } else {
      surroundings.streams().tell(new FailureText(errorStyle()).of(analysis, cutoff()));
    }
    return ExitCode.REQUIREMENTS;
  }

  /** What the command line and its answers file answer. */
  Answers answers() {
    if (answers.isEmpty()) {
      answers = Optional.of(options.answers(path(), surroundings));
    }
    return answers.get();
  }

  /** The way that these answers go. */
  Road road() {
    if (road.isEmpty()) {
      road = Optional.of(new Road(given()));
    }
    return road.get();
  }

  /** What is settled whatever is answered. */
  Given given() {
    return options.given(path(), surroundings);
  }

  protected Analysis analyse() throws InterruptedException {
    return WatchedAnalysis.of(
        road().request(answers()), outside(), surroundings.streams(), options.quiet());
  }

  /**
   * The image that the answers come to.
   *
   * @throws UsageException where none can be built
   */
  protected PlannedImage planned(Analysis analysis) {
    return road()
        .image(answers(), analysis, outside())
        .fold(
            image -> image,
            why -> {
              throw new UsageException(ExitCode.REQUIREMENTS, why.message(), why.hint().orElse(""));
            });
  }

  protected Outside outside() {
    if (outside.isEmpty()) {
      outside = Optional.of(new DiskAndIndex(surroundings, pipeline, options.index(surroundings)));
    }
    return outside.get();
  }

  /** Whether what the user asked to fail on is so. */
  protected int exitCode(Analysis analysis) {
    return options.failOn().stream().anyMatch(condition -> condition.holds(analysis))
        ? ExitCode.CONDITION_HOLDS
        : ExitCode.DONE;
  }

  protected Optional<Instant> cutoff() {
    return options.index(surroundings).cutoff();
  }

  protected ReaderOptions before() {
    return options.before(surroundings);
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
