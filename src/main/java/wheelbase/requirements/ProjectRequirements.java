package wheelbase.requirements;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Severity;
import wheelbase.pep508.MarkerEnvironment;

/**
 * Everything that a project's requirements files say, includes and constraints followed.
 *
 * @param files the files that were read, in reading order, includes too
 * @param requirements in reading order
 * @param constraints in reading order
 * @param diagnostics of all files, in reading order
 * @param lock what pins all of them; then the requirements are those of the user's own that led to
 *     it, as far as its file and the one beside it tell
 * @param offered the extras and groups that there are to choose from
 */
public record ProjectRequirements(
    List<Path> files,
    List<DeclaredRequirement> requirements,
    List<DeclaredRequirement> constraints,
    ReaderOptions options,
    List<Diagnostic> diagnostics,
    Optional<Lock> lock,
    Selection offered) {
  public ProjectRequirements {
    files = List.copyOf(files);
    requirements = List.copyOf(requirements);
    constraints = List.copyOf(constraints);
    diagnostics = List.copyOf(diagnostics);
  }

  /** Without a lock. */
  public ProjectRequirements(
      List<Path> files,
      List<DeclaredRequirement> requirements,
      List<DeclaredRequirement> constraints,
      ReaderOptions options,
      List<Diagnostic> diagnostics) {
    this(files, requirements, constraints, options, diagnostics, Optional.empty(), Selection.NONE);
  }

  /** The same files with other requirements and diagnostics. */
  public ProjectRequirements with(
      List<DeclaredRequirement> otherRequirements, List<Diagnostic> otherDiagnostics) {
    return new ProjectRequirements(
        files, otherRequirements, constraints, options, otherDiagnostics, lock, offered);
  }

  /** The same with other extras and groups to choose from. */
  public ProjectRequirements offering(Selection choice) {
    return new ProjectRequirements(
        files, requirements, constraints, options, diagnostics, lock, choice);
  }

  /** The same with other options. */
  public ProjectRequirements with(ReaderOptions others) {
    return new ProjectRequirements(
        files, requirements, constraints, others, diagnostics, lock, offered);
  }

  /**
   * What is asked for on a target: the pins of the lock, else the requirements whose markers hold
   * there.
   */
  public List<DeclaredRequirement> on(MarkerEnvironment target) {
    return lock.map(found -> found.on(target).pins())
        .orElseGet(
            () ->
                requirements.stream().filter(requirement -> requirement.holdsOn(target)).toList());
  }

  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
  }
}
