package wheelbase.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.BaseImageKind;
import wheelbase.baseimage.Distroless;
import wheelbase.platform.DistributionRelease;

/** Decides the stage that becomes the image, and what must go well before. */
final class RuntimeStage {
  static final String NAME = "runtime";

  /** What is tried where the user wants a test: the image without how it starts. */
  private static final String ASSEMBLED = "assembled";

  private static final String ACCOUNT = "app";

  private RuntimeStage() {}

  /** The image, or what is tried before it and the image on top of that. */
  static List<Stage> of(BuildRequest request, StartCommand start) {
    String base =
        LibrariesStage.of(request).map(Stage::name).orElseGet(() -> request.base().reference());
    List<Step> assembly = assembly(request);
    List<Step> finish = finish(request, start);
    Optional<Stage> test = TestStage.of(request, ASSEMBLED);
    if (test.isEmpty()) {
      return List.of(
          new Stage(
              NAME,
              base,
              purpose(request),
              Stream.concat(assembly.stream(), finish.stream()).toList()));
    }
    return List.of(
        new Stage(ASSEMBLED, base, "is all of the image but how it starts", assembly),
        test.get(),
        new Stage(
            NAME,
            ASSEMBLED,
            purpose(request),
            Stream.concat(Stream.of(TestStage.awaited()), finish.stream()).toList()));
  }

  private static List<Step> assembly(BuildRequest request) {
    DistributionRelease distribution = request.base().distribution();
    Optional<Stage> libraries = LibrariesStage.of(request);
    List<Step> steps = new ArrayList<>(libraries.isEmpty() ? asRoot(request.base()) : List.of());
    if (request.base().kind().hasShell()) {
      steps.add(
          Step.of(
              account(distribution, request.user()),
              "An unprivileged account for the application"));
    }
    steps.add(
        Step.of(
            Instruction.Environment.of(Map.of("PYTHONFAULTHANDLER", "1", "PYTHONUNBUFFERED", "1")),
            "Output appears at once, and a crash in C shows where Python was"));
    if (libraries.isEmpty() && !request.runtimePackages().isEmpty()) {
      steps.add(PackageInstallation.forRunning(distribution, request.runtimePackages()));
    }
    steps.addAll(Installation.of(request).arrival());
    steps.add(
        Step.evident(
            new Instruction.WorkingDirectory(BuilderStage.APPLICATION),
            "Where the application is, and where its command starts"));
    steps.add(
        Step.of(
            new Instruction.Copy(Optional.empty(), List.of("."), "./"),
            "The application, owned by root so that it cannot change itself"
                + (request.dockerIgnore() ? "; .dockerignore says what stays out" : "")));
    String directory = request.application().directory();
    if (!directory.isEmpty()) {
      steps.add(
          Step.of(
              Instruction.Environment.of(
                  Map.of("PYTHONPATH", BuilderStage.APPLICATION + "/" + directory)),
              "Where the application's modules are imported from"));
    }
    request
        .application()
        .observations()
        .staticFiles()
        .ifPresent(files -> steps.add(StaticCollection.of(files, request.application())));
    return steps;
  }

  private static List<Step> finish(BuildRequest request, StartCommand start) {
    List<Step> steps = new ArrayList<>();
    int user = user(request);
    steps.add(
        Step.of(
            new Instruction.User(user, user),
            "A number, so that Kubernetes can see that it is not root"));
    if (request.base().start().isPython()) {
      steps.add(
          Step.of(
              new Instruction.NoEntrypoint(),
              "The base hands every command to Python, which would take it for a script"));
    }
    steps.addAll(start(request, start));
    return steps;
  }

  /** What an image wants first that starts as another user: the account may not even write. */
  static List<Step> asRoot(BaseImage image) {
    return image.start().asRoot()
        ? List.of()
        : List.of(
            Step.of(
                new Instruction.User(0, 0),
                "The base starts as a user of its own, who may neither install nor write here"));
  }

  /** Distroless images have an account for applications; one of another number needs no name. */
  private static int user(BuildRequest request) {
    return request.base().kind() == BaseImageKind.DISTROLESS
            && request.user() == BuildRequest.USUAL_USER
        ? Distroless.user()
        : request.user();
  }

  private static String purpose(BuildRequest request) {
    boolean compiles =
        request.buildPackages().stream()
            .anyMatch(wanted -> !Distroless.buildPackages().contains(wanted.distributionPackage()));
    return !compiles && !request.builder().isFull()
        ? "is the image"
        : "is the image; compilers and headers stay behind in " + BuilderStage.NAME;
  }

  private static List<Step> start(BuildRequest request, StartCommand start) {
    List<Step> steps = new ArrayList<>();
    start
        .environment()
        .forEach(
            (name, value) ->
                steps.add(
                    Step.of(
                        Instruction.Environment.of(Map.of(name, value)),
                        StartVariables.reason(name))));
    start
        .port()
        .ifPresent(
            port -> {
              steps.add(
                  Step.evident(
                      new Instruction.Expose(port),
                      "Where the application listens, for docker run -P and for people"));
              request.health().step(port).ifPresent(steps::add);
            });
    if (!start.endsOnTerm()) {
      steps.add(
          Step.of(
              new Instruction.StopSignal("SIGINT"),
              "As the first process Python ignores SIGTERM; SIGINT ends it"));
    }
    steps.add(command(start));
    return steps;
  }

  private static Step command(StartCommand start) {
    Instruction command = new Instruction.Command(start.words());
    return start.reasons().isEmpty()
        ? Step.evident(command, "What the container runs, without a shell in between")
        : Step.of(command, start.reasons().toArray(String[]::new));
  }

  private static Instruction account(DistributionRelease distribution, int user) {
    String number = Integer.toString(user);
    if (distribution.isAlpine()) {
      return Instruction.Run.of(
          ShellCommand.of("addgroup", "-g", number, ACCOUNT),
          ShellCommand.of(
              "adduser", "-D", "-u", number, "-G", ACCOUNT, "-s", "/sbin/nologin", ACCOUNT));
    }
    return Instruction.Run.of(
        ShellCommand.of("groupadd", "--gid", number, ACCOUNT),
        ShellCommand.of(
            "useradd",
            "--uid",
            number,
            "--gid",
            ACCOUNT,
            "--no-log-init",
            "--create-home",
            "--shell",
            "/usr/sbin/nologin",
            ACCOUNT));
  }
}
