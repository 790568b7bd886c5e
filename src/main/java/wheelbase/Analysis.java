package wheelbase;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wheelbase.application.Application;
import wheelbase.baseimage.BaseImage;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.requirements.ProjectRequirements;
import wheelbase.wheels.Cure;
import wheelbase.wheels.Downgrade;

/**
 * Everything that is known of a project after looking: what reports and Dockerfiles are made of.
 *
 * @param pythonFoundIn where the Python version was found ({@code .python-version}); empty where it
 *     was asked for or chosen
 * @param bases the base images that were looked at, in the order asked for
 * @param targets one for each Python, libc and architecture of the bases, in their order
 * @param packages sorted by name
 * @param diagnostics of every stage
 */
public record Analysis(
    Path project,
    ProjectRequirements requirements,
    Application application,
    Optional<Instant> cutoff,
    Optional<String> pythonFoundIn,
    List<BaseImage> bases,
    List<TargetAnalysis> targets,
    List<PackageAnalysis> packages,
    List<Downgrade> downgrades,
    List<Cure> cures,
    List<Diagnostic> diagnostics) {
  public Analysis {
    bases = List.copyOf(bases);
    targets = List.copyOf(targets);
    packages = List.copyOf(packages);
    downgrades = List.copyOf(downgrades);
    cures = List.copyOf(cures);
    diagnostics = List.copyOf(diagnostics);
  }
}
