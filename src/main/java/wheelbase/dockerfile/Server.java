package wheelbase.dockerfile;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wheelbase.application.Framework;

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
   * @param name of the package among the requirements
   */
  static Optional<Server> named(String name) {
    // The fastapi program is a front of uvicorn and wants a file instead of a module.
    String served = name.startsWith("fastapi") ? "uvicorn" : name;
    return Arrays.stream(values())
        .filter(server -> server.name().equalsIgnoreCase(served))
        .findFirst();
  }

  /** Whether applications of the framework speak ASGI rather than WSGI. */
  static boolean isAsynchronous(Framework framework) {
    return framework == Framework.FASTAPI || framework == Framework.STARLETTE;
  }

  /** The command that serves an application on all interfaces. */
  List<String> words(String entryPoint, int port, boolean asynchronous) {
    String number = Integer.toString(port);
    String address = "0.0.0.0:" + number;
    return switch (this) {
      case GUNICORN ->
          asynchronous
              ? List.of(
                  "gunicorn",
                  "--bind",
                  address,
                  "--worker-tmp-dir",
                  "/dev/shm",
                  "--worker-class",
                  "uvicorn.workers.UvicornWorker",
                  entryPoint)
              : List.of("gunicorn", "--bind", address, "--worker-tmp-dir", "/dev/shm", entryPoint);
      case UVICORN -> List.of("uvicorn", "--host", "0.0.0.0", "--port", number, entryPoint);
      case HYPERCORN -> List.of("hypercorn", "--bind", address, entryPoint);
      case GRANIAN ->
          List.of(
              "granian",
              "--interface",
              asynchronous ? "asgi" : "wsgi",
              "--host",
              "0.0.0.0",
              "--port",
              number,
              entryPoint);
      case DAPHNE -> List.of("daphne", "-b", "0.0.0.0", "-p", number, entryPoint);
      case WAITRESS -> List.of("waitress-serve", "--listen=" + address, entryPoint);
      case UWSGI ->
          List.of("uwsgi", "--http", address, "--master", "--die-on-term", "--module", entryPoint);
    };
  }

  /** What about the command does not speak for itself. */
  Optional<String> reason() {
    return switch (this) {
      case GUNICORN ->
          Optional.of(
              "Workers tell in /dev/shm that they live: on a disk that can stall. -e"
                  + " WEB_CONCURRENCY=4 starts four of them");
      case UWSGI -> Optional.of("Without --die-on-term uWSGI takes SIGTERM for a reload");
      default -> Optional.empty();
    };
  }

  Map<String, String> environment() {
    return this == GUNICORN ? Map.of("WEB_CONCURRENCY", "2") : Map.of();
  }

  /** Whether it ends by itself on SIGTERM when it is the first process. */
  boolean endsOnTerm() {
    return this != WAITRESS;
  }
}
