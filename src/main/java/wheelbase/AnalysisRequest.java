package wheelbase;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import wheelbase.platform.Architecture;

/**
 * What the user wants looked at.
 *
 * @param project the project's directory
 * @param requirementsFiles {@code -r}; empty: found
 * @param constraintFiles {@code -c}
 * @param pythons {@code 3.13} or {@code 3.13.2}; empty: what the project declares, else chosen
 * @param architectures never empty
 * @param variants {@code slim-trixie}...; empty: {@code auto}
 * @param application {@code --app}
 * @param allowPrereleases {@code --pre}
 * @param cutoff files uploaded at or after it are left out
 * @param today for end-of-life dates
 */
public record AnalysisRequest(
    Path project,
    List<Path> requirementsFiles,
    List<Path> constraintFiles,
    List<String> pythons,
    List<Architecture> architectures,
    List<String> variants,
    Optional<String> application,
    boolean allowPrereleases,
    Optional<Instant> cutoff,
    LocalDate today) {
  public AnalysisRequest {
    requirementsFiles = List.copyOf(requirementsFiles);
    constraintFiles = List.copyOf(constraintFiles);
    pythons = List.copyOf(pythons);
    architectures = List.copyOf(architectures);
    variants = List.copyOf(variants);
  }
}
