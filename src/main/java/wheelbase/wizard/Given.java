package wheelbase.wizard;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import wheelbase.AnalysisRequest;
import wheelbase.baseimage.ImageSelection;
import wheelbase.dockerfile.Templates;
import wheelbase.report.EquivalentCommand;

/**
 * What is settled before the first question: the project, constraints, the index.
 *
 * @param request holds the defaults of what is not answered
 * @param here where the user stands: the output directory of the answers is relative to it
 * @param privateIndex whether pip must be told of an index that no requirements file names
 * @param cutoff as of when the index is asked about; empty for now
 * @param command {@code wheelbase generate} with the options that are no answers
 * @param path the project, relative to where the user stands; empty where the user stands in it
 * @param saved the file in which the answers are kept too, relative to where the user stands
 * @param templates what the files are written with
 */
public record Given(
    AnalysisRequest request,
    Path here,
    boolean privateIndex,
    Optional<Instant> cutoff,
    EquivalentCommand command,
    Optional<String> path,
    Optional<String> saved,
    Templates templates) {

  /** Where the user stands in the project and gave no option. */
  public static Given of(AnalysisRequest request) {
    return new Given(
        request,
        request.project(),
        false,
        Optional.empty(),
        EquivalentCommand.of("wheelbase", "generate"),
        Optional.empty(),
        Optional.empty(),
        Templates.shipped());
  }

  /** The same, with other images in question where none is chosen. */
  Given comparing(ImageSelection images) {
    AnalysisRequest other = request.withImages(images);
    return new Given(other, here, privateIndex, cutoff, command, path, saved, templates);
  }

  /** The same, with the answers kept in a file. */
  public Given saving(Optional<String> file) {
    return new Given(request, here, privateIndex, cutoff, command, path, file, templates);
  }

  /** The same, written with other templates. */
  public Given writtenWith(Templates others) {
    return new Given(request, here, privateIndex, cutoff, command, path, saved, others);
  }
}
