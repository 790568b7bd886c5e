package wheelbase.verify;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wheelbase.engine.ImageConfig;
import wheelbase.engine.RunOrder;

/** The probe: a program for the image's own Python, and the orders that it is given. */
final class Probe {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CHECK_SECONDS = 20;
  private static final int SETTLE_SECONDS = 8;
  private static final int STOP_SECONDS = 12;

  /** What does something at once, works only inside of its server, or is no code. */
  private static final List<String> NOT_IMPORTED =
      List.of(
          "pip",
          "setuptools",
          "wheel",
          "distutils-precedence",
          "antigravity",
          "this",
          "uwsgidecorators",
          "tests",
          "test",
          "testing",
          "docs",
          "doc",
          "examples",
          "example",
          "samples",
          "benchmarks",
          "scripts",
          "conftest",
          "setup");

  private final List<String> runOptions;
  private final Optional<String> platform;

  /**
   * @param runOptions of the engine
   * @param platform of the image, where it is not the engine's own
   */
  Probe(List<String> runOptions, Optional<String> platform) {
    this.runOptions = runOptions;
    this.platform = platform;
  }

  /** Pythons to try, the likeliest first: beside the program that is started, then by name. */
  static List<String> interpreters(ImageConfig config) {
    Set<String> found = new LinkedHashSet<>();
    for (String word : config.start().stream().limit(1).toList()) {
      String folder = word.substring(0, word.lastIndexOf('/') + 1);
      if (word.matches(".*/python3?(\\.\\d+)?|python3?(\\.\\d+)?")) {
        found.add(word);
      } else if (folder.startsWith("/") && !folder.matches("/(usr/)?s?bin/")) {
        found.add(folder + "python");
      }
    }
    found.addAll(List.of("python", "python3", "/usr/local/bin/python3", "/usr/bin/python3"));
    return List.copyOf(found);
  }

  /**
   * To look the image over.
   *
   * @param packages of the distribution whose use is asked about
   */
  RunOrder look(
      String interpreter, ImageConfig config, Collection<String> packages, Duration limit) {
    ObjectNode orders = JSON.createObjectNode();
    orders.put("do", "look");
    packages.forEach(orders.putArray("packages")::add);
    NOT_IMPORTED.forEach(orders.putArray("not_imported")::add);
    // Both refuse to be imported before the package that they belong to.
    orders.putObject("imported_first").put("psycopg_c", "psycopg").put("psycopg_binary", "psycopg");
    List<String> programs = new ArrayList<>(config.start());
    config.healthTest().stream().skip(1).forEach(programs::add);
    programs.stream()
        .flatMap(word -> List.of(word.split("\\s+")).stream())
        .filter(word -> word.matches("[\\w./+-]{2,100}"))
        .distinct()
        .forEach(orders.withArray("programs")::add);
    return order(interpreter, orders, limit);
  }

  /** To start the image's command and ask its health check. */
  RunOrder start(String interpreter, ImageConfig config, Duration patience) {
    ObjectNode orders = JSON.createObjectNode();
    orders.put("do", "start");
    config.start().forEach(orders.putArray("command")::add);
    config.healthTest().forEach(orders.putArray("test")::add);
    orders.put("seconds", patience.toSeconds());
    orders.put("settle", Math.min(SETTLE_SECONDS, patience.toSeconds()));
    orders.put("test_seconds", CHECK_SECONDS);
    orders.put("stop", config.stopSignal());
    orders.put("stop_seconds", STOP_SECONDS);
    return order(
        interpreter, orders, patience.plusSeconds(CHECK_SECONDS + STOP_SECONDS).plusMinutes(1));
  }

  private RunOrder order(String interpreter, ObjectNode orders, Duration limit) {
    return RunOrder.confined(List.of(interpreter, "-", orders.toString()), Shipped.PROGRAM, limit)
        .with(runOptions, platform);
  }

  private static final class Shipped {
    static final String PROGRAM = read();

    private static String read() {
      try (InputStream file = Probe.class.getResourceAsStream("probe.py")) {
        return new String(file.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
