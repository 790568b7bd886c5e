package wheelbase.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wheelbase.testing.BuiltProgram;
import wheelbase.testing.Shared;

/**
 * Real projects on every target, on the real index as it was on the day when pip and uv resolved
 * them: {@code scripts/compare-goldens} finds no difference that it cannot explain.
 */
class GoldensTest {
  @ParameterizedTest
  @MethodSource("goldens")
  @Tag("corpus")
  void theAnswersAreThoseOfPip(String project) throws Exception {
    compare(project);
  }

  /** One with conflicts here and there, one that goes on only where uv's reading is not pip's. */
  @Test
  @Tag("corpus-few")
  void theAnswersAreThoseOfPipForAFewProjects() throws Exception {
    compare("wagtail__bakerydemo", "GoogleCloudPlatform__bank-of-anthos__userservice");
  }

  static List<String> goldens() throws IOException {
    try (Stream<Path> files = Files.list(Shared.directory("goldens"))) {
      List<String> projects =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".json"))
              .map(name -> name.substring(0, name.length() - ".json".length()))
              .sorted()
              .toList();
      assertThat(projects).hasSizeGreaterThan(10);
      return projects;
    }
  }

  private static void compare(String... projects) throws Exception {
    List<String> command = new ArrayList<>(List.of("python3", "scripts/compare-goldens"));
    command.add("--shared=" + Shared.directory("goldens").getParent());
    command.add("--wheelbase=" + BuiltProgram.launcher());
    command.addAll(List.of(projects));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String table = new String(process.getInputStream().readAllBytes());
    System.out.println(table);
    assertThat(process.waitFor()).as(table).isZero();
  }
}
