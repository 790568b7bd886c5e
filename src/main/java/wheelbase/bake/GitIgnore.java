package wheelbase.bake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import wheelbase.dockerfile.DockerIgnore;

/**
 * A {@code .gitignore}, for the directories below it: gitignore(5). Its patterns are those of a
 * {@code .dockerignore} but for one thing: without a slash inside they hold on every level.
 */
final class GitIgnore {
  static final String FILE_NAME = ".gitignore";

  private final DockerIgnore patterns;

  private GitIgnore(DockerIgnore patterns) {
    this.patterns = patterns;
  }

  static GitIgnore parse(String text) {
    List<String> lines = text.lines().flatMap(line -> anchored(line).stream()).toList();
    return new GitIgnore(DockerIgnore.parse(lines.stream().collect(Collectors.joining("\n"))));
  }

  /**
   * @param path of a directory, relative to that of the file, with {@code /}
   */
  boolean excludes(String path) {
    return patterns.excludes(path);
  }

  private static Optional<String> anchored(String line) {
    String pattern = line.strip();
    boolean exclude = !pattern.startsWith("!");
    String bare = exclude ? pattern : pattern.substring(1);
    if (bare.isEmpty() || bare.startsWith("#")) {
      return Optional.empty();
    }
    String path = bare.replaceAll("/+$", "");
    String everywhere = path.contains("/") ? path.replaceFirst("^/", "") : "**/" + path;
    return Optional.of((exclude ? "" : "!") + everywhere);
  }
}
