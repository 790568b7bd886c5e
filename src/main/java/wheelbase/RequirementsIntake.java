package wheelbase;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.requirements.FileReader;
import wheelbase.requirements.ProjectRequirements;
import wheelbase.requirements.RequirementsFinder;
import wheelbase.requirements.RequirementsSearch;
import wheelbase.requirements.pyproject.ProjectReader;

/**
 * Finds and reads what a project requires: the files that the user names, else those that lie
 * there.
 */
final class RequirementsIntake {
  private final FileReader files;
  private final Map<String, String> environment;

  RequirementsIntake(FileReader files, Map<String, String> environment) {
    this.files = files;
    this.environment = environment;
  }

  /**
   * @param files those that pip is given, without what they include
   */
  record Taken(List<Path> files, ProjectRequirements requirements) {}

  Taken read(AnalysisRequest request) {
    if (!request.requirementsFiles().isEmpty()) {
      return read(request, request.requirementsFiles(), List.of());
    }
    RequirementsSearch search =
        new RequirementsFinder(files)
            .find(request.project().toAbsolutePath().normalize(), request.project().toString());
    return search.fold(
        found ->
            read(
                request,
                found.files(),
                found.passedOver().isEmpty() ? List.of() : List.of(found.diagnostic())),
        several -> nothing(request, several.diagnostic()),
        missing -> nothing(request, missing.diagnostic()));
  }

  private Taken read(
      AnalysisRequest request, List<Path> requirementsFiles, List<Diagnostic> notes) {
    ProjectRequirements read =
        new ProjectReader(request.project(), files, environment)
            .read(requirementsFiles, request.constraintFiles(), request.options());
    List<Diagnostic> all = new ArrayList<>(notes);
    all.addAll(read.diagnostics());
    return new Taken(
        requirementsFiles,
        new ProjectRequirements(
            read.files(), read.requirements(), read.constraints(), read.options(), all));
  }

  private static Taken nothing(AnalysisRequest request, Diagnostic error) {
    return new Taken(
        List.of(),
        new ProjectRequirements(
            List.of(), List.of(), List.of(), request.options(), List.of(error)));
  }
}
