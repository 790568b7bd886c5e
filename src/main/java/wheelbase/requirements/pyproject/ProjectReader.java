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
import java.util.function.Function;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.requirements.Declared;
import wheelbase.requirements.DeclaredRequirement;
import wheelbase.requirements.FileNames;
import wheelbase.requirements.FileReader;
import wheelbase.requirements.Inputs;
import wheelbase.requirements.ProjectRequirements;
import wheelbase.requirements.PythonDeclaration;
import wheelbase.requirements.PythonFiles;
import wheelbase.requirements.ReaderOptions;
import wheelbase.requirements.RequirementsReader;
import wheelbase.requirements.Selection;

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
    return read(Inputs.of(requirementsFiles, constraintFiles, before));
  }

  /**
   * The same, with extras and dependency groups of a {@code pyproject.toml}: of the one among the
   * files, else of the one in the project's directory, as {@code pip install -r FILE --group NAME}
   * has it.
   */
  public ProjectRequirements read(Inputs inputs) {
    List<Path> ordinary = inputs.files().stream().filter(file -> !isPyproject(file)).toList();
    ProjectRequirements read =
        new RequirementsReader(root, files, environment)
            .startingFrom(inputs.options())
            .read(ordinary, inputs.constraints());
    for (Path file : inputs.files()) {
      if (isPyproject(file)) {
        Path path = root.resolve(file).normalize();
        read = with(read, path, found -> found.selected(inputs.selection(), nameOf(path)));
        read = pyproject(path).map(Pyproject::offered).map(read::offering).orElse(read);
      }
    }
    boolean beside = inputs.files().size() == ordinary.size();
    return beside && !inputs.selection().isEmpty() ? withGroups(read, inputs.selection()) : read;
  }

  private ProjectRequirements withGroups(ProjectRequirements read, Selection selection) {
    List<Diagnostic> diagnostics = new ArrayList<>(read.diagnostics());
    selection
        .extras()
        .forEach(
            extra ->
                diagnostics.add(
                    Diagnostic.error(
                            "unknown-extra", "a requirements file has no extra `" + extra + "`")
                        .withHint("read the project's own dependencies: -r " + PYPROJECT)));
    ProjectRequirements noted = read.with(read.requirements(), diagnostics);
    Selection groups = new Selection(Set.of(), selection.groups());
    return groups.isEmpty()
        ? noted
        : with(
            noted,
            root.resolve(PYPROJECT),
            found ->
                found
                    .optional(groups)
                    .and(
                        new Declared(
                            List.of(),
                            groups.unknown(PYPROJECT, Set.of(), found.groups().keySet()))));
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

  private ProjectRequirements with(
      ProjectRequirements read, Path file, Function<Pyproject, Declared> wanted) {
    var diagnostics = new ArrayList<>(read.diagnostics());
    Optional<Pyproject> pyproject = pyproject(file);
    if (pyproject.isEmpty()) {
      diagnostics.add(
          Diagnostic.error("missing-requirements-file", "there is no file " + nameOf(file)));
      return read.with(read.requirements(), diagnostics);
    }
    Declared declared = wanted.apply(pyproject.get());
    Set<Path> allFiles = new LinkedHashSet<>(read.files());
    allFiles.add(file);
    var requirements = new ArrayList<DeclaredRequirement>(read.requirements());
    requirements.addAll(declared.requirements());
    diagnostics.addAll(declared.diagnostics());
    return new ProjectRequirements(
        List.copyOf(allFiles),
        requirements,
        read.constraints(),
        read.options(),
        diagnostics,
        read.lock(),
        read.offered());
  }

  private String nameOf(Path file) {
    return FileNames.within(root, file);
  }
}
