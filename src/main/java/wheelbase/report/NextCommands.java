package wheelbase.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import wheelbase.dockerfile.DockerfilePlan;
import wheelbase.requirements.FileNames;

/** What to do with the files of an image once they are written. */
public final class NextCommands {
  private NextCommands() {}

  /**
   * Builds the image and, where it is known what it starts, runs it.
   *
   * @param here where the user stands
   * @param project what goes into the image
   * @param written the directory of the Dockerfile
   */
  public static List<String> of(Path here, Path project, Path written, DockerfilePlan plan) {
    String name = imageName(project);
    EquivalentCommand build = EquivalentCommand.of("docker", "build", "-t", name);
    if (!absolute(written).equals(absolute(project))) {
      build = build.with("-f", from(here, written.resolve("Dockerfile")));
    }
    List<String> commands = new ArrayList<>();
    commands.add(build.path(from(here, project)).text());
    if (plan.startsSomething()) {
      EquivalentCommand run = EquivalentCommand.of("docker", "run", "--rm");
      OptionalInt port = plan.port();
      if (port.isPresent()) {
        run = run.with("-p", port.getAsInt() + ":" + port.getAsInt());
      }
      commands.add(run.path(name).text());
    }
    return List.copyOf(commands);
  }

  private static String from(Path here, Path path) {
    String within = FileNames.within(absolute(here), absolute(path));
    return within.isEmpty() ? "." : within;
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /** A name that engines accept, after the project's directory. */
  private static String imageName(Path project) {
    String name =
        String.valueOf(absolute(project).getFileName())
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return name.isEmpty() ? "application" : name;
  }
}
