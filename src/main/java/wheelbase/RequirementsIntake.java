package wheelbase;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.index.pypi.IndexOptions;
import wheelbase.requirements.CompiledFile;
import wheelbase.requirements.FileReader;
import wheelbase.requirements.Inputs;
import wheelbase.requirements.Lock;
import wheelbase.requirements.LockFormat;
import wheelbase.requirements.ProjectRequirements;
import wheelbase.requirements.RequirementsFinder;
import wheelbase.requirements.RequirementsSearch;
import wheelbase.requirements.lock.LockReader;
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
    Inputs inputs = request.inputs();
    if (!inputs.files().isEmpty()) {
      return read(request, inputs, Optional.empty(), List.of());
    }
    RequirementsSearch search =
        new RequirementsFinder(files)
            .find(request.project().toAbsolutePath().normalize(), request.project().toString());
    return search.fold(
        found ->
            read(
                request,
                inputs.withFiles(found.files()),
                Optional.of(found.reason()),
                found.passedOver().isEmpty() ? List.of() : List.of(found.diagnostic())),
        several -> nothing(request, several.diagnostic()),
        missing -> nothing(request, missing.diagnostic()));
  }

  private Taken read(
      AnalysisRequest request, Inputs inputs, Optional<String> because, List<Diagnostic> notes) {
    ProjectEditor.Edited edited = edited(request, inputs);
    ProjectRequirements read = read(request, inputs, files.edited(edited.texts()));
    List<Diagnostic> all = new ArrayList<>(notes);
    all.addAll(read.diagnostics());
    all.addAll(edited.diagnostics());
    return new Taken(inputs.files(), because, read.with(read.requirements(), all), edited.texts());
  }

  private static Optional<LockFormat> lock(Inputs inputs) {
    return inputs.files().stream().flatMap(file -> LockFormat.of(file).stream()).findFirst();
  }

  private ProjectEditor.Edited edited(AnalysisRequest request, Inputs inputs) {
    return lock(inputs)
        .map(format -> ProjectEditor.refusedBy(format, inputs.edits()))
        .orElseGet(() -> new ProjectEditor(request.project(), files, environment).edit(inputs));
  }

  private ProjectRequirements read(AnalysisRequest request, Inputs inputs, FileReader edited) {
    return lock(inputs)
        .map(format -> new LockReader(request.project(), edited).read(format, inputs))
        .map(RequirementsIntake::withIndexesOfLock)
        .orElseGet(
            () ->
                compared(
                    new CompiledFile(request.project(), edited, environment),
                    inputs,
                    new ProjectReader(request.project(), edited, environment).read(inputs)));
  }

  private static ProjectRequirements compared(
      CompiledFile compiled, Inputs inputs, ProjectRequirements read) {
    List<Diagnostic> diagnostics = new ArrayList<>(read.diagnostics());
    inputs.files().forEach(file -> diagnostics.addAll(compiled.faults(file, read.requirements())));
    return read.with(read.requirements(), diagnostics);
  }

  /** A package that is locked from an index of the user's own is looked for there too. */
  private static ProjectRequirements withIndexesOfLock(ProjectRequirements read) {
    List<String> named =
        read.lock().map(Lock::indexes).orElse(List.of()).stream()
            .filter(index -> !directory(index).equals(directory(IndexOptions.PUBLIC_INDEX)))
            .toList();
    return read.with(read.options().with(read.options().sources().withExtraIndexes(named)));
  }

  private static String directory(String index) {
    return index.replaceFirst("/+$", "");
  }

  private static Taken nothing(AnalysisRequest request, Diagnostic error) {
    return new Taken(
        List.of(),
        Optional.empty(),
        new ProjectRequirements(
            List.of(), List.of(), List.of(), request.inputs().options(), List.of(error)),
        Collections.emptySortedMap());
  }
}
