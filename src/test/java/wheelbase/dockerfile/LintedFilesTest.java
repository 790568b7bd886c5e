package wheelbase.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That {@link GoldenLintTest}, which needs its tools, leaves no golden file out, nor a reason. */
class LintedFilesTest {
  private static final Path RESOURCES = Path.of("src/test/resources");

  /** How every file of ours begins, and no other. */
  private static final String OURS = "# syntax=docker/dockerfile:1\n#\n# Written by wheelbase";

  /** Written by others, to be read or to be measured against. */
  private static final List<String> OTHERS = List.of("dockerfile-syntax", "handwritten");

  /** The text of each golden Dockerfile, by its name; wherever it lies, whatever it is called. */
  static Map<String, String> goldens() throws IOException {
    Map<String, String> goldens = new TreeMap<>();
    for (Path file : files()) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      if (text.startsWith(OURS)) {
        goldens.put(RESOURCES.relativize(file).toString(), text);
      }
    }
    return goldens;
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void everyGoldenRequestHasItsFileAmongThem() throws IOException {
    assertThat(goldens().keySet())
        .containsAll(
            GoldenDockerfileTest.requests().keySet().stream()
                .map(name -> "dockerfile/" + name + ".Dockerfile")
                .toList());
  }

  @Test
  void everyDockerfileOfTheTestsIsLintedOrSomebodyElses() throws IOException {
    List<String> dockerfiles = new ArrayList<>();
    for (Path file : files()) {
      boolean others = OTHERS.contains(RESOURCES.relativize(file).getName(0).toString());
      if (!others && file.getFileName().toString().contains("Dockerfile")) {
        dockerfiles.add(RESOURCES.relativize(file).toString());
      }
    }
    assertThat(goldens().keySet()).isNotEmpty().containsExactlyInAnyOrderElementsOf(dockerfiles);
  }

  /** One file says what is ignored, and above each id why. */
  @Test
  void everyIgnoredIdHasItsReason() throws IOException {
    List<String> lines = Files.readAllLines(RESOURCES.resolve("hadolint.yaml"));
    List<String> ids = lines.stream().filter(line -> line.strip().startsWith("- ")).toList();
    assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
    for (String id : ids) {
      assertThat(lines.get(lines.indexOf(id) - 1)).as(id).matches(" +# .{20,}");
    }
  }

  @Test
  void noFileIgnoresAnythingByItself() throws IOException {
    String all =
        String.join("", goldens().values())
            + Files.readString(Path.of("templates/Dockerfile.mustache"));
    assertThat(all.lines().filter(line -> line.matches("#.*(hadolint|check ?=).*"))).isEmpty();
  }
}
