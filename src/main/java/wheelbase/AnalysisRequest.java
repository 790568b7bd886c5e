package wheelbase;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import wheelbase.baseimage.ImageSelection;
import wheelbase.platform.Architecture;
import wheelbase.requirements.Inputs;
import wheelbase.requirements.RequirementEdit;

/**
 * What the user wants looked at.
 *
 * @param project the project's directory
 * @param inputs what is read of it
 * @param images {@code --python} and {@code --base}; without a Python: what the project declares,
 *     else chosen
 * @param architectures never empty; sizes are given for the first
 * @param application {@code --app}
 * @param allowPrereleases {@code --pre}
 * @param today for end-of-life dates
 * @param cures whether what would help is tried, which asks the index for more
 */
public record AnalysisRequest(
    Path project,
    Inputs inputs,
    ImageSelection images,
    List<Architecture> architectures,
    Optional<String> application,
    boolean allowPrereleases,
    LocalDate today,
    boolean cures) {
  public AnalysisRequest {
    architectures = List.copyOf(architectures);
    if (architectures.isEmpty()) {
      throw new IllegalArgumentException("no architecture");
    }
  }

  public AnalysisRequest withInputs(Inputs other) {
    return new AnalysisRequest(
        project, other, images, architectures, application, allowPrereleases, today, cures);
  }

  public AnalysisRequest withImages(ImageSelection others) {
    return new AnalysisRequest(
        project, inputs, others, architectures, application, allowPrereleases, today, cures);
  }

  /** The same with other edits. */
  public AnalysisRequest withEdits(List<RequirementEdit> others) {
    return withInputs(inputs.withEdits(others));
  }
}
