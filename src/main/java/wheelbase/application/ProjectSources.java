package wheelbase.application;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The text files of a project that say how it is started. The search is bounded in depth, number
 * and size, leaves out what is not the program (tests, documentation, installed packages), follows
 * no directory link, and reads a linked file only where it lies inside the project.
 */
final class ProjectSources {
  private static final int MOST_FILES = 3000;
  private static final int MOST_BYTES = 1_000_000;
  private static final int DEEPEST = 8;
  private static final Set<String> LEFT_OUT =
      Set.of(
          "__pycache__",
          "build",
          "dist",
          "doc",
          "docs",
          "env",
          "example",
          "examples",
          "migrations",
          "node_modules",
          "site-packages",
          "static",
          "test",
          "testing",
          "tests",
          "venv",
          "virtualenv");

  private final Path project;
  private final List<PythonSource> python;
  private final Map<PythonSource, Imports> imports = new IdentityHashMap<>();

  private ProjectSources(Path project, List<PythonSource> python) {
    this.project = project;
    this.python = List.copyOf(python);
  }

  /** What cannot be read is left out: the scan looks for hints and proves nothing. */
  static ProjectSources scan(Path project) {
    var sources = new ArrayList<PythonSource>();
    for (Path file : pythonFiles(project)) {
      String relative = project.relativize(file).toString().replace(File.separatorChar, '/');
      read(project, file).ifPresent(text -> sources.add(PythonSource.of(relative, text)));
    }
    return new ProjectSources(project, sources);
  }

  /** Nearest to the project's directory first, then by name. */
  List<PythonSource> python() {
    return python;
  }

  Optional<PythonSource> python(String path) {
    return python.stream().filter(source -> source.path().equals(path)).findFirst();
  }

  /** Read once for each of them, however often it is asked. */
  Imports imports(PythonSource source) {
    return imports.computeIfAbsent(source, Imports::of);
  }

  boolean isPackage(String directory) {
    return python(directory + "/__init__.py").isPresent();
  }

  /** The text of a file that is not Python, {@code Procfile}. */
  Optional<String> text(String relative) {
    return read(project, project.resolve(relative));
  }

  private static List<Path> pythonFiles(Path project) {
    var found = new ArrayList<Path>();
    var directories = new ArrayDeque<Path>(List.of(project));
    while (!directories.isEmpty() && found.size() < MOST_FILES) {
      Path directory = directories.remove();
      for (Path entry : entries(directory)) {
        String name = entry.getFileName().toString();
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
          if (isSearched(project, entry, name)) {
            directories.add(entry);
          }
        } else if (isProgram(name) && found.size() < MOST_FILES) {
          found.add(entry);
        }
      }
    }
    return found;
  }

  private static boolean isSearched(Path project, Path directory, String name) {
    return !name.startsWith(".")
        && !looksLikeAnOption(name)
        && !LEFT_OUT.contains(name)
        && project.relativize(directory).getNameCount() <= DEEPEST
        && !Files.exists(directory.resolve("pyvenv.cfg"));
  }

  /** A program that was given it would take it for one. */
  private static boolean looksLikeAnOption(String name) {
    return name.startsWith("-");
  }

  private static boolean isProgram(String name) {
    return name.endsWith(".py")
        && !looksLikeAnOption(name)
        && !name.startsWith("test_")
        && !name.endsWith("_test.py")
        && !Set.of("conftest.py", "setup.py", "noxfile.py").contains(name);
  }

  private static List<Path> entries(Path directory) {
    try (var entries = Files.list(directory)) {
      return entries.sorted((one, other) -> name(one).compareTo(name(other))).toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  private static Optional<String> read(Path project, Path file) {
    try {
      if (!Files.isRegularFile(file)
          || !file.toRealPath().startsWith(project.toRealPath())
          || Files.size(file) > MOST_BYTES) {
        return Optional.empty();
      }
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return Optional.of(text.startsWith("\ufeff") ? text.substring(1) : text);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }
}
