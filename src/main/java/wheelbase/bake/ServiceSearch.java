package wheelbase.bake;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import wheelbase.requirements.FileReader;
import wheelbase.requirements.RequirementsFinder;

/**
 * Finds the services of a repository: the directories that hold requirements and an application.
 * What git ignores is not looked into, nor what is hidden, an environment or somebody else's code.
 */
public final class ServiceSearch {
  /** As deep as requirements are looked for. */
  private static final int DEEPEST = 4;

  private static final int MOST = 1000;

  /** The repository itself, among the directories. */
  public static final String ROOT = ".";

  private final FileReader files;
  private final RequirementsFinder finder;
  private final Path root;

  /**
   * @param root of the repository, absolute
   */
  public ServiceSearch(FileReader files, Path root) {
    this.files = files;
    this.finder = new RequirementsFinder(files);
    this.root = root;
  }

  /**
   * @param application where in a directory its application was found, relative to the directory
   *     ({@code app/main.py:12}); empty where it has none
   * @return the directories relative to the root, with {@code /}, sorted; {@link #ROOT} is the root
   */
  public List<String> find(Function<Path, Optional<String>> application) {
    Set<String> named = new TreeSet<>(namedByCompose());
    Map<String, Optional<String>> found = new TreeMap<>();
    for (String directory : withRequirements(named)) {
      found.put(directory, application.apply(root.resolve(directory).normalize()));
    }
    return chosen(found, named);
  }

  /**
   * A directory is a service where its application is its own, and not that of a service below it.
   */
  private static List<String> chosen(Map<String, Optional<String>> found, Set<String> named) {
    List<String> deepestFirst =
        found.keySet().stream()
            .sorted(Comparator.comparing((String path) -> -depth(path)).thenComparing(path -> path))
            .toList();
    Set<String> services = new TreeSet<>();
    for (String directory : deepestFirst) {
      boolean own =
          found
              .get(directory)
              .map(place -> join(directory, place))
              .filter(place -> services.stream().noneMatch(inner -> place.startsWith(inner + "/")))
              .isPresent();
      if (own || named.contains(directory)) {
        services.add(directory);
      }
    }
    return List.copyOf(services);
  }

  private Collection<String> withRequirements(Set<String> named) {
    Set<String> directories = new TreeSet<>(named);
    Map<Path, GitIgnore> ignored = new LinkedHashMap<>();
    Set<Path> seen = new HashSet<>();
    List<Path> level = List.of(root);
    for (int depth = 0; depth <= DEEPEST; depth++) {
      List<Path> below = new ArrayList<>();
      for (Path directory : level) {
        if (!seen.add(directory) || seen.size() > MOST || isIgnored(directory, ignored)) {
          continue;
        }
        text(directory.resolve(GitIgnore.FILE_NAME))
            .ifPresent(text -> ignored.put(directory, GitIgnore.parse(text)));
        if (finder.isProject(directory)) {
          directories.add(relative(directory));
        }
        below.addAll(finder.directories(directory));
      }
      level = below;
    }
    return directories;
  }

  private static boolean isIgnored(Path directory, Map<Path, GitIgnore> ignored) {
    return ignored.entrySet().stream()
        .filter(entry -> directory.startsWith(entry.getKey()) && !directory.equals(entry.getKey()))
        .anyMatch(
            entry -> entry.getValue().excludes(slashed(entry.getKey().relativize(directory))));
  }

  /** The root of a repository is often named for its tools' sake: it must show that it is one. */
  private List<String> namedByCompose() {
    return ComposeFile.NAMES.stream()
        .flatMap(name -> text(root.resolve(name)).stream())
        .flatMap(text -> ComposeFile.contexts(text).stream())
        .filter(path -> !path.equals(ROOT))
        .filter(path -> finder.isProject(root.resolve(path)))
        .toList();
  }

  private Optional<String> text(Path file) {
    try {
      return files.read(file).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private String relative(Path directory) {
    String path = slashed(root.relativize(directory));
    return path.isEmpty() ? ROOT : path;
  }

  private static String slashed(Path path) {
    return path.toString().replace(File.separatorChar, '/');
  }

  private static String join(String directory, String place) {
    return directory.equals(ROOT) ? place : directory + "/" + place;
  }

  private static int depth(String directory) {
    return directory.equals(ROOT) ? 0 : directory.split("/").length;
  }
}
