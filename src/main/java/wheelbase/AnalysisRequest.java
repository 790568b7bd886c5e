package wheelbase;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import wheelbase.baseimage.ImageSelection;
import wheelbase.platform.Architecture;
import wheelbase.requirements.ReaderOptions;
import wheelbase.requirements.RequirementEdit;

/**
 * What the user wants looked at.
 *
 * @param project the project's directory
 * @param requirementsFiles {@code -r}, absolute or relative to the project; empty: found
 * @param constraintFiles {@code -c}, likewise
 * @param options in force before the requirements files are read: pip's configuration, the command
 *     line
 * @param images {@code --python} and {@code --base}; without a Python: what the project declares,
 *     else chosen
 * @param architectures never empty; sizes are given for the first
 * @param application {@code --app}
 * @param allowPrereleases {@code --pre}
 * @param today for end-of-life dates
 * @param edits {@code --cure}: made to the requirements files before they are read, in this order
 */
public record AnalysisRequest(
    Path project,
    List<Path> requirementsFiles,
    List<Path> constraintFiles,
    ReaderOptions options,
    ImageSelection images,
    List<Architecture> architectures,
    Optional<String> application,
    boolean allowPrereleases,
    LocalDate today,
    List<RequirementEdit> edits) {
  public AnalysisRequest {
    requirementsFiles = List.copyOf(requirementsFiles);
    constraintFiles = List.copyOf(constraintFiles);
    architectures = List.copyOf(architectures);
    edits = List.copyOf(edits);
    if (architectures.isEmpty()) {
      throw new IllegalArgumentException("no architecture");
    }
  }

  /** Of the requirements as they are. */
  public AnalysisRequest(
      Path project,
      List<Path> requirementsFiles,
      List<Path> constraintFiles,
      ReaderOptions options,
      ImageSelection images,
      List<Architecture> architectures,
      Optional<String> application,
      boolean allowPrereleases,
      LocalDate today) {
    this(
        project,
        requirementsFiles,
        constraintFiles,
        options,
        images,
        architectures,
        application,
        allowPrereleases,
        today,
        List.of());
  }

  /** The same with other edits. */
  public AnalysisRequest withEdits(List<RequirementEdit> others) {
    return new AnalysisRequest(
        project,
        requirementsFiles,
        constraintFiles,
        options,
        images,
        architectures,
        application,
        allowPrereleases,
        today,
        others);
  }
}
