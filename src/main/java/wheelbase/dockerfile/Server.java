package wheelbase.dockerfile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import wheelbase.application.Application;
import wheelbase.application.ServerInterface;

/** The servers whose command lines are known. */
enum Server {
  GUNICORN,
  UVICORN,
  HYPERCORN,
  GRANIAN,
  DAPHNE,
  WAITRESS,
  UWSGI;

  /**
   * @param program that serves the application
   */
  static Optional<Server> named(String program) {
    return Arrays.stream(values())
        .filter(server -> server.name().equalsIgnoreCase(program))
        .findFirst();
  }

  /** The command that serves an application on all interfaces. */
  List<String> words(Application application, String entryPoint, int port, OptionalInt workers) {
    boolean asynchronous = application.serverInterface() == ServerInterface.ASGI;
    boolean factory = application.factory();
    String made = factory ? entryPoint + "()" : entryPoint;
    String number = Integer.toString(port);
    String address = "0.0.0.0:" + number;
    List<String> words = new ArrayList<>();
    List<String> several = several(workers);
    switch (this) {
      case GUNICORN -> {
        words.addAll(List.of("gunicorn", "--bind", address, "--worker-tmp-dir", "/dev/shm"));
        if (asynchronous) {
          words.addAll(List.of("--worker-class", "uvicorn.workers.UvicornWorker"));
        }
        words.add(made);
      }
      case UVICORN -> {
        words.addAll(List.of("uvicorn", "--host", "0.0.0.0", "--port", number));
        words.addAll(factory ? List.of("--factory", entryPoint) : List.of(entryPoint));
      }
      case HYPERCORN -> {
        words.addAll(List.of("hypercorn", "--bind", address));
        words.addAll(several);
        words.add(made);
      }
      case GRANIAN -> {
        words.addAll(List.of("granian", "--interface", asynchronous ? "asgi" : "wsgi"));
        words.addAll(List.of("--host", "0.0.0.0", "--port", number));
        words.addAll(several);
        words.addAll(factory ? List.of("--factory", entryPoint) : List.of(entryPoint));
      }
      case DAPHNE -> words.addAll(List.of("daphne", "-b", "0.0.0.0", "-p", number, entryPoint));
      case WAITRESS -> {
        words.addAll(List.of("waitress-serve", "--listen=" + address));
        words.addAll(several);
        words.addAll(factory ? List.of("--call", entryPoint) : List.of(entryPoint));
      }
      case UWSGI -> {
        words.addAll(List.of("uwsgi", "--http", address, "--master", "--need-app"));
        words.addAll(several);
        words.addAll(List.of("--die-on-term", "--module", made));
      }
      default -> throw new IllegalStateException(name());
    }
    return words;
  }

  /** How it is told of workers on its command line; empty where the environment says it. */
  private List<String> several(OptionalInt workers) {
    if (workers.isEmpty()) {
      return List.of();
    }
    String number = Integer.toString(workers.getAsInt());
    return switch (this) {
      case HYPERCORN, GRANIAN -> List.of("--workers", number);
      case UWSGI -> List.of("--processes", number);
      case WAITRESS -> List.of("--threads=" + number);
      default -> List.of();
    };
  }

  /** Whether it can do several things at once in several workers: daphne is one process. */
  boolean hasWorkers() {
    return this != DAPHNE;
  }

  /** What about the command does not speak for itself. */
  Optional<String> reason() {
    return switch (this) {
      case GUNICORN -> Optional.of("Workers report through a file: in memory no disk stalls it");
      case UWSGI -> Optional.of("Without --die-on-term uWSGI takes SIGTERM for a reload");
      default -> Optional.empty();
    };
  }

  /** What it reads from the environment, so that a deployment can say otherwise. */
  Map<String, String> environment(OptionalInt workers) {
    return switch (this) {
      case GUNICORN -> concurrency(workers.orElse(2));
      case UVICORN -> workers.isPresent() ? concurrency(workers.getAsInt()) : Map.of();
      default -> Map.of();
    };
  }

  /** As gunicorn and uvicorn read it. */
  static Map<String, String> concurrency(int workers) {
    return Map.of("WEB_CONCURRENCY", Integer.toString(workers));
  }

  /** Whether it ends by itself on SIGTERM when it is the first process. */
  boolean endsOnTerm() {
    return this != WAITRESS;
  }
}
