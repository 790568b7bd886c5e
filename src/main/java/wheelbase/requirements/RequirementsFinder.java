package wheelbase.requirements;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import wheelbase.diagnostic.Spelling;

/**
 * Finds what to read in a project's directory, where the user did not say. First that applies:
 *
 * <ol>
 *   <li>what a {@code Dockerfile} beside it installs, with {@code pip install -r} or from a lock;
 *   <li>{@code requirements.txt}, where a tool made it to be installed from;
 *   <li>a lock file: {@code pylock.toml}, {@code uv.lock}, {@code poetry.lock}, {@code
 *       Pipfile.lock};
 *   <li>{@code requirements.txt} as a person wrote it;
 *   <li>{@code requirements/*.txt}, the one that is meant for production;
 *   <li>{@code requirements-*.txt} and the like, likewise;
 *   <li>{@code pyproject.toml} with a project or poetry table, or with dependency groups;
 *   <li>{@code requirements.in};
 *   <li>one of these in the nearest directory below, down to four levels.
 * </ol>
 */
public final class RequirementsFinder {
  private static final int DEEPEST = 4;
  private static final int WIDEST = 1000;
  private static final String PYPROJECT = "pyproject.toml";
  private static final String USUAL = "requirements.txt";
  private static final Pattern PYPROJECT_TABLE =
      Pattern.compile("(?m)^\\s*\\[\\s*(project|tool\\.poetry|dependency-groups)\\b");
  private static final Set<String> NOT_SEARCHED =
      Set.of(
          "venv",
          "env",
          "node_modules",
          "site-packages",
          "__pycache__",
          "test",
          "tests",
          "doc",
          "docs",
          "example",
          "examples");

  private static final List<String> LOOKED_FOR =
      List.of("requirements.txt", "requirements/*.txt", PYPROJECT);

  private static final Pattern DOCKERFILE_INSTALLS =
      Pattern.compile("(?:\\s-r\\s*|--requirement[ =])([\\w./-]+\\.txt)\\b");
  private final FileReader files;
  private final LockFinder locks;

  public RequirementsFinder(FileReader files) {
    this.files = files;
    this.locks = new LockFinder(files);
  }

  /**
   * @param project its directory
   * @param named as the user named it, for messages
   */
  public RequirementsSearch find(Path project, String named) {
    return installedByDockerfile(project)
        .or(() -> inDirectory(project, project))
        .or(() -> below(project))
        .orElseGet(() -> notFound(project, named));
  }

  /**
   * The files that might be read, whichever is: names relative to the project, those of its own
   * directory first.
   */
  public List<String> candidates(Path project) {
    var names = new LinkedHashSet<String>(beside(project));
    names.addAll(locks.in(project));
    textFiles(project).forEach(name -> names.add("requirements/" + name));
    Stream.of(pyproject(project, project), unpinned(project, project))
        .flatMap(Optional::stream)
        .forEach(search -> names.addAll(names(project, search)));
    names.addAll(names(project, find(project, "")));
    return List.copyOf(names);
  }

  private static List<String> names(Path project, RequirementsSearch search) {
    return search.fold(
        found ->
            Stream.concat(
                    found.files().stream().map(file -> slashed(project.relativize(file))),
                    found.passedOver().stream())
                .toList(),
        RequirementsSearch.Several::candidates,
        missing -> missing.didYouMean().stream().toList());
  }

  /** The image may know the files under another directory: then their names must fit. */
  private Optional<RequirementsSearch> installedByDockerfile(Path project) {
    Optional<String> dockerfile = text(project.resolve("Dockerfile"));
    if (dockerfile.isEmpty()) {
      return Optional.empty();
    }
    List<String> installed =
        DOCKERFILE_INSTALLS
            .matcher(dockerfile.get())
            .results()
            .map(match -> match.group(1))
            .map(name -> name.replaceFirst("^(\\./|/.*/)", ""))
            .filter(name -> !FilePurpose.isOther(name))
            .filter(name -> files.isFile(project.resolve(name)))
            .distinct()
            .toList();
    List<String> others = without(all(project), installed);
    return installed.isEmpty()
        ? locks
            .installedBy(dockerfile.get(), project)
            .map(
                lock ->
                    new RequirementsSearch.Found(
                        List.of(project.resolve(lock)),
                        lock + ": the Dockerfile installs from it",
                        without(all(project), List.of(lock))))
        : Optional.of(
            new RequirementsSearch.Found(
                installed.stream().map(project::resolve).toList(),
                String.join(", ", installed) + ": the Dockerfile installs it",
                others));
  }

  private List<String> beside(Path directory) {
    return files.names(directory).stream().filter(FilePurpose::isRequirementsFile).toList();
  }

  /** Requirements files and lock files. */
  private List<String> all(Path directory) {
    return Stream.concat(beside(directory).stream(), locks.in(directory).stream()).toList();
  }

  private Optional<RequirementsSearch> inDirectory(Path project, Path directory) {
    List<String> beside = beside(directory);
    List<String> locked = locks.in(directory);
    Path usual = directory.resolve(USUAL);
    boolean isThere = files.isFile(usual);
    if (isThere && (locked.isEmpty() || locks.isGenerated(usual))) {
      return Optional.of(
          found(project, directory, USUAL, reason(usual), without(all(directory), List.of(USUAL))));
    }
    if (!locked.isEmpty()) {
      String lock = locked.get(0);
      return Optional.of(
          found(
              project,
              directory,
              lock,
              "it pins everything" + (isThere ? ", and " + USUAL + " was written by hand" : ""),
              without(all(directory), List.of(lock))));
    }
    return chosen(project, directory.resolve("requirements"), textFiles(directory))
        .or(() -> chosen(project, directory, beside))
        .or(() -> pyproject(project, directory))
        .or(() -> unpinned(project, directory));
  }

