package wheelbase.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * The tools that build a generated Dockerfile for real, on stand-ins for the base images, and look
 * the image over: in {@code ../shared/tools}, or where {@code WHEELBASE_TOOLS} says. A test that
 * needs them where they are not is skipped, and says so; with {@code CI=true} it fails instead.
 */
public final class BuildCheck {
  private static final Path HADOLINT = Path.of("src/test/resources/hadolint.yaml");

  private BuildCheck() {}

  /**
   * Builds {@code directory/Dockerfile}; fails unless the image imports whatever it holds, lacks no
   * library, and carries neither a compiler nor a distribution package without a use.
   *
   * @return what was found, as build-check's own page describes it
   */
  public static JsonNode assertComplete(Path directory) throws IOException, InterruptedException {
    JsonNode answer = run("build-check", directory, "--json");
    assertThat(answer.path("built").asBoolean()).isTrue();
    assertThat(answer.path("failures")).as("failures").isEmpty();
    assertThat(answer.path("imports").path("imported").asInt()).isPositive();
    assertThat(answer.path("libraries").path("missing")).as("missing libraries").isEmpty();
    assertThat(answer.path("apt").path("superfluous_candidates")).as("of no use").isEmpty();
    assertThat(answer.path("left_over").path("compilers")).as("compilers").isEmpty();
    assertThat(answer.path("left_over").path("dev_packages")).as("headers").isEmpty();
    return answer;
  }

  /**
   * Builds {@code directory/Dockerfile}, fails unless everything in it imports and nothing is
   * missing, and leaves the image in container storage.
   *
   * @return the number of the process that built it, which is part of the image's name there
   */
  public static long assertKept(Path directory) throws IOException, InterruptedException {
    Answer answer = answer("build-check", directory, "--json", "--keep");
    assertThat(answer.found().path("failures")).as("failures").isEmpty();
    return answer.process();
  }

  /**
   * Fails where hadolint or BuildKit's own checks find anything in {@code directory/Dockerfile}, or
   * one of them could not look.
   */
  public static void assertLintFree(Path directory) throws IOException, InterruptedException {
    JsonNode answer =
        run(
            "lint-check",
            directory,
            "--level",
            "style",
            "--config",
            HADOLINT.toAbsolutePath().toString());
    for (String linter : List.of("hadolint", "buildkit")) {
      assertThat(answer.path(linter).path("ran").asBoolean())
          .as("%s", answer.path(linter))
          .isTrue();
    }
  }

  private record Answer(JsonNode found, long process) {}

  /**
   * Runs one of the tools; fails unless it ends well.
   *
   * @return its answer
   */
  public static JsonNode run(String name, Path directory, String... options)
      throws IOException, InterruptedException {
    return answer(name, directory, options).found();
  }

  private static Answer answer(String name, Path directory, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(tool(name).toString(), directory.toString()));
    command.addAll(List.of(options));
    Path answer = Files.createTempFile(name, ".json");
    Path log = Files.createTempFile(name, ".log");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(answer.toFile())
              .redirectError(log.toFile())
              .start();
      int status = process.waitFor();
      assertThat(status).as("%s%n%s%n%s", name, Shared.text(answer), Shared.text(log)).isZero();
      return new Answer(Shared.json(answer), process.pid());
    } finally {
      Files.delete(answer);
      Files.delete(log);
    }
  }

  private static Path tool(String name) {
    String given = System.getenv("WHEELBASE_TOOLS");
    Path tools = given == null ? Shared.beside("tools") : Path.of(given);
    Path tool = tools.resolve(name).toAbsolutePath().normalize();
    if (Files.isExecutable(tool)) {
      return tool;
    }
    String message = "not run: there is no program " + tool;
    if ("true".equals(System.getenv("CI"))) {
      return fail(message);
    }
    System.err.println(message);
    return Assumptions.abort(message);
  }
}
