package wheelbase.wizard;

import java.nio.file.Path;
import java.util.Optional;
import wheelbase.AnalysisRequest;
import wheelbase.report.EquivalentCommand;

/**
 * What is settled before the first question: the project, constraints, the index.
 *
 * @param request holds the defaults of what is not answered
 * @param here where the user stands: the output directory of the answers is relative to it
 * @param privateIndex whether pip must be told of an index that no requirements file names
 * @param command {@code wheelbase generate} with the options that are no answers
 * @param path the project, relative to where the user stands; empty where the user stands in it
 */
public record Given(
    AnalysisRequest request,
    Path here,
    boolean privateIndex,
    EquivalentCommand command,
    Optional<String> path) {

  /** Where the user stands in the project and gave no option. */
  public static Given of(AnalysisRequest request) {
    return new Given(
        request,
        request.project(),
        false,
        EquivalentCommand.of("wheelbase", "generate"),
        Optional.empty());
  }
}
