package wheelbase.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/**
 * A built image that runs what its CMD says, as the user it names, as the first process of a
 * process namespace of its own, with the root read-only and nothing but {@code /dev/shm} to write
 * to, in the host's network. It needs buildah and runc, as the tools that build it do.
 */
public final class StartedImage implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_QUESTIONS = 200;
  private static final long SECONDS_TO_END = 20;

  private final String image;
  private final String container;
  private final Path bundle;
  private final JsonNode settings;
  private final Process process;

  private StartedImage(
      String image, String container, Path bundle, JsonNode settings, Process process) {
    this.image = image;
    this.container = container;
    this.bundle = bundle;
    this.settings = settings;
    this.process = process;
  }

  /**
   * Builds {@code directory/Dockerfile} and starts what comes of it.
   *
   * @param environment variables that a deployment would give it
   */
  public static StartedImage of(Path directory, Map<String, String> environment)
      throws IOException, InterruptedException {
    String image = named(BuildCheck.assertKept(directory));
    JsonNode inspected = JSON.readTree(buildah("inspect", "--type", "image", image));
    JsonNode settings = JSON.readTree(inspected.path("Config").asText()).path("config");
    String container = buildah("from", "--pull-never", image).strip();
    String root = buildah("mount", container).strip();
    Path bundle = Files.createTempDirectory("started-image");
    JSON.writeValue(
        bundle.resolve("config.json").toFile(), configuration(settings, root, environment));
    Process process =
        new ProcessBuilder(runc(bundle, "run", "--bundle", bundle.toString(), name(bundle)))
            .redirectErrorStream(true)
            .redirectOutput(bundle.resolve("log").toFile())
            .start();
    return new StartedImage(image, container, bundle, settings, process);
  }

  /** The tools name an image by the process, in one way or another by the engine that built it. */
  private static String named(long process) throws IOException, InterruptedException {
    String mark = ".*/(wheelbase-build-" + process + "-\\d+/image:latest|checked:" + process + ")";
    return buildah("images", "--format", "{{.Name}}:{{.Tag}}")
        .lines()
        .filter(name -> name.matches(mark))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no image of process " + process));
  }

  /** Asks the image's own health check until it says well; fails where it never does. */
  public void awaitHealth() throws IOException, InterruptedException {
    for (int asked = 0; asked < MOST_QUESTIONS && process.isAlive(); asked++) {
      if (health() == 0) {
        return;
      }
    }
    throw new AssertionError("never well:\n" + log());
  }

  /** What the image's health check ends with, as an engine would run it. */
  public int health() throws IOException, InterruptedException {
    List<String> test = texts(settings.path("Healthcheck").path("Test"));
    assertThat(test).as("a health check without a shell").startsWith("CMD");
    return execute(test.subList(1, test.size()));
  }

  /**
   * @return the status of a command inside
   */
  public int execute(List<String> words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(runc(bundle, "exec", name(bundle))));
    command.addAll(words);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(bundle.resolve("executed").toFile())
        .start()
        .waitFor();
  }

  /** What it answers to {@code GET} over the loopback interface, on the port that it exposes. */
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    List<String> ports = new ArrayList<>();
    settings.path("ExposedPorts").fieldNames().forEachRemaining(ports::add);
    assertThat(ports).hasSize(1);
    URI address = URI.create("http://127.0.0.1:" + ports.get(0).replace("/tcp", "") + path);
    HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30)).build();
    return HttpClient.newBuilder()
        .proxy(HttpClient.Builder.NO_PROXY)
        .build()
        .send(request, HttpResponse.BodyHandlers.ofString());
  }

  /**
   * Sends the image's stop signal, as {@code docker stop} does.
   *
   * @return the status it ended with; empty where it went on
   */
  public Optional<Integer> stop() throws IOException, InterruptedException {
    String signal = settings.path("StopSignal").asText("");
    run(runc(bundle, "kill", name(bundle), signal.isEmpty() ? "SIGTERM" : signal));
    return process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)
        ? Optional.of(process.exitValue())
        : Optional.empty();
  }

  /** What it wrote to its output. */
  public String log() throws IOException {
    return Shared.text(bundle.resolve("log"));
  }

  @Override
  public void close() throws IOException {
    try {
      if (process.isAlive()) {
        run(runc(bundle, "kill", name(bundle), "SIGKILL"));
        process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
      }
      buildah("umount", container);
      buildah("rm", container);
      buildah("rmi", "-f", image);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while an image was removed", e);
    }
  }

  private static Map<String, Object> configuration(
      JsonNode settings, String root, Map<String, String> given) {
    List<String> environment = new ArrayList<>(texts(settings.path("Env")));
    given.forEach((name, value) -> environment.add(name + "=" + value));
    String[] user = settings.path("User").asText().split(":");
    assertThat(user).as("a number for the user and one for the group").hasSize(2);
    return Map.of(
        "ociVersion",
        "1.0.2",
        "process",
        Map.of(
            "terminal",
            false,
            "user",
            Map.of("uid", Integer.parseInt(user[0]), "gid", Integer.parseInt(user[1])),
            "args",
            texts(settings.path("Cmd")),
            "env",
            environment,
            "cwd",
            settings.path("WorkingDir").asText(),
            "noNewPrivileges",
            true),
        "root",
        Map.of("path", root, "readonly", true),
        "mounts",
        List.of(
            mount("/proc", "proc", List.of()),
            mount("/dev", "tmpfs", List.of("nosuid", "mode=755")),
            mount("/dev/shm", "tmpfs", List.of("nosuid", "noexec", "nodev", "mode=1777"))),
        "linux",
        Map.of(
            "namespaces",
            List.of(
                Map.of("type", "pid"),
                Map.of("type", "mount"),
                Map.of("type", "ipc"),
                Map.of("type", "uts"))));
  }

  private static Map<String, Object> mount(String where, String kind, List<String> options) {
    return Map.of("destination", where, "type", kind, "source", kind, "options", options);
  }

  private static String name(Path bundle) {
    return "wheelbase-" + bundle.getFileName();
  }

  private static String[] runc(Path bundle, String... words) {
    List<String> command =
        new ArrayList<>(List.of("runc", "--root", bundle.resolve("state").toString()));
    command.addAll(List.of(words));
    return command.toArray(String[]::new);
  }

  /** Container storage is where the tools keep it. */
  private static String buildah(String... words) throws IOException, InterruptedException {
    String given = System.getenv("WHEELBASE_BASES");
    Path bases =
        given != null
            ? Path.of(given)
            : Path.of(System.getProperty("user.home"), ".cache", "wheelbase", "bases");
    List<String> command =
        new ArrayList<>(
            List.of(
                "buildah",
                "--root",
                bases.resolve("storage").toString(),
                "--runroot",
                bases.resolve("run").toString(),
                "--storage-driver",
                "overlay"));
    command.addAll(List.of(words));
    return run(command.toArray(String[]::new));
  }

  private static String run(String... words) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as("%s%n%s", String.join(" ", words), output).isZero();
    return output;
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
