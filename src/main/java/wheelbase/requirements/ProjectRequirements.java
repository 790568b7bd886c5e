package wheelbase.requirements;

import java.nio.file.Path;
import java.util.List;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Severity;

/**
 * Everything that a project's requirements files say, includes and constraints followed.
 *
 * @param files the files that were read, in reading order, includes too
 * @param requirements in reading order
 * @param constraints in reading order
 * @param diagnostics of all files, in reading order
 */
public record ProjectRequirements(
    List<Path> files,
    List<DeclaredRequirement> requirements,
    List<DeclaredRequirement> constraints,
    ReaderOptions options,
    List<Diagnostic> diagnostics) {
  public ProjectRequirements {
    files = List.copyOf(files);
    requirements = List.copyOf(requirements);
    constraints = List.copyOf(constraints);
    diagnostics = List.copyOf(diagnostics);
  }

  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
  }
}
