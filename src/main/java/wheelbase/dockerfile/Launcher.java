package wheelbase.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A program that runs applications, and what is to be known of it. */
sealed interface Launcher permits Server, OwnServer {
  /** The command that serves an application on all interfaces. */
  List<String> words(Launch launch);

  /** What it reads from the environment, so that a deployment can say otherwise. */
  default Map<String, String> environment(Launch launch) {
    return Map.of();
  }

  /** What about the command does not speak for itself. */
  default Optional<String> reason() {
    return Optional.empty();
  }

  /** Whether it can be told a number of workers. */
  default boolean hasWorkers() {
    return true;
  }

  /** Whether it ends by itself on SIGTERM when it is the first process. */
  default boolean endsOnTerm(Launch launch) {
    return true;
  }

  /**
   * @param program that runs the application
   */
  static Optional<Launcher> named(String program) {
    return Stream.<Launcher>concat(Stream.of(Server.values()), Stream.of(OwnServer.values()))
        .filter(launcher -> launcher.toString().equalsIgnoreCase(program))
        .findFirst();
  }

  /** Lists joined into one. */
  @SafeVarargs
  static List<String> line(List<String>... parts) {
    List<String> words = new ArrayList<>();
    for (List<String> part : parts) {
      words.addAll(part);
    }
    return List.copyOf(words);
  }
}
