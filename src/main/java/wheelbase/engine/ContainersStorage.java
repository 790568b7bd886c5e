package wheelbase.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The storage that podman and buildah share: builds into it, and takes away again what only the
 * build needed.
 */
final class ContainersStorage {
  private static final Duration SOON = Duration.ofMinutes(2);

  /**
   * Layers stay until the end, as these engines may else take an image for a remain of their own
   * that a stage merely begins with (buildah 1.28 does); containers go after a failure too.
   */
  private static final List<String> TIDY = List.of("--layers", "--force-rm");

  private final Words words;
  private final Processes processes;
  private final Map<String, Build> builds = new ConcurrentHashMap<>();

  private ContainersStorage(Words words, Processes processes) {
    this.words = words;
    this.processes = processes;
  }

  /**
   * How an engine is asked.
   *
   * @param containers lists the whole ids of all containers
   * @param images lists the whole id and the name of all images
   * @param removeContainers before their ids
   * @param removeImage before a name
   * @param removeImages before ids; leaves what others have use for
   * @param removesParents whether nameless images go with the one that was made from them
   */
  private record Words(
      String program,
      List<String> containers,
      List<String> images,
      List<String> removeContainers,
      List<String> removeImage,
      List<String> removeImages,
      boolean removesParents) {}

  /**
   * @param keepsImages whether those without a name stay
   */
  private record Build(BuildRemains remains, boolean keepsImages) {}

  static ContainersStorage ofPodman(Processes processes) {
    return new ContainersStorage(
        new Words(
            "podman",
            List.of("ps", "--all", "--external", "--no-trunc", "--quiet"),
            List.of("images", "--all", "--no-trunc", "--format", "{{.ID}} {{.Repository}}"),
            List.of("rm", "--force"),
            // Without --no-prune, layers of other builds that happen to have no name would go too.
            List.of("image", "rm", "--force", "--no-prune"),
            List.of("image", "rm", "--no-prune"),
            false),
        processes);
  }

  static ContainersStorage ofBuildah(Processes processes) {
    return new ContainersStorage(
        new Words(
            "buildah",
            List.of("containers", "--all", "--notruncate", "--quiet"),
            List.of("images", "--all", "--no-trunc", "--format", "{{.ID}} {{.Name}}"),
            List.of("rm"),
            List.of("rmi", "--force"),
            List.of("rmi"),
            true),
        processes);
  }

  /** The words of a build, which those of {@code options} may gainsay. */
  List<String> buildCommand(List<String> options, BuildOrder order) {
    List<String> command = new ArrayList<>(BuildRemains.LOGGED);
    // Health checks and shells have no place in the other format.
    command.addAll(List.of("build", "--format", "docker"));
    command.addAll(TIDY);
    if (words.removesParents() && !keepsImages(order)) {
      // Then all nameless images below the one that was built are its own.
      command.add("--no-cache");
    }
    command.addAll(options);
    command.addAll(List.of("--", order.context().toString()));
    return Engine.command(words.program(), command);
  }

  /** Builds; the log for developers is read here and goes no further. */
  ProcessOutcome build(BuildOrder order, String tag, Consumer<String> log)
      throws IOException, InterruptedException {
    Optional<List<String>> before = before();
    BuildRemains remains = new BuildRemains(before.orElse(List.of()));
    if (before.isPresent()) {
      builds.put(tag, new Build(remains, keepsImages(order)));
    }
    ProcessOutcome outcome =
        processes.run(
            new ProcessOrder(
                buildCommand(DockerLike.BuildOptions.of(order, tag), order),
                "",
                order.limit(),
                line -> {
                  remains.read(line);
                  if (BuildRemains.isForUsers(line)) {
                    log.accept(line);
                  }
                },
                true));
    String shown =
        outcome
            .output()
            .lines()
            .filter(BuildRemains::isForUsers)
            .collect(Collectors.joining("\n", "", "\n"));
    return new ProcessOutcome(outcome.exitCode(), shown, outcome.errors(), outcome.timedOut());
  }

  /** Removes the image and all that the build left; nothing where there is nothing. */
  void remove(String tag) throws IOException, InterruptedException {
    ask(words.removeContainers(), List.of(Engine.container(tag)));
    Optional<Build> build = Optional.ofNullable(builds.get(tag));
    if (build.isPresent()) {
      ask(words.removeContainers(), build.get().remains().containers());
    }
    ask(words.removeImage(), List.of(Engine.image(tag)));
    if (build.isPresent() && !build.get().keepsImages()) {
      ProcessOutcome listing = ask(words.images(), List.of());
      ask(words.removeImages(), build.get().remains().images(listing.output()));
    }
    builds.remove(tag);
  }

  /** Who asks for layers by name wants to build with them again. */
  private static boolean keepsImages(BuildOrder order) {
    return order.more().contains("--layers") || order.more().contains("--layers=true");
  }

  /** Ids of all that is there; empty where the engine does not tell. */
  private Optional<List<String>> before() throws IOException, InterruptedException {
    ProcessOutcome containers = ask(words.containers(), List.of());
    ProcessOutcome images = ask(words.images(), List.of());
    return containers.succeeded() && images.succeeded()
        ? Optional.of(
            Stream.concat(containers.output().lines(), images.output().lines())
                .map(line -> line.strip().split("\\s+")[0])
                .toList())
        : Optional.empty();
  }

  private static boolean isRemoval(List<String> question) {
    return question.contains("rm") || question.contains("rmi");
  }

  /** Nothing is asked where there is nothing to remove. */
  private ProcessOutcome ask(List<String> question, List<String> names)
      throws IOException, InterruptedException {
    if (names.isEmpty() && isRemoval(question)) {
      return new ProcessOutcome(0, "", "", false);
    }
    return processes.run(
        ProcessOrder.question(
            SOON,
            Engine.command(
                words.program(), Stream.concat(question.stream(), names.stream()).toList())));
  }
}
