package wheelbase.testing;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** A real server program on a free port of the loopback, ended with the test. */
public final class RunningServer implements AutoCloseable {
  private static final int TRIES = 240;
  private static final long BETWEEN_TRIES = 250;

  private final Process process;
  private final int port;

  private RunningServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts a program and waits, a minute at most, until it answers.
   *
   * @param directory that it is started in; what it writes goes to {@code server.log} there
   * @param command for a port
   */
  public static RunningServer start(Path directory, IntFunction<List<String>> command)
      throws IOException, InterruptedException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    Path log = directory.resolve("server.log");
    ProcessBuilder builder =
        new ProcessBuilder(new ArrayList<>(command.apply(port)))
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("HOME", directory.toString());
    RunningServer server = new RunningServer(builder.start(), port);
    for (int each = 0; each < TRIES && server.process.isAlive(); each++) {
      if (server.answers()) {
        return server;
      }
      server.process.waitFor(BETWEEN_TRIES, TimeUnit.MILLISECONDS);
    }
    server.close();
    return fail("the server does not answer: " + Files.readString(log));
  }

  public String url(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  private boolean answers() throws InterruptedException {
    try {
      HttpRequest question =
          HttpRequest.newBuilder(URI.create(url("/"))).timeout(Duration.ofSeconds(5)).build();
      HttpClient.newHttpClient().send(question, HttpResponse.BodyHandlers.discarding());
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException again) {
      Thread.currentThread().interrupt();
    }
  }
}
