package wheelbase.application;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import wheelbase.requirements.FileReader;
import wheelbase.requirements.pyproject.ProjectReader;
import wheelbase.requirements.pyproject.Pyproject;

/** What can be started of a project that no server serves. */
final class Scripts {
  private static final Pattern MAIN_GUARD =
      Pattern.compile("^if\\s+__name__\\s*==\\s*[\"']__main__[\"']");
  private static final List<String> USUAL_NAMES =
      List.of("main.py", "app.py", "run.py", "server.py", "bot.py", "start.py", "__main__.py");

  /**
   * Something to start.
   *
   * @param entryPoint a file, or {@code module:function}
   */
  record Script(String entryPoint, List<String> command, String directory, String foundIn) {}

  private final ProjectSources sources;
  private final Map<String, String> declared;

  /**
   * @param declared the names and the {@code module:function} of {@code [project.scripts]}
   */
  Scripts(ProjectSources sources, Map<String, String> declared) {
    this.sources = sources;
    this.declared = Map.copyOf(declared);
  }

  /** As {@code pyproject.toml} and the sources have them. */
  static Scripts of(Path project, ProjectSources sources) {
    return new Scripts(
        sources,
        new ProjectReader(project, FileReader.disk(), Map.of())
            .pyproject(project.resolve("pyproject.toml"))
            .map(Pyproject::scripts)
            .orElse(Map.of()));
  }

  /** Whether any source reacts to SIGTERM; to send it to another process is no reaction. */
  static boolean handleTerm(ProjectSources sources) {
    return sources.python().stream()
        .flatMap(source -> source.code().stream())
        .anyMatch(line -> line.contains("SIGTERM") && !line.contains("kill"));
  }

  /** The best first. Files with a usual name make those without one unnecessary. */
  List<Script> find() {
    var found = new ArrayList<Script>();
    new TreeMap<>(declared)
        .entrySet().stream()
            .filter(entry -> entry.getValue().matches("[\\w.]+:\\w+"))
            .forEach(entry -> found.add(ofFunction(entry.getValue())));
    if (found.isEmpty()) {
      packages().forEach(found::add);
    }
    if (found.isEmpty()) {
      usualFiles().forEach(found::add);
    }
    if (found.isEmpty()) {
      sources.python().stream()
          .filter(source -> source.directory().isEmpty() && source.has(MAIN_GUARD))
          .forEach(source -> found.add(ofFile(source)));
    }
    return List.copyOf(found);
  }

  /** What the program that pip would install does, without installing the project. */
  private Script ofFunction(String target) {
    String[] parts = target.split(":");
    String line = "import sys; from %s import %s; sys.exit(%s())";
    String directory =
        sources.python("src/" + parts[0].replace('.', '/') + ".py").isPresent()
                || sources.isPackage("src/" + parts[0].split("\\.")[0])
            ? "src"
            : "";
    return new Script(
        target,
        List.of("python", "-c", line.formatted(parts[0], parts[1], parts[1])),
        directory,
        "pyproject.toml");
  }

  /** Packages with {@code __main__.py}, which {@code python -m} starts. */
  private List<Script> packages() {
    return sources.python().stream()
        .filter(source -> source.fileName().equals("__main__.py"))
        .filter(source -> source.directory().matches("(src/)?\\w+"))
        .map(
            source -> {
              String root = new ImportRoot(sources).of(source);
              String inside = source.moduleFrom(root).replaceFirst("\\.?__main__$", "");
              return new Script(
                  source.path(),
                  inside.isEmpty()
                      ? List.of("python", source.path())
                      : List.of("python", "-m", inside),
                  inside.isEmpty() ? "" : root,
                  source.place(1));
            })
        .toList();
  }

  private List<Script> usualFiles() {
    return USUAL_NAMES.stream()
        .flatMap(name -> sources.python(name).or(() -> sources.python("src/" + name)).stream())
        .map(this::ofFile)
        .toList();
  }

  private Script ofFile(PythonSource source) {
    int line = source.find(MAIN_GUARD).map(PythonSource.Found::line).orElse(1);
    return new Script(source.path(), List.of("python", source.path()), "", source.place(line));
  }
}
