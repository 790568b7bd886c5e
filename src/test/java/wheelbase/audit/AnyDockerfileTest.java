package wheelbase.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wheelbase.dockerfile.syntax.DockerfileReader;

/** Whatever a file holds: an audit ends, and its edits leave a file that can be read. */
class AnyDockerfileTest {
  @ParameterizedTest
  @MethodSource("wheelbase.dockerfile.syntax.DockerfileReaderTest#files")
  void difficultFiles(String name) throws IOException {
    check(Files.readString(Path.of("src/test/resources/dockerfile-syntax", name)));
  }

  @Property(tries = 300)
  void anyScript(@ForAll String script) {
    check("FROM python:3.12-slim\nRUN apt-get install " + script);
  }

  private static void check(String text) {
    Audit audit = DrawnAudit.of(text);
    InstalledFiles.of(audit.dockerfile());
    if (!audit.dockerfile().isFaulty()) {
      assertThat(DockerfileReader.read("Dockerfile", audit.fixed()).isFaulty()).isFalse();
    }
  }
}
