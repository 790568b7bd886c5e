package wheelbase.requirements.pyproject;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.requirements.DeclaredRequirement;
import wheelbase.requirements.FileNames;
import wheelbase.requirements.FileReader;
import wheelbase.requirements.ProjectRequirements;
import wheelbase.requirements.PythonDeclaration;
import wheelbase.requirements.PythonFiles;
import wheelbase.requirements.ReaderOptions;
import wheelbase.requirements.RequirementsReader;

/** Reads what a project says about itself, in requirements files and in {@code pyproject.toml}. */
public final class ProjectReader {
  private static final String PYPROJECT = "pyproject.toml";

  private final Path root;
  private final FileReader files;
  private final Map<String, String> environment;

  /**
   * @param root the project's directory: places name files relative to it
   * @param environment the variables that {@code ${NAME}} may name
   */
  public ProjectReader(Path root, FileReader files, Map<String, String> environment) {
    this.root = root.toAbsolutePath().normalize();
    this.files = files;
    this.environment = Map.copyOf(environment);
  }

  /**
   * Like {@link RequirementsReader#read}, and a file named {@code pyproject.toml} may be among the
   * requirements files: its dependencies follow those of the others.
   *
   * @param before the options in force at the start
   */
  public ProjectRequirements read(
      List<Path> requirementsFiles, List<Path> constraintFiles, ReaderOptions before) {
    List<Path> ordinary = requirementsFiles.stream().filter(file -> !isPyproject(file)).toList();
    ProjectRequirements read =
        new RequirementsReader(root, files, environment)
            .startingFrom(before)
            .read(ordinary, constraintFiles);
    for (Path file : requirementsFiles) {
      if (isPyproject(file)) {
        read = with(read, root.resolve(file).normalize());
      }
    }
    return read;
  }

  /** Empty where there is no such file. */
  public Optional<Pyproject> pyproject(Path file) {
    try {
      return files
          .read(file)
          .map(
              content ->
                  PyprojectReader.read(nameOf(file), new String(content, StandardCharsets.UTF_8)));
    } catch (IOException unreadable) {
      return Optional.of(
          Pyproject.unreadable(
              Diagnostic.error(
                  "unreadable-requirements-file",
                  nameOf(file) + " cannot be read: " + unreadable.getMessage())));
    }
  }

  /** What says which Python is meant, in the order in which it should be believed. */
  public List<PythonDeclaration> pythonDeclarations() {
    var found = new ArrayList<>(new PythonFiles(files).find(root));
    pyproject(root.resolve(PYPROJECT)).flatMap(Pyproject::python).ifPresent(found::add);
    return List.copyOf(found);
  }

  private static boolean isPyproject(Path file) {
    return file.endsWith(PYPROJECT);
  }

  private ProjectRequirements with(ProjectRequirements read, Path file) {
    var diagnostics = new ArrayList<>(read.diagnostics());
    Optional<Pyproject> pyproject = pyproject(file);
    if (pyproject.isEmpty()) {
      diagnostics.add(
          Diagnostic.error("missing-requirements-file", "there is no file " + nameOf(file)));
      return new ProjectRequirements(
          read.files(), read.requirements(), read.constraints(), read.options(), diagnostics);
    }
    Set<Path> allFiles = new LinkedHashSet<>(read.files());
    allFiles.add(file);
    var requirements = new ArrayList<DeclaredRequirement>(read.requirements());
    requirements.addAll(pyproject.get().dependencies());
    diagnostics.addAll(pyproject.get().diagnostics());
    return new ProjectRequirements(
        List.copyOf(allFiles), requirements, read.constraints(), read.options(), diagnostics);
  }

  private String nameOf(Path file) {
    return FileNames.within(root, file);
  }
}
