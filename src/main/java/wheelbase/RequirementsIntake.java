package wheelbase;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.requirements.FileReader;
import wheelbase.requirements.ProjectRequirements;
import wheelbase.requirements.RequirementsFinder;
import wheelbase.requirements.RequirementsSearch;
import wheelbase.requirements.pyproject.ProjectEditor;
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
   * @param because why these, where they were found and not named
   * @param requirements of the files as the request's edits leave them
   * @param editedFiles what the edits change, by absolute path
   */
  record Taken(
      List<Path> files,
      Optional<String> because,
      ProjectRequirements requirements,
      SortedMap<Path, String> editedFiles) {}

  Taken read(AnalysisRequest request) {
    if (!request.requirementsFiles().isEmpty()) {
      return read(request, request.requirementsFiles(), Optional.empty(), List.of());
    }
    RequirementsSearch search =
        new RequirementsFinder(files)
            .find(request.project().toAbsolutePath().normalize(), request.project().toString());
    return search.fold(
        found ->
            read(
                request,
                found.files(),
                Optional.of(found.reason()),
                found.passedOver().isEmpty() ? List.of() : List.of(found.diagnostic())),
        several -> nothing(request, several.diagnostic()),
        missing -> nothing(request, missing.diagnostic()));
  }

  private Taken read(
      AnalysisRequest request,
      List<Path> requirementsFiles,
      Optional<String> because,
      List<Diagnostic> notes) {
    ProjectEditor.Edited edited =
        new ProjectEditor(request.project(), files, environment)
            .edit(requirementsFiles, request.constraintFiles(), request.edits());
    ProjectRequirements read =
        new ProjectReader(request.project(), files.edited(edited.texts()), environment)
            .read(requirementsFiles, request.constraintFiles(), request.options());
    List<Diagnostic> all = new ArrayList<>(notes);
    all.addAll(read.diagnostics());
    all.addAll(edited.diagnostics());
    return new Taken(
        requirementsFiles,
        because,
        new ProjectRequirements(
            read.files(), read.requirements(), read.constraints(), read.options(), all),
        edited.texts());
  }

  private static Taken nothing(AnalysisRequest request, Diagnostic error) {
    return new Taken(
        List.of(),
        Optional.empty(),
        new ProjectRequirements(List.of(), List.of(), List.of(), request.options(), List.of(error)),
        Collections.emptySortedMap());
  }
}
