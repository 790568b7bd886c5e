package wheelbase.syslibs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wheelbase.testing.Programs;
import wheelbase.testing.Shared;

/** Proves a few rules anew: an extension in C, one in C++, and three that link a library. */
@Tag("build")
class ProvenRulesTest {
  private static final List<String> SMALL =
      List.of("markupsafe", "greenlet", "cffi", "psycopg2", "pyyaml");

  @Test
  void whatTheRulesNameIsEnoughAndNotTooMuch() throws IOException, InterruptedException {
    Programs.need("unshare", "python3");
    Path shared = Shared.directory("tools").toAbsolutePath().getParent();
    List<String> command =
        new ArrayList<>(List.of("scripts/prove-rules", "--check", "--on", "debian:13", "--shared"));
    command.add(shared.toString());
    command.addAll(SMALL);
    Path said = Files.createTempFile("prove-rules", ".log");
    try {
      int status =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start()
              .waitFor();
      String log = Files.readString(said);
      assertThat(status).as(log).isZero();
      assertThat(log.lines().filter(line -> line.contains(": proven in "))).hasSize(SMALL.size());
    } finally {
      Files.delete(said);
    }
  }
}
