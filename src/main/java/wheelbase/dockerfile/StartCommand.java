package wheelbase.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import wheelbase.application.Application;
import wheelbase.application.Framework;
import wheelbase.application.OtherProcess;
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

  /** Diagnostics that say so. */
  static final Set<String> WANTS_SERVER = Set.of("development-server", "no-server");

  private static final int USUAL_PORT = 8000;

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
          application.observations().handlesTerm(),
          remarks(application, workers, false));
    }
    int port = application.port().orElse(USUAL_PORT);
    Launch launch = new Launch(application, entryPoint, port, workers);
    Optional<Launcher> server = application.server().flatMap(Launcher::named);
    return server.isPresent() ? served(server.get(), launch) : byFramework(launch);
  }

  private static SortedMap<String, String> port(Application application) {
    SortedMap<String, String> environment = new TreeMap<>();
    application.port().ifPresent(number -> environment.put("PORT", Integer.toString(number)));
    return environment;
  }

  /** A command that the project itself names. */
  private static StartCommand given(Application application, OptionalInt workers) {
    GivenCommand given = new GivenCommand(application.command());
    List<String> reasons = new ArrayList<>(found(application));
    given.reason().ifPresent(reasons::add);
    return new StartCommand(
        given.words(),
        reasons,
        given.environment(application.port(), workers),
        application.port(),
        given.endsOnTerm(application.observations().handlesTerm()),
        remarks(application, workers, given.asksForWorkers()));
  }

  private static StartCommand served(Launcher server, Launch launch) {
    Application application = launch.application();
    List<String> reasons = new ArrayList<>(found(application));
    server.reason().ifPresent(reasons::add);
    return new StartCommand(
        server.words(launch),
        reasons,
        new TreeMap<>(server.environment(launch)),
        application.framework().listens() ? OptionalInt.of(launch.port()) : application.port(),
        server.endsOnTerm(launch),
        remarks(application, launch.workers(), server.hasWorkers()));
  }

  /** Web, with no server among the requirements. */
  private static StartCommand byFramework(Launch launch) {
    Application application = launch.application();
    Optional<List<String>> words = DevelopmentServer.words(launch);
    if (words.isEmpty()) {
      return nothingServes(application);
    }
    String server = DevelopmentServer.title(application.framework());
    String wanted = application.serverInterface() == ServerInterface.ASGI ? "uvicorn" : "gunicorn";
    List<String> reasons = new ArrayList<>(found(application));
    reasons.add(
        "This is "
            + server
            + ", not for production: add "
            + wanted
            + " to the requirements and run wheelbase again");
    List<Diagnostic> diagnostics = new ArrayList<>(remarks(application, launch.workers(), false));
    diagnostics.add(
        Diagnostic.warning(
                "development-server",
                "no server is among the requirements: the image starts "
                    + server
                    + ", which is not for production")
            .withHint("add " + wanted + " to the requirements"));
    return new StartCommand(
        words.get(), reasons, new TreeMap<>(), OptionalInt.of(launch.port()), false, diagnostics);
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
    List<OtherProcess> others = application.observations().others();
    if (!others.isEmpty()) {
      reasons.add(
          "The same image runs, by another command: "
              + String.join(", ", others.stream().map(OtherProcess::text).toList()));
    }
    return reasons;
  }

  private static List<Diagnostic> remarks(
      Application application, OptionalInt workers, boolean heard) {
    List<Diagnostic> remarks = new ArrayList<>(choice(application));
    remarks.addAll(application.observations().diagnostics());
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
