package wheelbase.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wheelbase.application.Framework;
import wheelbase.baseimage.Distroless;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.PythonRelease;
import wheelbase.testing.BuildCheck;

/** Bases other than slim and Alpine, built for real. */
@Tag("build-more")
class BaseBuildTest {
  private static final String SERVICE =
      """
      from flask import Flask

      app = Flask(__name__)
      """;

  @Test
  void aFullImageAsTheFinalBase() throws IOException, InterruptedException {
    Path directory =
        write(
            "full-base",
            Requests.on(
                Requests.image(
                    new PythonRelease(3, 13, 7), "trixie", DistributionRelease.DEBIAN_13)));
    JsonNode answer = BuildCheck.run("build-check", directory, "--json");
    assertThat(answer.path("built").asBoolean()).isTrue();
    assertThat(answer.path("libraries").path("missing")).isEmpty();
    assertThat(answer.path("imports").path("imported").asInt()).isPositive();
    assertThat(answer.path("runs_as").toString()).contains("10001");
  }

  /** There is no stand-in for the image itself: what it would be given is made and imported. */
  @Test
  void theBuildStageOfDistroless() throws IOException, InterruptedException {
    Path directory = write("distroless", Requests.distroless());
    JsonNode answer = BuildCheck.run("build-check", directory, "--target", "builder", "--json");
    assertThat(answer.path("built").asBoolean()).isTrue();
    assertThat(answer.path("imports").path("imported").asInt()).isPositive();
    assertThat(Distroless.shipped().python().series()).isEqualTo("3.13");
  }

  private static Path write(String name, Requests requests) throws IOException {
    Path directory = Path.of("target", "build-check", name).toAbsolutePath();
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("requirements.txt"), "flask==3.1.0\ngunicorn==23.0.0\n");
    Files.writeString(directory.resolve("app.py"), SERVICE);
    Files.writeString(
        directory.resolve("Dockerfile"),
        requests.application(Requests.web(Framework.FLASK, "app:app", "gunicorn")).text());
    return directory;
  }
}