  private String reason(Path file) {
    return CompiledFile.source(files, file)
        .map(source -> "it was made from " + source.getFileName())
        .orElse(
            locks.isGenerated(file)
                ? "it was made to be installed from"
                : "it is what pip is usually given");
  }

  /** The input of a pip-compile whose output is not there. */
  private Optional<RequirementsSearch> unpinned(Path project, Path directory) {
    return files.isFile(directory.resolve("requirements.in"))
        ? Optional.of(
            found(project, directory, "requirements.in", "nothing else is there", List.of()))
        : Optional.empty();
  }

  private List<String> textFiles(Path directory) {
    return files.names(directory.resolve("requirements")).stream()
        .filter(name -> name.endsWith(".txt"))
        .toList();
  }

  /** The one file meant for production, by its name. */
  private Optional<RequirementsSearch> chosen(Path project, Path directory, List<String> names) {
    for (String purpose : FilePurpose.FOR_PRODUCTION) {
      for (String name : names) {
        if (FilePurpose.of(name).equals(purpose)) {
          return Optional.of(
              found(
                  project,
                  directory,
                  name,
                  "its name says " + purpose,
                  without(names, List.of(name))));
        }
      }
    }
    List<String> left = names.stream().filter(name -> !FilePurpose.isOther(name)).toList();
    if (left.size() == 1) {
      String name = left.get(0);
      return Optional.of(
          found(
              project,
              directory,
              name,
              "the only one for production",
              without(names, List.of(name))));
    }
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RequirementsSearch.Several(
                left.stream().map(name -> relative(project, directory, name)).toList()));
  }

  private Optional<RequirementsSearch> pyproject(Path project, Path directory) {
    Optional<String> text = text(directory.resolve(PYPROJECT));
    return text.filter(found -> PYPROJECT_TABLE.matcher(found).find())
        .map(
            found -> found(project, directory, PYPROJECT, "the project says it itself", List.of()));
  }

  /** The nearest level on which a directory has something; on it there must be only one. */
  private Optional<RequirementsSearch> below(Path project) {
    List<Path> level = List.of(project);
    for (int depth = 1; depth <= DEEPEST; depth++) {
      level =
          level.stream()
              .flatMap(directory -> directories(directory).stream())
              .limit(WIDEST)
              .toList();
      List<RequirementsSearch> found =
          level.stream().flatMap(directory -> inDirectory(project, directory).stream()).toList();
      if (found.size() == 1) {
        return Optional.of(found.get(0));
      }
      if (!found.isEmpty()) {
        return Optional.of(new RequirementsSearch.Several(candidates(project, found)));
      }
    }
    return Optional.empty();
  }

  private static List<String> candidates(Path project, List<RequirementsSearch> searches) {
    var candidates = new ArrayList<String>();
    for (RequirementsSearch search : searches) {
      candidates.addAll(
          search.fold(
              found ->
                  found.files().stream().map(file -> slashed(project.relativize(file))).toList(),
              RequirementsSearch.Several::candidates,
              notFound -> List.of()));
    }
    return candidates;
  }

  /**
   * Whether {@link #find} finds something in a directory itself, and not only below it.
   *
   * @param directory absolute
   */
  public boolean isProject(Path directory) {
    return installedByDockerfile(directory).or(() -> inDirectory(directory, directory)).isPresent();
  }

  /**
   * The directories in another that are looked into: none that is hidden, an environment, somebody
   * else's code, or no part of what the project runs. Sorted by name.
   */
  public List<Path> directories(Path directory) {
    return files.names(directory).stream()
        .filter(name -> !name.startsWith(".") && !NOT_SEARCHED.contains(name))
        .map(directory::resolve)
        .filter(path -> files.isDirectory(path) && !files.isFile(path.resolve("pyvenv.cfg")))
        .toList();
  }

  private RequirementsSearch notFound(Path project, String named) {
    List<String> names = files.names(project);
    Optional<String> near =
        Spelling.nearest("requirements.txt", names).or(() -> Spelling.nearest(PYPROJECT, names));
    List<String> others = names.stream().filter(OtherFormat::isOne).sorted().toList();
    var there = new ArrayList<String>();
    near.ifPresent(there::add);
    there.addAll(without(beside(project), there));
    there.addAll(others);
    Optional<String> hint =
        near.or(() -> beside(project).stream().findFirst())
            .map(name -> "wheelbase check " + fileIn(named, name))
            .or(() -> OtherFormat.hint(others))
            .or(() -> Optional.of("name the file (on the command line with -r)"));
    return new RequirementsSearch.NotFound(named, LOOKED_FOR, there, near, hint);
  }

  /** The file as the user would name it from where they stand. */
  private static String fileIn(String named, String file) {
    boolean here = named.isEmpty() || named.equals(".");
    return here ? "-r " + file : (named.endsWith("/") ? named : named + "/") + file;
  }

  private RequirementsSearch found(
      Path project, Path directory, String name, String why, List<String> others) {
    String chosen = relative(project, directory, name);
    return new RequirementsSearch.Found(
        List.of(directory.resolve(name)),
        chosen + " is read: " + why,
        others.stream().map(other -> relative(project, directory, other)).toList());
  }

  private static List<String> without(List<String> names, List<String> others) {
    return names.stream().filter(name -> !others.contains(name)).toList();
  }

  private static String relative(Path project, Path directory, String name) {
    return slashed(project.relativize(directory.resolve(name)));
  }

  private static String slashed(Path path) {
    return path.toString().replace(File.separatorChar, '/');
  }

  private Optional<String> text(Path file) {
    return FileTexts.read(files, file);
  }
}
