package wheelbase.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wheelbase.application.Application;
import wheelbase.platform.DistributionRelease;

/** Decides the stage that becomes the image. */
final class RuntimeStage {
  private static final String ACCOUNT = "app";

  private RuntimeStage() {}

  static Stage of(BuildRequest request, StartCommand start) {
    DistributionRelease distribution = request.base().distribution();
    List<Step> steps = new ArrayList<>();
    steps.add(
        Step.of(
            account(distribution, request.user()), "An unprivileged account for the application"));
    steps.add(
        Step.of(
            Instruction.Environment.of(Map.of("PYTHONFAULTHANDLER", "1", "PYTHONUNBUFFERED", "1")),
            "Output appears at once, and a crash in C shows where Python was"));
    if (!request.runtimePackages().isEmpty()) {
      steps.add(PackageInstallation.forRunning(distribution, request.runtimePackages()));
    }
    steps.add(
        Step.evident(
            new Instruction.Copy(
                Optional.of(BuilderStage.NAME),
                List.of(BuilderStage.ENVIRONMENT),
                BuilderStage.ENVIRONMENT),
            "The installed requirements; nothing else of the build stage comes along"));
    steps.add(
        Step.evident(
            new Instruction.SearchPath(BuilderStage.ENVIRONMENT + "/bin"),
            "python and the programs of the requirements are found there before all others"));
    steps.add(
        Step.evident(
            new Instruction.WorkingDirectory(BuilderStage.APPLICATION),
            "Where the application is, and where its command starts"));
    steps.add(
        Step.of(
            new Instruction.Copy(Optional.empty(), List.of("."), "./"),
            "The application, owned by root so that it cannot change itself"
                + (request.dockerIgnore() ? "; .dockerignore says what stays out" : "")));
    request
        .application()
        .observations()
        .staticFiles()
        .ifPresent(files -> steps.add(StaticCollection.of(files, request.application())));
    steps.add(
        Step.of(
            new Instruction.User(request.user(), request.user()),
            "A number, so that Kubernetes can see that it is not root"));
    steps.addAll(start(request, start));
    return new Stage("runtime", request.base().reference(), purpose(request), steps);
  }

  private static String purpose(BuildRequest request) {
    return request.buildPackages().isEmpty()
        ? "is the image"
        : "is the image; compilers and headers stay behind in " + BuilderStage.NAME;
  }

  private static List<Step> start(BuildRequest request, StartCommand start) {
    Application application = request.application();
    List<Step> steps = new ArrayList<>();
    if (!application.directory().isEmpty()) {
      steps.add(
          Step.of(
              Instruction.Environment.of(
                  Map.of("PYTHONPATH", BuilderStage.APPLICATION + "/" + application.directory())),
              "Where the application's modules are imported from"));
    }
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
