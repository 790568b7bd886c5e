package wheelbase;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import wheelbase.application.Application;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.Candidate;
import wheelbase.baseimage.Recommendation;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Severity;
import wheelbase.requirements.ProjectRequirements;
import wheelbase.survey.PackageAnalysis;
import wheelbase.survey.TargetAnalysis;
import wheelbase.wheels.Cure;
import wheelbase.wheels.Downgrade;

/**
 * Everything that is known of a project after looking: what reports and Dockerfiles are made of.
 *
 * @param requirementsFiles those that pip is given, without what they include
 * @param constraintFiles likewise those given as constraints
 * @param application empty where the requirements could not be read
 * @param pythonBecause why this Python ({@code found in .python-version}); empty where it was asked
 *     for
 * @param bases the base images that were looked at, in the order asked for
 * @param targets one for each Python, libc and architecture of the bases, in their order
 * @param packages sorted by name
 * @param recommendation empty where the requirements could not be read
 * @param diagnostics of every stage; with an error among them the requirements cannot be read or
 *     resolved
 * @param editedFiles the whole new text of every file that the request's edits change, by its
 *     absolute path; a byte order mark is its first character
 */
public record Analysis(
    Path project,
    List<Path> requirementsFiles,
    List<Path> constraintFiles,
    ProjectRequirements requirements,
    Optional<Application> application,
    Optional<String> pythonBecause,
    List<BaseAnalysis> bases,
    List<TargetAnalysis> targets,
    List<PackageAnalysis> packages,
    List<Downgrade> downgrades,
    List<Cure> cures,
    Optional<Recommendation> recommendation,
    List<Diagnostic> diagnostics,
    SortedMap<Path, String> editedFiles) {
  public Analysis {
    requirementsFiles = List.copyOf(requirementsFiles);
    constraintFiles = List.copyOf(constraintFiles);
    bases = List.copyOf(bases);
    targets = List.copyOf(targets);
    packages = List.copyOf(packages);
    downgrades = List.copyOf(downgrades);
    cures = List.copyOf(cures);
    diagnostics = List.copyOf(diagnostics);
    editedFiles = Collections.unmodifiableSortedMap(new TreeMap<>(editedFiles));
  }

  /** Of a project whose requirements could not be read. */
  static Analysis unread(Path project, RequirementsIntake.Taken taken) {
    return unbased(project, taken, taken.requirements().diagnostics());
  }

  /** Of a project that there is no base image for. */
  static Analysis unbased(
      Path project, RequirementsIntake.Taken taken, List<Diagnostic> diagnostics) {
    return new Analysis(
        project,
        taken.files(),
        List.of(),
        taken.requirements(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        diagnostics,
        taken.editedFiles());
  }

  /** The base that is recommended; empty where the project runs on none of them. */
  public Optional<BaseAnalysis> recommended() {
    Optional<BaseImage> chosen =
        recommendation.flatMap(Recommendation::chosen).map(Candidate::image);
    return bases.stream()
        .filter(base -> chosen.filter(base.image()::equals).isPresent())
        .findFirst();
  }

  /** Whether the requirements could not be read or can be met on no target. */
  public boolean failed() {
    return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
  }
}
