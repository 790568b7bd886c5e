package wheelbase.wizard;

import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Optional;
import wheelbase.Analysis;
import wheelbase.AnalysisRequest;
import wheelbase.ProjectOutline;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.requirements.Listing;
import wheelbase.survey.ProgressListener;

/** How far a user has come: what was answered, and what is known of the project from it. */
public final class Course {
  private final Outside outside;
  private final Road road;

  private Answers answers;
  private ProjectOutline outline;
  private Optional<Looked> looked = Optional.empty();
  private Optional<Diagnostic> dropped = Optional.empty();

  /** An analysis and what it is an analysis of: the files may be changed meanwhile. */
  private record Looked(AnalysisRequest request, List<Listing> files, Analysis analysis) {}

  /**
   * @param preset what the command line has answered already
   */
  public Course(Outside outside, Road road, Answers preset) {
    this.outside = outside;
    this.road = road;
    this.answers = preset;
    this.outline = outside.outline(wanted());
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
      readAgain();
    }
  }

  /** Reads the project's files as they are now. */
  public void readAgain() {
    outline = outside.outline(wanted());
  }

  /** What the answers ask to be looked at. */
  public AnalysisRequest wanted() {
    return road.exploring(answers);
  }

  /** Whether it was looked at, with the files as they are. */
  public boolean isLookedAt() {
    AnalysisRequest wanted = wanted();
    return looked
        .filter(done -> done.request().equals(wanted))
        .filter(done -> done.files().equals(outline.listings()))
        .isPresent();
  }

  /**
   * Looks at what the answers name, for a face that waits for the pipeline, and keeps what it sees,
   * unless the requirements cannot be read or met.
   *
   * @throws wheelbase.index.IndexException where the index fails
   */
  public Analysis look(boolean offline, ProgressListener progress) throws InterruptedException {
    AnalysisRequest wanted = wanted();
    dropped = Optional.empty();
    readAgain();
    Analysis analysis = outside.analyse(wanted, offline, progress);
    if (!analysis.failed()) {
      seen(wanted, analysis);
    }
    return analysis;
  }

  /** Keeps an analysis; what was answered and does not fit it is as usual again. */
  void seen(AnalysisRequest request, Analysis analysis) {
    looked = Optional.of(new Looked(request, outline.listings(), analysis));
    Answers before = answers;
    answers = Questionnaire.stillFitting(situation());
    dropped = Questionnaire.dropped(before, answers);
  }

  /** What was said once and does not fit what was seen when it was looked at last. */
  public Optional<Diagnostic> dropped() {
    return dropped;
  }

  /**
   * The names in a directory of the project, as {@link FileNames} has them; none where it cannot be
   * read, since what is typed decides.
   */
  public List<String> names(String directory) {
    try {
      return outside.names(outline.project().resolve(directory));
    } catch (InvalidPathException nowhere) {
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
