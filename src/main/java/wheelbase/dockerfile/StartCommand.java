package wheelbase.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import wheelbase.application.Application;
import wheelbase.application.Framework;
import wheelbase.diagnostic.Diagnostic;

/**
 * What the container runs, and what follows from it.
 *
 * @param words the command
 * @param reasons sentences for the comment above it
 * @param environment variables that it reads
 * @param port where it listens; empty for what does not
 * @param stopSignal what ends it, where that is not SIGTERM
 */
record StartCommand(
    List<String> words,
    List<String> reasons,
    SortedMap<String, String> environment,
    OptionalInt port,
    Optional<String> stopSignal,
    List<Diagnostic> diagnostics) {
  private static final int USUAL_PORT = 8000;

  /** A process with number 1 ignores SIGTERM unless it asks for it; Python asks for SIGINT. */
  private static final Optional<String> INTERRUPT = Optional.of("SIGINT");

  static StartCommand of(Application application) {
    if (!application.command().isEmpty()) {
      return ofProcfile(application);
    }
    if (application.entryPoint().isEmpty()) {
      return unknown(application);
    }
    String entryPoint = application.entryPoint().get();
    if (application.framework() == Framework.SCRIPT) {
      return new StartCommand(
          List.of("python", entryPoint),
          foundIn(application),
          new TreeMap<>(),
          application.port(),
          INTERRUPT,
          List.of());
    }
    int port = application.port().orElse(USUAL_PORT);
    return application
        .server()
        .flatMap(Server::named)
        .map(server -> served(application, server, entryPoint, port))
        .orElseGet(() -> byFramework(application, entryPoint, port));
  }

  /** The instructions at the end of the runtime stage. */
  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    if (!environment.isEmpty()) {
      steps.add(Step.of(new Instruction.Environment(environment), "Read by the command below"));
    }
    port.ifPresent(
        number -> {
          steps.add(Step.of(new Instruction.Expose(number)));
          steps.add(
              Step.of(
                  new Instruction.HealthCheck(
                      List.of(
                          "python",
                          "-I",
                          "-c",
                          "import socket; socket.create_connection(('127.0.0.1', "
                              + number
                              + "), 3).close()")),
                  "Whether something answers at the port; a route of yours could say more"));
        });
    stopSignal.ifPresent(
        signal ->
            steps.add(
                Step.of(
                    new Instruction.StopSignal(signal),
                    "As the first process Python ignores SIGTERM; this one ends it")));
    steps.add(new Step(new Instruction.Command(words), reasons));
    return steps;
  }

  private static StartCommand served(
      Application application, Server server, String entryPoint, int port) {
    List<String> reasons = new ArrayList<>(foundIn(application));
    server.reason().ifPresent(reasons::add);
    return new StartCommand(
        server.words(entryPoint, port, Server.isAsynchronous(application.framework())),
        reasons,
        new TreeMap<>(server.environment()),
        OptionalInt.of(port),
        server.endsOnTerm() ? Optional.empty() : INTERRUPT,
        List.of());
  }

  /** Web, with no server among the requirements that is known here. */
  private static StartCommand byFramework(Application application, String entryPoint, int port) {
    Framework framework = application.framework();
    if (Server.isAsynchronous(framework)) {
      return nothingServes(application);
    }
    List<String> words =
        framework == Framework.DJANGO
            ? List.of("python", "manage.py", "runserver", "--noreload", "0.0.0.0:" + port)
            : List.of(
                "flask", "--app", entryPoint, "run", "--host", "0.0.0.0", "--port", "" + port);
    String program = framework == Framework.DJANGO ? "runserver" : "flask run";
    return new StartCommand(
        words,
        List.of(
            program
                + " is "
                + framework.title()
                + "'s development server: add gunicorn to the requirements before anyone"
                + " depends on this image"),
        new TreeMap<>(),
        OptionalInt.of(port),
        INTERRUPT,
        List.of(
            Diagnostic.warning(
                    "development-server",
                    "no server is among the requirements, so the image starts "
                        + framework.title()
                        + "'s development server, which is not for production")
                .withHint("add gunicorn to the requirements")));
  }

  private static StartCommand nothingServes(Application application) {
    String title = application.framework().title();
    return waiting(
        List.of(
            title
                + " has no server of its own: add uvicorn to the requirements, then set"
                + " [\"uvicorn\", \"--host\", \"0.0.0.0\", ...]"),
        Diagnostic.warning(
                "no-server", "nothing among the requirements can serve a " + title + " application")
            .withHint("add uvicorn to the requirements"));
  }

  private static StartCommand unknown(Application application) {
    List<String> reasons = new ArrayList<>();
    reasons.add(
        "Nothing was found that starts this project: set it here, as in [\"python\","
            + " \"main.py\"]");
    if (!application.alternatives().isEmpty()) {
      reasons.set(
          0,
          "More than one thing could be started; set one of them here: "
              + String.join(", ", application.alternatives()));
    }
    return waiting(
        reasons,
        Diagnostic.warning("no-entry-point", "nothing was found that starts this project")
            .withHint("--app package.module:variable, or set CMD in the Dockerfile"));
  }

  private static StartCommand waiting(List<String> reasons, Diagnostic diagnostic) {
    return new StartCommand(
        List.of("python3"),
        reasons,
        new TreeMap<>(),
        OptionalInt.empty(),
        Optional.empty(),
        List.of(diagnostic));
  }

  private static StartCommand ofProcfile(Application application) {
    boolean web =
        application.framework() != Framework.SCRIPT || ProcfileCommand.readsPort(application);
    OptionalInt port =
        application.port().isPresent() || !web ? application.port() : OptionalInt.of(USUAL_PORT);
    SortedMap<String, String> environment = new TreeMap<>();
    port.ifPresent(number -> environment.put("PORT", Integer.toString(number)));
    if (application.command().contains("gunicorn")) {
      environment.putAll(Map.of("GUNICORN_CMD_ARGS", "--worker-tmp-dir=/dev/shm"));
    }
    return new StartCommand(
        ProcfileCommand.words(application.command(), port),
        List.of("As the Procfile says"),
        environment,
        port,
        Optional.empty(),
        List.of());
  }

  private static List<String> foundIn(Application application) {
    return application.foundIn().map(place -> "Found in " + place).stream().toList();
  }
}
