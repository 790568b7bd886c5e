package wheelbase.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import picocli.CommandLine;
import wheelbase.wizard.Answers;
import wheelbase.wizard.Start;
import wheelbase.wizard.screen.ScreenWizard;
import wheelbase.wizard.screen.Theme;

/**
 * Runs the commands on a made-up project over a made-up index on the loopback interface, so that
 * the JVM can archive the classes that a run loads. The launcher calls it once after building; it
 * asks no other server and leaves nothing behind.
 */
final class Rehearsal {
  private static final String METADATA =
      "Metadata-Version: 2.1\nName: %s\nVersion: 1.0\nRequires-Python: >=3.8\n";
  private static final String WHEEL = "-1.0-py3-none-any.whl";

  private Rehearsal() {}

  public static void main(String[] args) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Path directory = Files.createTempDirectory("wheelbase-rehearsal");
    try {
      server.createContext("/", Rehearsal::answer);
      server.start();
      run(directory, "http://127.0.0.1:" + server.getAddress().getPort() + "/simple/");
    } finally {
      server.stop(0);
      delete(directory);
    }
    System.exit(0);
  }

  private static void run(Path directory, String indexUrl) throws IOException {
    Files.writeString(
        directory.resolve("requirements.txt"), "fastapi>=1.0 ; python_version>'3'\nuvicorn==1\n");
    Files.writeString(
        directory.resolve("main.py"), "from fastapi import FastAPI\n\napp = FastAPI()\n");
    Streams streams = new Streams(OutputStream.nullOutputStream(), System.err, false, false);
    Map<String, String> environment = Map.of("HOME", directory.toString());
    Surroundings surroundings =
        new Surroundings(streams, environment, directory, Clock.systemUTC());
    Pipeline pipeline = new IndexedPipeline(environment);
    Main main = new Main(surroundings, pipeline);
    // Twice, since a warm cache is read by other classes than those that fill it.
    for (int run = 0; run < 2; run++) {
      main.run("check", "--index-url", indexUrl, "--python", "3.13");
    }
    main.run("check", "--json", "--index-url", indexUrl, "--python", "3.13");
    main.run("why", "fastapi", "--index-url", indexUrl, "--python", "3.13");
    main.run("generate", "--dry-run", "--index-url", indexUrl, "--python", "3.13");
    ProjectOptions options = new ProjectOptions();
    new CommandLine(options).parseArgs("--index-url", indexUrl);
    ScreenWizard.rehearse(
        new RehearsedKeys(),
        Theme.of(true, Map.of("TERM", "xterm-256color")),
        new DiskAndIndex(surroundings, pipeline, options.index(surroundings)),
        Start.of(options.given(Path.of("."), surroundings), Answers.NONE));
    new Faces(surroundings, pipeline, options);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.endsWith(".metadata")) {
      send(exchange, "text/plain", metadata(path));
    } else if (path.endsWith(".whl")) {
      send(exchange, "application/octet-stream", wheel(path));
    } else {
      String name = name(path);
      String page =
          "{\"meta\": {\"api-version\": \"1.1\"}, \"name\": \""
              + name
              + "\", \"versions\": [\"1.0\"], \"files\": [{\"filename\": \""
              + name
              + WHEEL
              + "\", \"url\": \"/files/"
              + name
              + WHEEL
              + "\", \"hashes\": {}, \"requires-python\": \">=3.8\", \"core-metadata\": true,"
              + " \"size\": 1000, \"upload-time\": \"2026-01-01T00:00:00Z\"}]}";
      send(exchange, "application/vnd.pypi.simple.v1+json", page.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", type);
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(200, head ? -1 : body.length);
      if (!head) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  /** Of the project: {@code /simple/NAME/}, {@code /files/NAME-1.0-...}. */
  private static String name(String path) {
    return path.split("/")[2].split("-")[0];
  }

  private static byte[] metadata(String path) {
    return String.format(METADATA, name(path)).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] wheel(String path) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name(path) + "-1.0.dist-info/METADATA"));
      zip.write(metadata(path));
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
