package wheelbase.dockerfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.testing.BuildCheck;

/**
 * hadolint and BuildKit's own checks find nothing in any golden file; what is ignored stands with
 * its reason in {@code src/test/resources/hadolint.yaml}. trivy and checkov, which the checklist
 * names too, are not run: neither is part of the tools.
 */
@Tag("build")
class GoldenLintTest {
  @TestFactory
  Stream<DynamicTest> nothingIsFound(@TempDir Path directory) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/dockerfile"))) {
      return files
          .filter(file -> file.toString().endsWith(".Dockerfile"))
          .sorted()
          .toList()
          .stream()
          .map(
              file ->
                  DynamicTest.dynamicTest(
                      file.getFileName().toString(),
                      () -> {
                        Path one = Files.createTempDirectory(directory, "golden");
                        Files.copy(file, one.resolve("Dockerfile"));
                        BuildCheck.assertLintFree(one);
                      }));
    }
  }
}
