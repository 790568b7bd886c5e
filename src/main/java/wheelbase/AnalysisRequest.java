package wheelbase;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import wheelbase.baseimage.ImageSelection;
import wheelbase.platform.Architecture;
import wheelbase.requirements.ReaderOptions;

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
    LocalDate today) {
  public AnalysisRequest {
    requirementsFiles = List.copyOf(requirementsFiles);
    constraintFiles = List.copyOf(constraintFiles);
    architectures = List.copyOf(architectures);
    if (architectures.isEmpty()) {
      throw new IllegalArgumentException("no architecture");
    }
  }
}
