package wheelbase.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageConfigReaderTest {
  private static final String SETTINGS =
      """
      "User": "10001", "Env": ["PATH=/opt/venv/bin:/usr/bin", "A=b=c", "LONE"],
      "Entrypoint": null, "Cmd": ["gunicorn", "app:app"], "WorkingDir": "/app",
      "ExposedPorts": {"8000/tcp": {}}, "Labels": {"wheelbase.verify": "cafe"}
      """;
  private static final String HEALTH =
      "{\"Test\": [\"CMD\", \"python\", \"-c\", \"pass\"], \"Interval\": 5}";

  /** docker, podman, buildah: each has the health check somewhere else. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"Architecture\": \"amd64\", \"Config\": {%s, \"Healthcheck\": %s}}]",
        "[{\"Architecture\": \"amd64\", \"Config\": {%s}, \"Healthcheck\": %s}]",
        "{\"OCIv1\": {}, \"Docker\": {\"architecture\": \"amd64\","
            + " \"config\": {%s, \"Healthcheck\": %s}}}",
      })
  void readsWhatEachEnginePrints(String shape) throws IOException {
    ImageConfig config = ImageConfigReader.read(shape.formatted(SETTINGS, HEALTH));
    assertThat(config.user()).isEqualTo("10001");
    assertThat(config.environment())
        .isEqualTo(Map.of("PATH", "/opt/venv/bin:/usr/bin", "A", "b=c", "LONE", "LONE"));
    assertThat(config.start()).containsExactly("gunicorn", "app:app");
    assertThat(config.exposed()).containsExactly("8000/tcp");
    assertThat(config.healthTest()).containsExactly("CMD", "python", "-c", "pass");
    assertThat(config.stopSignal()).isEqualTo("SIGTERM");
    assertThat(config.architecture()).isEqualTo("amd64");
    assertThat(config.runsAsRoot()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "root", "0:0", "root:users"})
  void rootHasSeveralNames(String user) throws IOException {
    assertThat(ImageConfigReader.read("{\"Config\": {\"User\": \"" + user + "\"}}").runsAsRoot())
        .isTrue();
  }

  @Test
  void aHealthCheckCanBeSwitchedOff() throws IOException {
    assertThat(
            ImageConfigReader.read("{\"Config\": {\"Healthcheck\": {\"Test\": [\"NONE\"]}}}")
                .healthTest())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "Error: no such image"})
  void whatDescribesNoImageIsAFailure(String text) {
    assertThatIOException().isThrownBy(() -> ImageConfigReader.read(text));
  }
}
