package wheelbase.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.application.Application;
import wheelbase.testing.FixtureApplication;
import wheelbase.testing.StartedImage;

/**
 * Builds applications from their generated files and starts the images: they answer, say that they
 * are well, and end when they are told to. Each listens on a port of its own; Tornado's is in its
 * source.
 */
class StartedApplicationsTest {
  private static final Map<String, String> DEPLOYMENT =
      Map.of(
          "SECRET_KEY", "a test's own",
          "ALLOWED_HOSTS", "127.0.0.1",
          "CONN_MAX_AGE", "0",
          "WEB_CONCURRENCY", "2");

  @Tag("build")
  @ParameterizedTest
  @CsvSource({
    "django-wsgi, 28101, /static/catalogue/shop.css, black",
    "fastapi-uvicorn, 28102, /, items",
    "tornado, 8765, /, hello",
  })
  void startsAnswersAndEnds(String name, int port, String path, String answer)
      throws IOException, InterruptedException {
    assertStarts(name, port, path, answer);
  }

  @Tag("build-more")
  @ParameterizedTest
  @CsvSource({
    "aiohttp, 28103, /, hello",
    "bottle-waitress, 28104, /, the wiki",
    "dash-gunicorn, 28105, /, dash",
    "django-asgi, 28106, /, chat",
    "flask-factory, 28107, /, notes",
    "litestar-granian, 28108, /, the store",
    "quart-hypercorn, 28109, /up, well",
    "sanic, 28110, /, hello",
    "starlette-hypercorn, 28111, /livez, well",
    "streamlit, 28112, /, Streamlit",
    "jupyter, 28113, /api, version",
    "gradio, 28114, /, gradio",
  })
  void startsAnswersAndEndsToo(String name, int port, String path, String answer)
      throws IOException, InterruptedException {
    assertStarts(name, port, path, answer);
  }

  private static void assertStarts(String name, int port, String path, String expected)
      throws IOException, InterruptedException {
    Application application = new FixtureApplication(name).detect(port);
    try (StartedImage image = StartedImage.of(write(name, application), DEPLOYMENT)) {
      image.awaitHealth();
      HttpResponse<String> answer = image.get(path);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(answer.body()).contains(expected);
      assertThat(image.execute(List.of("python", "-c", "open('/app/written', 'w')"))).isNotZero();
      assertThat(image.stop()).as("ends%n%s", image.log()).isPresent();
    }
  }

  /** Writes the project with its generated files, as {@code generate} would. */
  private static Path write(String name, Application application) throws IOException {
    Path source = new FixtureApplication(name).directory();
    Path directory = Path.of("target", "started", name).toAbsolutePath();
    try (var files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = directory.resolve(source.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.write(copy, Files.readAllBytes(file));
      }
    }
    DockerfilePlan plan = Requests.slim().application(application).plan();
    WriteOutcome written =
        new ProjectWriter(directory).write(plan, new DockerfileWriter().files(plan), true);
    assertThat(written.refused()).isFalse();
    return directory;
  }
}
