package wheelbase.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wheelbase.testing.Schema;
import wheelbase.testing.Shared;

/**
 * {@code check} on real projects and the real index: it answers, or says what a person can act on,
 * and its JSON keeps the contract. Nothing is said of the answers themselves, since the index
 * moves, but that the rules know each package that is compiled.
 */
class CorpusTest {
  @ParameterizedTest
  @MethodSource("projects")
  @Tag("corpus")
  void everyProjectIsAnswered(Path project) throws IOException {
    check(project);
  }

  /** One of wheels alone, one with includes, one with a pyproject.toml. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "tiangolo__uvicorn-gunicorn-fastapi-docker",
        "miguelgrinberg__flasky",
        "rhasspy__wyoming-faster-whisper"
      })
  @Tag("corpus-few")
  void aFewProjectsAreAnswered(String name) throws IOException {
    check(Shared.directory("corpus").resolve(name));
  }

  static List<Path> projects() throws IOException {
    try (Stream<Path> entries = Files.list(Shared.directory("corpus"))) {
      List<Path> projects = entries.filter(Files::isDirectory).sorted().toList();
      assertThat(projects).hasSizeGreaterThan(30);
      return projects;
    }
  }

  private static void check(Path project) throws IOException {
    long start = System.nanoTime();
    CommandLineRun run =
        CommandLineRun.of(
            project,
            new IndexedPipeline(System.getenv()),
            System.getenv(),
            false,
            "check",
            "--json",
            ".");
    System.out.printf(
        "%-50s exit %d %6.1f s%n",
        project.getFileName(), run.exitCode(), (System.nanoTime() - start) / 1e9);
    assertThat(run.exitCode()).isIn(ExitCode.DONE, ExitCode.REQUIREMENTS);
    if (run.exitCode() == ExitCode.DONE) {
      Schema.assertValid(run.out());
      assertThat(unknown(run.out())).as("packages of which nothing is known").isEmpty();
    } else {
      assertThat(run.err() + run.out()).isNotBlank();
    }
  }

  /** Source builds without a rule, by name and target. */
  private static List<String> unknown(String json) throws IOException {
    List<String> unknown = new ArrayList<>();
    for (JsonNode each : new ObjectMapper().readTree(json).get("packages")) {
      for (Map.Entry<String, JsonNode> verdict : each.get("verdicts").properties()) {
        if (verdict.getValue().get("class").asText().equals("unknown")) {
          unknown.add(each.get("name").asText() + " on " + verdict.getKey());
        }
      }
    }
    return unknown;
  }
}
