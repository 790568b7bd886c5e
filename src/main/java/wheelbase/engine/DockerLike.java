package wheelbase.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** docker, and podman, which takes the same words but for a few. */
final class DockerLike implements Engine {
  private static final Duration SOON = Duration.ofMinutes(2);

  private final EngineKind kind;
  private final String version;
  private final String architecture;
  private final Processes processes;

  /** Of podman. */
  private final ContainersStorage storage;

  /**
   * @param kind docker or podman
   */
  DockerLike(EngineKind kind, String version, String architecture, Processes processes) {
    this.kind = kind;
    this.version = version;
    this.architecture = architecture;
    this.processes = processes;
    this.storage = ContainersStorage.ofPodman(processes);
  }

  @Override
  public EngineKind kind() {
    return kind;
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
    return kind == EngineKind.PODMAN
        ? storage.build(order, tag, log)
        : processes.run(new ProcessOrder(buildCommand(order, tag), "", order.limit(), log, true));
  }

  /** The command line of a build. */
  List<String> buildCommand(BuildOrder order, String tag) {
    List<String> options = BuildOptions.of(order, tag);
    if (kind == EngineKind.PODMAN) {
      return storage.buildCommand(options, order);
    }
    List<String> words = new ArrayList<>(List.of("build"));
    words.addAll(options);
    words.add("--");
    words.add(order.context().toString());
    return Engine.command(kind.program(), words);
  }

  @Override
  public ProcessOutcome run(RunOrder order, String tag, Consumer<String> log)
      throws IOException, InterruptedException {
    boolean ended = false;
    try {
      ProcessOutcome outcome =
          processes.run(
              new ProcessOrder(runCommand(order, tag), order.input(), order.limit(), log, false));
      ended = !outcome.timedOut();
      return outcome;
    } finally {
      // The client alone was killed: the container would go on.
      if (!ended) {
        removeContainer(tag);
      }
    }
  }

  /** The command line of a run. */
  List<String> runCommand(RunOrder order, String tag) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "run",
                "--rm",
                "--interactive",
                "--name",
                Engine.container(tag),
                "--pull",
                "never",
                "--label",
                LABEL + "=" + tag,
                "--no-healthcheck"));
    if (order.readOnly()) {
      words.addAll(List.of("--read-only", "--tmpfs", "/tmp"));
    }
    if (!order.network() && !order.choosesNetwork()) {
      words.addAll(List.of("--network", "none"));
    }
    order.user().ifPresent(user -> words.addAll(List.of("--user", user)));
    order.platform().ifPresent(platform -> words.addAll(List.of("--platform", platform)));
    words.addAll(List.of("--entrypoint", order.command().get(0)));
    words.addAll(order.more());
    words.add(Engine.image(tag));
    words.addAll(order.command().subList(1, order.command().size()));
    return Engine.command(kind.program(), words);
  }

  @Override
  public ImageConfig inspect(String tag) throws IOException, InterruptedException {
    ProcessOutcome outcome = ask("image", "inspect", Engine.image(tag));
    if (!outcome.succeeded()) {
      throw new IOException(kind.program() + " does not describe the image: " + outcome.errors());
    }
    return ImageConfigReader.read(outcome.output());
  }

  @Override
  public void remove(String tag) throws IOException, InterruptedException {
    if (kind == EngineKind.PODMAN) {
      storage.remove(tag);
      return;
    }
    removeContainer(tag);
    // Without --no-prune, layers of other builds that happen to have no name would go too.
    ask("image", "rm", "--force", "--no-prune", Engine.image(tag));
  }

  private void removeContainer(String tag) throws IOException, InterruptedException {
    ask("rm", "--force", Engine.container(tag));
  }

  private ProcessOutcome ask(String... words) throws IOException, InterruptedException {
    return processes.run(
        ProcessOrder.question(SOON, Engine.command(kind.program(), List.of(words))));
  }

  /** What {@code build} takes in all engines. */
  static final class BuildOptions {
    private BuildOptions() {}

    static List<String> of(BuildOrder order, String tag) {
      List<String> words =
          new ArrayList<>(
              List.of(
                  "--tag",
                  Engine.image(tag),
                  "--label",
                  LABEL + "=" + tag,
                  "--file",
                  order.dockerfile().toString()));
      for (Map.Entry<String, String> each : order.buildArguments().entrySet()) {
        words.addAll(List.of("--build-arg", each.getKey() + "=" + each.getValue()));
      }
      order.target().ifPresent(target -> words.addAll(List.of("--target", target)));
      order.platform().ifPresent(platform -> words.addAll(List.of("--platform", platform)));
      order.secrets().forEach(secret -> words.addAll(List.of("--secret", secret)));
      words.addAll(order.more());
      return words;
    }
  }

  /** For a message: what stands at the end of what a program wrote. */
  static Optional<String> lastLine(String text) {
    return text.lines().filter(line -> !line.isBlank()).reduce((first, second) -> second);
  }
}
