package wheelbase.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.testing.Programs;
import wheelbase.testing.Shared;

/** pip takes from a lock what it would take by itself, and nothing else. */
@Tag("network")
class LockedInstallationTest {
  private static final String PROJECT = "miguelgrinberg__microblog";
  private static final List<String> PIP =
      List.of(
          "python3", "-m", "pip", "install", "--dry-run", "--ignore-installed", "--no-deps", "-q");

  @TempDir private Path directory;
  private String python;

  @BeforeEach
  void lock() throws IOException, InterruptedException {
    Programs.need("python3");
    python =
        Programs.run(
                directory,
                Map.of(),
                "",
                List.of("python3", "-c", "import sys; print('%d.%d.%d' % sys.version_info[:3])"))
            .strip();
    Shared.copyProject(PROJECT, directory);
    Map<String, String> environment = new TreeMap<>(System.getenv());
    environment.put("XDG_CACHE_HOME", directory.resolve("cache").toString());
    CommandLineRun run =
        CommandLineRun.of(
            directory,
            new IndexedPipeline(environment),
            environment,
            false,
            "generate",
            "--lock",
            "--python",
            python,
            "--base",
            "slim-bookworm");
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  @Test
  void pipTakesExactlyTheFilesOfTheLock() throws IOException, InterruptedException {
    assertThat(Files.readString(directory.resolve("Dockerfile")))
        .contains("install --require-hashes --no-deps -r requirements.lock");
    JsonNode report = pip("--require-hashes", "-r", "requirements.lock");
    TreeSet<String> taken = new TreeSet<>();
    for (JsonNode each : report.path("install")) {
      String url = each.path("download_info").path("url").asText();
      taken.add(url.substring(url.lastIndexOf('/') + 1));
    }
    TreeSet<String> locked = new TreeSet<>();
    Files.readString(directory.resolve("requirements.lock"))
        .lines()
        .filter(line -> line.matches(" +# (amd64: )?[^ ]+\\.(whl|tar\\.gz|zip)"))
        .forEach(line -> locked.add(line.replaceFirst(" +# (amd64: )?", "")));
    assertThat(taken).hasSizeGreaterThan(20).isEqualTo(locked);
  }

  @Test
  void pipRefusesAnotherFile() throws IOException, InterruptedException {
    Path lock = directory.resolve("requirements.lock");
    String text = Files.readString(lock);
    int at = text.indexOf("--hash=sha256:") + "--hash=sha256:".length();
    char other = text.charAt(at) == '0' ? '1' : '0';
    Files.writeString(lock, text.substring(0, at) + other + text.substring(at + 1));
    assertThat(run("--require-hashes", "-r", "requirements.lock"))
        .contains("THESE PACKAGES DO NOT MATCH THE HASHES");
  }

  private JsonNode pip(String... words) throws IOException, InterruptedException {
    Path report = directory.resolve("report.json");
    List<String> all = new ArrayList<>(List.of("--report", report.toString()));
    all.addAll(List.of(words));
    String said = run(all.toArray(String[]::new));
    assertThat(report).as(said).exists();
    return Shared.json(report);
  }

  private String run(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(PIP);
    command.addAll(List.of(words));
    return Programs.run(directory, pipsOwn(), "", command);
  }

  /** How pip reaches the index here is told by its variables and by the user's configuration. */
  private static Map<String, String> pipsOwn() {
    Map<String, String> environment = new TreeMap<>();
    System.getenv()
        .forEach(
            (name, value) -> {
              if (name.startsWith("PIP_") || name.matches("(?i)(https?|no)_proxy|SSL_.*|HOME")) {
                environment.put(name, value);
              }
            });
    return environment;
  }
}
