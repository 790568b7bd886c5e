package wheelbase.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The project that a command line names.
 *
 * @param directory of the project
 * @param typed the same as the user would type it; empty where the user stands in it
 * @param file the requirements file that stood for it, where one did
 */
record ProjectPlace(Path here, Path directory, Optional<String> typed, Optional<Path> file) {

  /**
   * @param path the project's directory, or a requirements file in it
   * @throws UsageException where there is neither
   */
  static ProjectPlace of(Path path, Surroundings surroundings) {
    Path here = surroundings.directory();
    Path place = here.resolve(path);
    if (Files.isDirectory(place)) {
      return new ProjectPlace(here, place, typed(path), Optional.empty());
    }
    if (!Files.isRegularFile(place)) {
      throw MissingPath.explain(path, place);
    }
    return new ProjectPlace(
        here,
        Optional.ofNullable(place.getParent()).orElse(Path.of(".")),
        Optional.ofNullable(path.getParent()).flatMap(ProjectPlace::typed),
        Optional.of(place.toAbsolutePath()));
  }

  private static Optional<String> typed(Path path) {
    return Optional.of(path.toString()).filter(text -> !text.isEmpty() && !text.equals("."));
  }

  /**
   * A file that an option names: relative to where the user stands, as with pip; else to the
   * project, where it lies there. Absolute, for all later names are relative to the project.
   */
  Path given(Path file) {
    Path standing = here.resolve(file);
    Path there = directory.resolve(file);
    return (!Files.exists(standing) && Files.exists(there) ? there : standing).toAbsolutePath();
  }

  /** The name of a file as answers have it: relative to the project where it lies in it. */
  String name(Path file) {
    Path root = directory.toAbsolutePath().normalize();
    Path named = file.normalize();
    return (named.startsWith(root) ? root.relativize(named) : named).toString();
  }
}
