package wheelbase.dockerfile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wheelbase.application.Application;
import wheelbase.diagnostic.Diagnostic;

/**
 * The build of an image as data: what is done in which stage, and why. {@link DockerfileWriter}
 * turns it into text.
 *
 * @param head sentences about the whole, for the head of the file
 * @param stages the last one is the image
 * @param diagnostics what the user should know before building; with an error among them the build
 *     is bound to fail
 */
public record DockerfilePlan(List<String> head, List<Stage> stages, List<Diagnostic> diagnostics) {
  /** Linux: net.ipv4.ip_unprivileged_port_start, which Docker sets to 0 and others do not. */
  private static final int FIRST_UNPRIVILEGED_PORT = 1024;

  public DockerfilePlan {
    head = List.copyOf(head);
    stages = List.copyOf(stages);
    diagnostics = List.copyOf(diagnostics);
  }

  /** Decides; the same request gives an equal plan. */
  public static DockerfilePlan of(BuildRequest request) {
    ContextPaths paths = ContextPaths.of(request);
    StartCommand start = StartCommand.of(request.application(), request.workers());
    List<Diagnostic> diagnostics = new ArrayList<>(paths.diagnostics());
    diagnostics.addAll(start.diagnostics());
    diagnostics.addAll(Combinations.refused(request));
    diagnostics.addAll(doubts(request, start));
    List<Stage> stages =
        Stream.of(
                LibrariesStage.of(request).stream(),
                Stream.of(BuilderStage.of(request, paths)),
                RuntimeStage.of(request, start).stream())
            .flatMap(some -> some)
            .toList();
    return new DockerfilePlan(head(request, stages), stages, diagnostics);
  }

  /** Where the image listens; empty where that is not known. */
  public OptionalInt port() {
    return runs(Instruction.Expose.class).mapToInt(Instruction.Expose::port).findFirst();
  }

  /** Whether it is known what the image is to start. */
  public boolean startsSomething() {
    return runs(Instruction.Command.class)
        .anyMatch(command -> !command.words().equals(StartCommand.NOTHING));
  }

  private <T extends Instruction> Stream<T> runs(Class<T> kind) {
    return stages.stream()
        .skip(Math.max(0, stages.size() - 1))
        .flatMap(stage -> stage.steps().stream())
        .map(Step::instruction)
        .filter(kind::isInstance)
        .map(kind::cast);
  }

  /** What the user chose and what may not come of it. */
  private static List<Diagnostic> doubts(BuildRequest request, StartCommand start) {
    List<Diagnostic> doubts = new ArrayList<>();
    if (start.port().isPresent() && start.port().getAsInt() < FIRST_UNPRIVILEGED_PORT) {
      doubts.add(
          Diagnostic.warning(
                  "privileged-port",
                  "not every engine lets a user without privileges listen on port "
                      + start.port().getAsInt())
              .withHint("port 8080, published as another: docker run -p 80:8080"));
    }
    boolean healthChosen = !request.health().equals(HealthCheck.of(request.application()));
    if (healthChosen && start.port().isEmpty() && request.health().step(0).isPresent()) {
      doubts.add(
          Diagnostic.warning(
                  "nothing-to-ask", "no health check: nothing is known to listen on a port")
              .withHint("say the port as well"));
    }
    if (!request.dockerIgnore()) {
      doubts.add(
          Diagnostic.note(
                  "no-dockerignore",
                  "without a .dockerignore the whole directory goes into the image, .git and .env"
                      + " too")
              .withHint("keep a .dockerignore of your own"));
    }
    return doubts;
  }

  /** Whether what starts the application can be told a number of workers. */
  public static boolean takesWorkers(Application application) {
    StartCommand usual = StartCommand.of(application, OptionalInt.empty());
    StartCommand told = StartCommand.of(application, OptionalInt.of(1));
    return !told.words().equals(usual.words()) || !told.environment().equals(usual.environment());
  }

  /** What keeps that which starts the application from serving it well: a server is missing. */
  public static List<Diagnostic> wantsServer(Application application) {
    return StartCommand.of(application, OptionalInt.empty()).diagnostics().stream()
        .filter(diagnostic -> StartCommand.WANTS_SERVER.contains(diagnostic.id()))
        .toList();
  }

  /**
   * What the build stage copies out of the project, so that {@code .dockerignore} lets it through.
   */
  public List<String> copiedPaths() {
    List<String> copied = new ArrayList<>();
    for (Stage stage : stages) {
      for (Step step : stage.steps()) {
        if (step.instruction() instanceof Instruction.Copy copy && copy.stage().isEmpty()) {
          copied.addAll(copy.sources());
        }
      }
    }
    return copied.stream().distinct().filter(path -> !path.equals(".")).sorted().toList();
  }

  /** The images that stages start from, and that are named by a tag alone. */
  private static List<String> unpinned(List<Stage> stages) {
    Set<String> names = stages.stream().map(Stage::name).collect(Collectors.toSet());
    return stages.stream()
        .map(Stage::image)
        .filter(image -> !names.contains(image) && !image.contains("@"))
        .distinct()
        .toList();
  }

  private static List<String> howToPin(List<String> images) {
    if (images.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        images.size() == 1
            ? "To pin the base, add its digest to both FROM lines (IMAGE:TAG@sha256:...). To look it up:"
            : "To pin the bases, add their digests to the FROM lines (IMAGE:TAG@sha256:...). To look them"
                + " up:");
    images.forEach(image -> lines.add("docker buildx imagetools inspect " + image));
    return lines;
  }

  /**
   * The images of registries that the build takes, as it names them: those of the stages, and those
   * that files are copied from. Stages that are built on one another are none.
   */
  public List<String> images() {
    Set<String> names = stages.stream().map(Stage::name).collect(Collectors.toSet());
    return stages.stream()
        .flatMap(stage -> Stream.concat(Stream.of(stage.image()), copiedFrom(stage)))
        .filter(image -> !names.contains(image))
        .distinct()
        .toList();
  }

  private static Stream<String> copiedFrom(Stage stage) {
    return stage.steps().stream()
        .map(Step::instruction)
        .filter(Instruction.Copy.class::isInstance)
        .flatMap(copy -> ((Instruction.Copy) copy).stage().stream());
  }

  /**
   * The same build on images that are named by their digests too.
   *
   * @param pinned what is to be written for an image, for those of {@link #images()} that have a
   *     digest
   */
  public DockerfilePlan pinned(Map<String, String> pinned) {
    List<Stage> named = stages.stream().map(stage -> stage.pinned(pinned)).toList();
    List<String> before = howToPin(unpinned(stages));
    List<String> lines = new ArrayList<>(head);
    int place = Collections.indexOfSubList(lines, before);
    if (place >= 0) {
      lines.subList(place, place + before.size()).clear();
      lines.addAll(place, howToPin(unpinned(named)));
    }
    return new DockerfilePlan(lines, named, diagnostics);
  }

  private static List<String> head(BuildRequest request, List<Stage> stages) {
    List<String> head = new ArrayList<>();
    head.add(
        "Written by wheelbase for Python "
            + request.base().python().series()
            + " on "
            + request.base().variant()
            + ". Build it with: docker build -t NAME .");
    head.addAll(howToPin(unpinned(stages)));
    head.addAll(Secrets.told(stages));
    head.addAll(request.notes());
    return head;
  }
}
