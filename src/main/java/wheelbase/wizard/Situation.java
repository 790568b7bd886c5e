package wheelbase.wizard;

import java.util.Optional;
import wheelbase.Analysis;
import wheelbase.ImageChoices;
import wheelbase.ImagePlanner;
import wheelbase.ProjectOutline;
import wheelbase.application.Application;
import wheelbase.diagnostic.Diagnostic;

/**
 * What is known when a question is asked.
 *
 * @param outline what the project is, with the answers reckoned in
 * @param analysis empty until the index was asked
 * @param cannotWrite why nothing can be written where the files would go; empty where it can
 */
public record Situation(
    Answers answers,
    ProjectOutline outline,
    Optional<Analysis> analysis,
    Optional<Diagnostic> cannotWrite) {

  /** The same with other answers to what is neither outlined nor analysed. */
  Situation with(Answers others) {
    return new Situation(others, outline, analysis, cannotWrite);
  }

  /**
   * What the image would start, as far as it is known; where the answers say something else than
   * what was found, the project's sources are read again.
   *
   * @param given of these, what is said of the base, the application and the port counts
   */
  Application application(Answers given) {
    return analysis
        .flatMap(
            analysed -> {
              ImageChoices choices = AnsweredChoices.of(given, analysed);
              return ImagePlanner.base(analysed, choices)
                  .value()
                  .map(base -> ImagePlanner.application(analysed, base, choices));
            })
        .orElse(outline.application());
  }
}
