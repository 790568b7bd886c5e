package wheelbase.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How an image is run.
 *
 * @param user as the Dockerfile names it; empty for root
 * @param environment by name
 * @param entryPoint in exec form
 * @param command in exec form
 * @param exposed {@code 8000/tcp}
 * @param healthTest {@code CMD} or {@code CMD-SHELL} and words; empty where there is none
 * @param stopSignal {@code SIGTERM} where nothing is said
 * @param architecture {@code amd64}, {@code arm64}
 */
public record ImageConfig(
    String user,
    Map<String, String> environment,
    List<String> entryPoint,
    List<String> command,
    String workingDirectory,
    List<String> exposed,
    List<String> healthTest,
    String stopSignal,
    Map<String, String> labels,
    String architecture) {
  public ImageConfig {
    environment = Collections.unmodifiableMap(new TreeMap<>(environment));
    entryPoint = List.copyOf(entryPoint);
    command = List.copyOf(command);
    exposed = exposed.stream().sorted().toList();
    healthTest = List.copyOf(healthTest);
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
  }

  /** Entry point and command, as the engine joins them. */
  public List<String> start() {
    List<String> words = new ArrayList<>(entryPoint);
    words.addAll(command);
    return List.copyOf(words);
  }

  /** Whether it is root that runs it. */
  public boolean runsAsRoot() {
    return Optional.of(user.split(":", 2)[0])
        .filter(name -> name.isEmpty() || name.equals("root") || name.matches("0+"))
        .isPresent();
  }
}
