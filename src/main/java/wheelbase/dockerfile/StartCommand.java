package wheelbase.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import wheelbase.application.Application;
import wheelbase.application.Framework;
import wheelbase.application.ServerInterface;
import wheelbase.diagnostic.Diagnostic;

/**
 * What the container runs, and what follows from it.
 *
 * @param words the command
 * @param reasons sentences for the comment above it
 * @param environment variables that it reads
 * @param port where it listens; empty for what does not
 * @param endsOnTerm whether SIGTERM ends it when it is the first process
 */
record StartCommand(
    List<String> words,
    List<String> reasons,
    SortedMap<String, String> environment,
    OptionalInt port,
    boolean endsOnTerm,
    List<Diagnostic> diagnostics) {
  private static final int USUAL_PORT = 8000;

  static StartCommand of(Application application) {
    if (!application.command().isEmpty()) {
      return given(application);
    }
    if (application.entryPoint().isEmpty()) {
      return unknown(application);
    }
    String entryPoint = application.entryPoint().get();
    if (application.framework() == Framework.SCRIPT) {
      return new StartCommand(
          List.of("python", entryPoint),
          found(application),
          new TreeMap<>(),
          application.port(),
          false,
          choice(application));
    }
    int port = application.port().orElse(USUAL_PORT);
    Optional<Server> server = application.server().flatMap(Server::named);
    return server.isPresent()
        ? served(application, server.get(), entryPoint, port)
        : byFramework(application, entryPoint, port);
  }

  /** A command that the project itself names. */
  private static StartCommand given(Application application) {
    SortedMap<String, String> environment = new TreeMap<>();
    application.port().ifPresent(number -> environment.put("PORT", Integer.toString(number)));
    List<String> words = ShellLine.handingOver(application.command());
    if (String.join(" ", words).contains("gunicorn")) {
      environment.put("GUNICORN_CMD_ARGS", "--worker-tmp-dir=/dev/shm");
    }
    return new StartCommand(
        words,
        found(application),
        environment,
        application.port(),
        application.port().isPresent(),
        choice(application));
  }

  private static StartCommand served(
      Application application, Server server, String entryPoint, int port) {
    List<String> reasons = new ArrayList<>(found(application));
    server.reason().ifPresent(reasons::add);
    return new StartCommand(
        server.words(application, entryPoint, port),
        reasons,
        new TreeMap<>(server.environment()),
        OptionalInt.of(port),
        server.endsOnTerm(),
        choice(application));
  }

  /** Web, with no server among the requirements. */
  private static StartCommand byFramework(Application application, String entryPoint, int port) {
    Framework framework = application.framework();
    boolean django = framework == Framework.DJANGO;
    if (!django && framework != Framework.FLASK) {
      return nothingServes(application);
    }
    String manage =
        application.directory().isEmpty() ? "manage.py" : application.directory() + "/manage.py";
    List<String> words =
        django
            ? List.of("python", manage, "runserver", "--noreload", "0.0.0.0:" + port)
            : List.of(
                "flask", "--app", entryPoint, "run", "--host", "0.0.0.0", "--port", "" + port);
    String wanted = application.serverInterface() == ServerInterface.ASGI ? "uvicorn" : "gunicorn";
    List<String> reasons = new ArrayList<>(found(application));
    reasons.add(
        "This is "
            + framework.title()
            + "'s development server, not for production: add "
            + wanted
            + " to the requirements and run wheelbase again");
    List<Diagnostic> diagnostics = new ArrayList<>(choice(application));
    diagnostics.add(
        Diagnostic.warning(
                "development-server",
                "no server is among the requirements: the image starts "
                    + framework.title()
                    + "'s development server, which is not for production")
            .withHint("add " + wanted + " to the requirements"));
    return new StartCommand(
        words, reasons, new TreeMap<>(), OptionalInt.of(port), false, diagnostics);
  }

  private static StartCommand nothingServes(Application application) {
    String title = application.framework().title();
    return waiting(
        title + " does not serve itself: add uvicorn to the requirements and run wheelbase again",
        Diagnostic.warning(
                "no-server", "nothing among the requirements serves a " + title + " application")
            .withHint("add uvicorn to the requirements"));
  }

  private static StartCommand unknown(Application application) {
    String several = String.join(", ", application.alternatives());
    Diagnostic nothing =
        Diagnostic.warning("no-entry-point", "nothing was found that starts this project")
            .withHint("--app package.module:variable, or --app main.py");
    return several.isEmpty()
        ? waiting(
            "Nothing was found that starts this project: say it here, as in [\"python\","
                + " \"main.py\"]",
            nothing)
        : waiting(
            "Several things could be started; say here which: " + several,
            choice(application).get(0));
  }

  private static StartCommand waiting(String reason, Diagnostic diagnostic) {
    return new StartCommand(
        List.of("python3"),
        List.of(reason),
        new TreeMap<>(),
        OptionalInt.empty(),
        true,
        List.of(diagnostic));
  }

  private static List<String> found(Application application) {
    List<String> reasons = new ArrayList<>();
    application.foundIn().ifPresent(place -> reasons.add("Found in " + place));
    if (!application.alternatives().isEmpty()) {
      reasons.add(
          "Also found, chosen with --app: " + String.join(", ", application.alternatives()));
    }
    return reasons;
  }

  private static List<Diagnostic> choice(Application application) {
    if (application.alternatives().isEmpty()) {
      return List.of();
    }
    List<String> all = new ArrayList<>(application.entryPoint().stream().toList());
    all.addAll(application.alternatives());
    return List.of(
        Diagnostic.warning(
                "several-entry-points",
                "more than one thing could be started: " + String.join(", ", all))
            .withHint("--app " + all.get(0)));
  }
}
