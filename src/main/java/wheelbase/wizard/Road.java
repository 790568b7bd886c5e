package wheelbase.wizard;

import java.nio.file.Path;
import java.util.Optional;
import wheelbase.Analysis;
import wheelbase.AnalysisRequest;
import wheelbase.ImageChoices;
import wheelbase.diagnostic.Diagnostic;

/**
 * The one way from answers to files: what to look at, what to build, what to write, and the command
 * line that does it all again. Full screen, prompts, flags and answers files take it alike.
 */
public final class Road {
  private final AnalysisRequest asked;

  /**
   * @param asked what the command line asks for besides the answers: the project, constraints, the
   *     index
   */
  public Road(AnalysisRequest asked) {
    this.asked = asked;
  }

  /** What to look at before a base image is chosen: every image that comes into question. */
  public AnalysisRequest exploring(Answers answers) {
    return request(answers.without(Topic.BASE));
  }

  /** What to look at where every answer is given. */
  public AnalysisRequest request(Answers answers) {
    return asked;
  }

  /** What the answers decide of the image. */
  public ImageChoices choices(Answers answers, Analysis analysis) {
    return ImageChoices.usual();
  }

  /** Where the files go. */
  public Path directory(Answers answers) {
    return asked.project();
  }

  /** The command line that does the same again. */
  public String command(Answers answers) {
    return "wheelbase generate";
  }

  public Preview preview(Answers answers, Analysis analysis, Outside outside) {
    throw new UnsupportedOperationException();
  }

  public Written write(Answers answers, Analysis analysis, Outside outside, boolean force) {
    throw new UnsupportedOperationException();
  }

  /**
   * @return what to tell the user: that it is done, or why not
   */
  public Diagnostic save(
      Turn.Save save, Answers answers, Optional<Analysis> analysis, Outside outside) {
    throw new UnsupportedOperationException();
  }
}
