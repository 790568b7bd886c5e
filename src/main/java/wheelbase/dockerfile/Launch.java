package wheelbase.dockerfile;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import wheelbase.application.Application;
import wheelbase.application.ServerInterface;

/**
 * What a server is told.
 *
 * @param entryPoint {@code package.module:variable}, or a file
 * @param workers how many; empty: as the server does by itself
 */
record Launch(Application application, String entryPoint, int port, OptionalInt workers) {
  /** All interfaces: inside a container the loopback one is reached by nobody. */
  static final String EVERYWHERE = "0.0.0.0";

  String number() {
    return Integer.toString(port);
  }

  String address() {
    return EVERYWHERE + ":" + port;
  }

  boolean isAsynchronous() {
    return application.serverInterface() == ServerInterface.ASGI;
  }

  boolean isFile() {
    return !entryPoint.contains(":");
  }

  /** {@code module:make()}. */
  String called() {
    return application.factory() ? entryPoint + "()" : entryPoint;
  }

  /** The entry point, after an option where it is a function that makes the application. */
  List<String> calledBy(String option) {
    return application.factory() ? List.of(option, entryPoint) : List.of(entryPoint);
  }

  /** An option and the number of workers, where one was asked for. */
  List<String> workers(String option) {
    return workers.isPresent() ? List.of(option, Integer.toString(workers.getAsInt())) : List.of();
  }

  /** The number of workers as a value. */
  Optional<String> workerNumber() {
    return workers.isPresent()
        ? Optional.of(Integer.toString(workers.getAsInt()))
        : Optional.empty();
  }
}
