package wheelbase.bake;

import java.util.List;
import java.util.stream.Stream;
import wheelbase.dockerfile.DockerfilePlan;
import wheelbase.dockerfile.Instruction;
import wheelbase.dockerfile.Mount;
import wheelbase.dockerfile.Stage;

/**
 * A service whose image is built.
 *
 * @param name of its target and its image
 * @param directory what is sent to the builder, relative to the bake file, with {@code /}
 * @param images what its build takes from registries, the base of the image first
 * @param secrets the ids of the secrets that its build may be given, sorted
 */
public record Service(String name, String directory, List<String> images, List<String> secrets) {
  public Service {
    images = List.copyOf(images);
    secrets = List.copyOf(secrets);
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*") || images.isEmpty()) {
      throw new IllegalArgumentException("not a service: " + name);
    }
  }

  /** The service that a Dockerfile in the directory makes. */
  public static Service of(String name, String directory, DockerfilePlan plan) {
    List<String> images = plan.images();
    String last =
        plan.stages().stream()
            .map(Stage::image)
            .filter(images::contains)
            .reduce((earlier, later) -> later)
            .orElseThrow();
    return new Service(
        name,
        directory,
        Stream.concat(Stream.of(last), images.stream().sorted()).distinct().toList(),
        secrets(plan));
  }

  private static List<String> secrets(DockerfilePlan plan) {
    return plan.stages().stream()
        .flatMap(stage -> stage.steps().stream())
        .map(step -> step.instruction())
        .filter(Instruction.Run.class::isInstance)
        .flatMap(run -> ((Instruction.Run) run).mounts().stream())
        .filter(Mount.Secret.class::isInstance)
        .map(mount -> ((Mount.Secret) mount).id())
        .distinct()
        .sorted()
        .toList();
  }
}
