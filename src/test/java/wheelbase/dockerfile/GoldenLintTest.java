package wheelbase.dockerfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.testing.BuildCheck;
import wheelbase.testing.FixtureApplication;

/**
 * hadolint and BuildKit's own checks find nothing in any golden file; what is ignored stands with
 * its reason in {@code src/test/resources/hadolint.yaml}, and {@link LintedFilesTest} sees to it
 * that no file is left out. trivy and checkov, which the checklist names too, are not run: neither
 * is part of the tools.
 */
class GoldenLintTest {
  /**
   * BuildKit's checks ask a base for its platform and its variables alone; these have no stand-in,
   * or none that is made everywhere.
   */
  private static final List<String> WITHOUT_STAND_IN =
      List.of(
          "gcr.io/distroless/python3-debian13:nonroot",
          "registry.example/team/python:7",
          "python:3.13-alpine3.24");

  @TempDir private Path directory;

  @TestFactory
  @Tag("build")
  Stream<DynamicTest> nothingIsFound() throws IOException {
    return linted(LintedFilesTest.goldens());
  }

  /** By hand: what the golden files do not have of these is their start commands alone. */
  @TestFactory
  @Tag("build-more")
  Stream<DynamicTest> norInTheFileOfAnApplication() {
    Map<String, String> files = new TreeMap<>();
    for (FixtureApplication each : FixtureApplication.all()) {
      DockerfilePlan plan = Requests.slim().application(each.detect()).plan();
      files.put(each.name(), new DockerfileWriter().write(plan));
    }
    return linted(files);
  }

  private Stream<DynamicTest> linted(Map<String, String> texts) {
    return texts.entrySet().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey(),
                    () -> {
                      Path one = Files.createTempDirectory(directory, "golden");
                      Files.writeString(one.resolve("Dockerfile"), onStandIns(each.getValue()));
                      BuildCheck.assertLintFree(one);
                    }));
  }

  private static String onStandIns(String text) {
    String changed = text;
    for (String image : WITHOUT_STAND_IN) {
      changed = changed.replace(image, "python:3.13-slim-trixie");
    }
    return changed;
  }
}
