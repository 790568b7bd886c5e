package wheelbase.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
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
  /** What the base image starts by itself: it is not known what else to start. */
  static final List<String> NOTHING = List.of("python3");

  private static final int USUAL_PORT = 8000;

  /** gunicorn and uvicorn take the number of workers from the environment, unless told. */
  private static final Pattern ASKS_FOR_WORKERS = Pattern.compile("\\b(gunicorn|uvicorn)\\b");

  private static final Pattern IS_TOLD_WORKERS = Pattern.compile("\\s(-w|--workers)\\b");

  /**
   * @param workers how many the server starts; empty: as it does by itself
   */
  static StartCommand of(Application application, OptionalInt workers) {
    if (!application.command().isEmpty()) {
      return given(application, workers);
    }
    if (application.entryPoint().isEmpty()) {
      return unknown(application);
    }
    String entryPoint = application.entryPoint().get();
    if (application.framework() == Framework.SCRIPT) {
      return new StartCommand(
          List.of("python", entryPoint),
          found(application),
          port(application),
          application.port(),
          false,
          remarks(application, workers, false));
    }
    int port = application.port().orElse(USUAL_PORT);
    Optional<Server> server = application.server().flatMap(Server::named);
    return server.isPresent()
        ? served(application, server.get(), entryPoint, port, workers)
        : byFramework(application, entryPoint, port, workers);
  }

  private static SortedMap<String, String> port(Application application) {
    SortedMap<String, String> environment = new TreeMap<>();
    application.port().ifPresent(number -> environment.put("PORT", Integer.toString(number)));
    return environment;
  }

  /** A command that the project itself names. */
  private static StartCommand given(Application application, OptionalInt workers) {
    SortedMap<String, String> environment = port(application);
    List<String> words = ShellLine.handingOver(application.command());
    String line = String.join(" ", words);
    if (line.contains("gunicorn")) {
      environment.put("GUNICORN_CMD_ARGS", "--worker-tmp-dir=/dev/shm");
    }
    boolean asks = ASKS_FOR_WORKERS.matcher(line).find() && !IS_TOLD_WORKERS.matcher(line).find();
    if (asks && workers.isPresent()) {
      environment.putAll(Server.concurrency(workers.getAsInt()));
    }
    return new StartCommand(
        words,
        found(application),
        environment,
        application.port(),
        !words.get(0).equals("python"),
        remarks(application, workers, asks));
  }

  private static StartCommand served(
      Application application, Server server, String entryPoint, int port, OptionalInt workers) {
    List<String> reasons = new ArrayList<>(found(application));
    server.reason().ifPresent(reasons::add);
    return new StartCommand(
        server.words(application, entryPoint, port, workers),
        reasons,
        new TreeMap<>(server.environment(workers)),
        OptionalInt.of(port),
        server.endsOnTerm(),
        remarks(application, workers, server.hasWorkers()));
  }

  /** Web, with no server among the requirements. */
  private static StartCommand byFramework(
      Application application, String entryPoint, int port, OptionalInt workers) {
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
    List<Diagnostic> diagnostics = new ArrayList<>(remarks(application, workers, false));
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
        NOTHING, List.of(reason), new TreeMap<>(), OptionalInt.empty(), true, List.of(diagnostic));
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

  private static List<Diagnostic> remarks(
      Application application, OptionalInt workers, boolean heard) {
    List<Diagnostic> remarks = new ArrayList<>(choice(application));
    if (workers.isPresent() && !heard) {
      remarks.add(
          Diagnostic.warning(
                  "workers-unused", "the number of workers does not change the start command")
              .withHint("gunicorn among the requirements, or uvicorn for ASGI, would hear of it"));
    }
    return remarks;
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
