package wheelbase.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import wheelbase.bake.ServiceSearch;
import wheelbase.requirements.FileReader;

/**
 * The services of a repository, named or found.
 *
 * @param written the repository as the user wrote it
 * @param root where that is
 */
record ServiceDirectories(Surroundings surroundings, Path written, Path root) {

  /**
   * @return relative to the root, with {@code /}, in order of their names
   * @throws UsageException where one is not there, or not below the root
   */
  List<String> named(List<Path> services) {
    List<String> directories = new ArrayList<>();
    for (Path service : services) {
      Path below = root.resolve(service);
      Path place = Files.isDirectory(below) ? below : surroundings.directory().resolve(service);
      if (!Files.isDirectory(place)) {
        throw MissingPath.explain(service, below);
      }
      Path whole = place.toAbsolutePath().normalize();
      Path top = root.toAbsolutePath().normalize();
      if (!whole.startsWith(top)) {
        throw new UsageException(
            "--service: `" + service + "` does not lie below `" + written + "`",
            "name the directory above all services: wheelbase bake ROOT");
      }
      String directory = top.relativize(whole).toString().replace(File.separatorChar, '/');
      directories.add(directory.isEmpty() ? ServiceSearch.ROOT : directory);
    }
    return directories.stream().distinct().sorted().toList();
  }

  /**
   * @throws UsageException where there is none
   */
  List<String> found(Function<String, ServiceProject> project) {
    Path top = root.toAbsolutePath().normalize();
    List<String> found =
        new ServiceSearch(FileReader.disk(), top)
            .find(
                directory ->
                    project
                        .apply(
                            top.relativize(directory).toString().replace(File.separatorChar, '/'))
                        .application());
    if (found.isEmpty()) {
      throw new UsageException(
          ExitCode.REQUIREMENTS,
          "no service was found in `"
              + written
              + "` or below: no directory has both requirements and an application",
          "--service DIR names one");
    }
    return found;
  }
}
