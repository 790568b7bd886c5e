package wheelbase.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** buildah, whose containers are made, run in and removed by a command each. */
final class Buildah implements Engine {
  private static final Duration SOON = Duration.ofMinutes(2);

  /** Mounted by the engine itself, or to be written to. */
  private static final Set<String> LEFT_AS_THEY_ARE = Set.of("proc", "sys", "dev", "run", "tmp");

  private final String version;
  private final String architecture;
  private final Processes processes;
  private final ContainersStorage storage;

  Buildah(String version, String architecture, Processes processes) {
    this.version = version;
    this.architecture = architecture;
    this.processes = processes;
    this.storage = ContainersStorage.ofBuildah(processes);
  }

  @Override
  public EngineKind kind() {
    return EngineKind.BUILDAH;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public String architecture() {
    return architecture;
  }

  @Override
  public ProcessOutcome build(BuildOrder order, String tag, Consumer<String> log)
      throws IOException, InterruptedException {
    return storage.build(order, tag, log);
  }

  /** The command line of a build. */
  List<String> buildCommand(BuildOrder order, String tag) {
    return storage.buildCommand(DockerLike.BuildOptions.of(order, tag), order);
  }

  @Override
  public ProcessOutcome run(RunOrder order, String tag, Consumer<String> log)
      throws IOException, InterruptedException {
    String container = Engine.container(tag);
    ProcessOutcome made = ask("from", "--pull-never", "--name", container, Engine.image(tag));
    if (!made.succeeded()) {
      return made;
    }
    try {
      List<String> directories = order.readOnly() ? directories(container) : List.of();
      return processes.run(
          new ProcessOrder(
              runCommand(order, tag, directories), order.input(), order.limit(), log, false));
    } finally {
      ask("rm", container);
    }
  }

  /**
   * The command line of a run. There is no option for a read-only root: the image's own directories
   * are mounted over it, each as it is in the image and read-only.
   *
   * @param directories of the root
   */
  List<String> runCommand(RunOrder order, String tag, List<String> directories) {
    List<String> words = new ArrayList<>(List.of("run"));
    for (String directory : directories) {
      words.addAll(
          List.of(
              "--mount",
              "type=bind,from=%s,source=/%s,target=/%s,ro"
                  .formatted(Engine.image(tag), directory, directory)));
    }
    if (!order.network() && !order.choosesNetwork()) {
      words.addAll(List.of("--network", "none"));
    }
    order.user().ifPresent(user -> words.addAll(List.of("--user", user)));
    words.addAll(order.more());
    words.add(Engine.container(tag));
    words.add("--");
    words.addAll(order.command());
    return Engine.command("buildah", words);
  }

  /** Of the root, as its files show them; none where only root may mount them. */
  private List<String> directories(String container) throws IOException, InterruptedException {
    ProcessOutcome mounted = ask("mount", container);
    if (!mounted.succeeded()) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(Path.of(mounted.output().strip()))) {
      return entries
          .filter(each -> Files.isDirectory(each) && !Files.isSymbolicLink(each))
          .map(each -> each.getFileName().toString())
          // What would have to be quoted inside of an option stays writable.
          .filter(name -> !LEFT_AS_THEY_ARE.contains(name) && name.matches("[\\w.-]+"))
          .sorted()
          .toList();
    } finally {
      ask("umount", container);
    }
  }

  @Override
  public ImageConfig inspect(String tag) throws IOException, InterruptedException {
    ProcessOutcome outcome = ask("inspect", "--type", "image", Engine.image(tag));
    if (!outcome.succeeded()) {
      throw new IOException("buildah does not describe the image: " + outcome.errors());
    }
    return ImageConfigReader.read(outcome.output());
  }

  @Override
  public void remove(String tag) throws IOException, InterruptedException {
    storage.remove(tag);
  }

  private ProcessOutcome ask(String... words) throws IOException, InterruptedException {
    return processes.run(ProcessOrder.question(SOON, Engine.command("buildah", List.of(words))));
  }
}
