package wheelbase.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.dockerfile.DockerfilePlan;
import wheelbase.dockerfile.Instruction;
import wheelbase.dockerfile.Stage;
import wheelbase.dockerfile.Step;

/**
 * The paths are those of engines: the context last, the Dockerfile named where it lies elsewhere.
 */
class NextCommandsTest {
  private static final DockerfilePlan NOTHING_TO_START =
      new DockerfilePlan(List.of(), List.of(), List.of());
  private static final Path HERE = Path.of("/home/kim/code");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/home/kim/code           | /home/kim/code     | docker build -t code .",
        "/home/kim/code/My Shop!  | /home/kim/code/My Shop! | docker build -t my-shop 'My Shop!'",
        "/home/kim/code           | /home/kim/code/out | docker build -t code -f out/Dockerfile .",
        "/srv/-x                  | /srv/-x            | docker build -t x /srv/-x",
        "/home/kim/code/日本       | /home/kim/code/日本 | docker build -t application '日本'",
      })
  void theImageIsBuiltFromWhereTheUserStands(String project, String written, String command) {
    assertThat(NextCommands.of(HERE, Path.of(project), Path.of(written), NOTHING_TO_START))
        .containsExactly(command);
  }

  @Test
  void whatListensIsPublishedAndWhatIsNotKnownToStartIsNotStarted() {
    assertThat(NextCommands.of(HERE, HERE, HERE, listening(8080)))
        .containsExactly("docker build -t code .", "docker run --rm -p 8080:8080 code");
  }

  private static DockerfilePlan listening(int port) {
    List<Step> steps =
        List.of(
            new Step(new Instruction.Expose(port), List.of("because"), true, Map.of()),
            new Step(new Instruction.Command(List.of("serve")), List.of("so"), true, Map.of()));
    return new DockerfilePlan(
        List.of(), List.of(new Stage("runtime", "python:3.13", "is the image", steps)), List.of());
  }
}
