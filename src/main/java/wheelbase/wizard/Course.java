package wheelbase.wizard;

import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Optional;
import wheelbase.Analysis;
import wheelbase.AnalysisRequest;
import wheelbase.ProgressListener;
import wheelbase.ProjectOutline;
import wheelbase.diagnostic.Diagnostic;

/**
 * How far a user has come: what was answered, and what is known of the project from it. For a face
 * that waits for the pipeline.
 */
public final class Course {
  private final Outside outside;
  private final Road road;

  private Answers answers;
  private ProjectOutline outline;
  private Optional<Looked> looked = Optional.empty();
  private Optional<Diagnostic> dropped = Optional.empty();

  /** An analysis and what it is an analysis of. */
  private record Looked(AnalysisRequest request, Analysis analysis) {}

  /**
   * @param preset what the command line has answered already
   */
  public Course(Outside outside, Road road, Answers preset) {
    this.outside = outside;
    this.road = road;
    this.answers = preset;
    this.outline = outside.outline(road.exploring(answers));
  }

  public Answers answers() {
    return answers;
  }

  public ProjectOutline outline() {
    return outline;
  }

  /** What the next question is asked with. */
  public Situation situation() {
    return new Situation(
        answers, outline, analysis(), outside.cannotWrite(road.directory(answers)));
  }

  /** Empty where the index was not asked yet; it may be one of earlier answers. */
  public Optional<Analysis> analysis() {
    return looked.map(Looked::analysis);
  }

  /** Files that could not be read are read again: the user may have mended them meanwhile. */
  public void accept(Answers given) {
    boolean changed = !given.equals(answers);
    answers = given;
    if (changed || outline.requirements().hasErrors()) {
      outline = outside.outline(road.exploring(answers));
    }
  }

  /** Whether what the answers name was looked at. */
  public boolean isLookedAt() {
    AnalysisRequest wanted = road.exploring(answers);
    return looked.filter(done -> done.request().equals(wanted)).isPresent();
  }

  /**
   * Looks at what the answers name, and keeps what it sees, unless the requirements cannot be read
   * or met.
   *
   * @throws wheelbase.index.IndexException where the index fails
   */
  public Analysis look(boolean offline, ProgressListener progress) throws InterruptedException {
    AnalysisRequest wanted = road.exploring(answers);
    dropped = Optional.empty();
    outline = outside.outline(wanted);
    Analysis analysis = outside.analyse(wanted, offline, progress);
    if (!analysis.failed()) {
      looked = Optional.of(new Looked(wanted, analysis));
      Answers before = answers;
      answers = Questionnaire.stillFitting(situation());
      dropped = Questionnaire.dropped(before, answers);
    }
    return analysis;
  }

  /** What was said once and does not fit what was seen when it was looked at last. */
  public Optional<Diagnostic> dropped() {
    return dropped;
  }

  /** The names in a directory of the project, as {@link FileNames} has them. */
  public List<String> names(String directory) {
    try {
      return outside.names(outline.project().resolve(directory));
    } catch (UncheckedIOException | InvalidPathException unreadable) {
      return List.of();
    }
  }

  /** What would be written; only after something was looked at. */
  public Preview preview() {
    return road.preview(answers, analysis().orElseThrow(), outside);
  }

  /** Writes all files or none; only after something was looked at. */
  public Written write(boolean force) {
    return road.write(answers, analysis().orElseThrow(), outside, force);
  }

  /** Keeps something in a file, and says that it did or why not. */
  public Diagnostic save(Turn.Save save) {
    return road.save(save, answers, analysis(), outside);
  }

  /** Whether {@link #save} would replace something. */
  public boolean isThere(String file) {
    return road.isThere(file, outside);
  }

  /** The command line that does the same again. */
  public String command() {
    return road.command(answers);
  }
}
