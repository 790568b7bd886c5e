package wheelbase.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What README shows of a run is what the run says: its numbers move with the model of sizes. */
@Tag("network")
class ReadmeExampleTest {
  private static final String COMMAND = "scripts/wheelbase check";

  @TempDir private Path directory;

  @Test
  void theRunThatIsShownIsTheRun() throws IOException {
    List<String> readme = Files.readAllLines(Path.of("README.md"));
    List<String> run = readme.subList(readme.indexOf("## A run"), readme.size());
    int told =
        run.indexOf(run.stream().filter(line -> line.contains(COMMAND)).findFirst().orElseThrow());
    String typed = run.get(told).replaceFirst(".*`" + COMMAND + " ([^`]*)`.*", "check $1");
    Path project = Files.createDirectory(directory.resolve("demo"));
    Files.writeString(project.resolve("requirements.txt"), block(run.subList(0, told)));

    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("LANG", "C.UTF-8");
    environment.put("COLUMNS", "80");
    CommandLineRun answer =
        CommandLineRun.of(
            project, new IndexedPipeline(environment), environment, false, typed.split(" "));
    assertThat(answer.exitCode()).as(answer.err()).isZero();
    assertThat(answer.out()).isEqualTo(block(run.subList(told, run.size())));
  }

  /** The first indented block, its blank lines kept. */
  private static String block(List<String> lines) {
    String text = String.join("\n", lines);
    String from = text.substring(text.indexOf("\n    ") + 1);
    StringBuilder block = new StringBuilder();
    for (String line : Arrays.asList(from.split("\n"))) {
      if (!line.isEmpty() && !line.startsWith("    ")) {
        break;
      }
      block.append(line.isEmpty() ? "" : line.substring(4)).append('\n');
    }
    return block.toString().strip() + "\n";
  }
}
