package wheelbase.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.index.pypi.Archives;
import wheelbase.survey.ProgressEvent;
import wheelbase.survey.ProgressListener;

/** Several indexes, places of links, and what is said of them, through the whole program. */
class WhereFilesComeFromTest {
  @TempDir private Path directory;
  private final Map<String, String> environment = new HashMap<>();
  private IndexServer first;
  private IndexServer second;

  @BeforeEach
  void aProjectAndTwoIndexes() throws IOException {
    first = new IndexServer().wheel("billing", "1.4", "py3-none-any");
    second = new IndexServer().wheel("billing", "99.0", "py3-none-any");
    requirements("billing\n");
    environment.put("HOME", directory.toString());
    environment.put("PIP_CONFIG_FILE", "/dev/null");
    environment.put("XDG_CACHE_HOME", directory.resolve("cache").toString());
    environment.put("LANG", "C.UTF-8");
  }

  @AfterEach
  void close() {
    first.close();
    second.close();
  }

  private void requirements(String text) throws IOException {
    Files.writeString(directory.resolve("requirements.txt"), text);
  }

  private CommandLineRun run(String... words) {
    List<String> all = new ArrayList<>(Arrays.asList(words));
    all.addAll(List.of("--base", "slim-trixie", "--python", "3.13", "--arch", "amd64"));
    return CommandLineRun.of(
        directory,
        new IndexedPipeline(environment),
        environment,
        false,
        all.toArray(String[]::new));
  }

  @Test
  void aNameOnTwoIndexesIsSaid_withWhoWins() {
    CommandLineRun run =
        run("check", "--json", "-i", first.url(), "--extra-index-url", second.url());

    assertThat(run.out())
        .contains("\"billing\" : \"99.0\"")
        .contains("name-on-several-indexes")
        .contains(
            "`billing` is on more than one index (1.4 on "
                + first.url()
                + ", 99.0 on "
                + second.url()
                + "): pip takes 99.0 from "
                + second.url());
  }

  @Test
  void anIndexWithoutTlsIsSaid_withTheLineThatNamesIt() throws IOException {
    requirements(
        "--index-url "
            + first.url()
            + "\n--extra-index-url http://me:hidden-word@plain.invalid/simple/\nbilling\n");

    CommandLineRun run = run("check", "--json");

    assertThat(run.out())
        .contains("index-without-tls")
        .contains("`http://plain.invalid/simple/` is left out, as pip leaves it out")
        .contains("\"line\" : 2")
        .doesNotContain("hidden-word");
  }

  @Test
  void anIndexWithoutTlsInPipsConfigurationIsShownThere() throws IOException {
    Path file = directory.resolve("pip.conf");
    Files.writeString(
        file,
        "[global]\nindex-url = "
            + first.url()
            + "\nextra-index-url =\n  http://me:hidden-word@plain.invalid/simple/\n");
    environment.put("PIP_CONFIG_FILE", file.toString());

    CommandLineRun run = run("check", "--json");

    assertThat(run.out())
        .contains("index-without-tls")
        .contains("\"file\" : \"" + file + "\"")
        .contains("\"line\" : 4")
        .doesNotContain("hidden-word");
  }

  @Test
  void linksAloneAreEnough() throws IOException {
    Path wheels = Files.createDirectory(directory.resolve("wheels"));
    Files.write(
        wheels.resolve("billing-3.0-py3-none-any.whl"),
        Archives.zip(
            Map.of(
                "billing-3.0.dist-info/METADATA",
                "Metadata-Version: 2.1\nName: billing\nVersion: 3.0\n")));

    assertThat(run("check", "--json", "--no-index", "--find-links", "wheels").out())
        .contains("\"billing\" : \"3.0\"");
    requirements("--no-index\n-f wheels\nbilling\n");
    assertThat(run("check", "--json", "--offline").out()).contains("\"billing\" : \"3.0\"");
    CommandLineRun dockerfile = run("generate", "--dry-run");
    assertThat(dockerfile.out()).as("the wheels are copied in").contains("wheels");
    assertThat(first.asked()).isEmpty();
  }

  @Test
  void aMisspeltNameIsAskedBack() throws IOException {
    first.wheel("requests", "2.0", "py3-none-any");
    requirements("reqeusts\n");

    CommandLineRun run = run("check", "-i", first.url());

    assertThat(run.exitCode()).isEqualTo(ExitCode.REQUIREMENTS);
    assertThat(run.err()).contains("did you mean `requests`?");
    assertThat(first.asked()).contains("/simple/requests/").hasSizeLessThan(8);
  }

  @Test
  void whatWasNotLookedAtIsSaidBesideAConflict() throws IOException {
    requirements("--extra-index-url http://plain.invalid/simple/\nbilling>2\n");

    CommandLineRun run = run("check", "-i", first.url());

    assertThat(run.exitCode()).isEqualTo(ExitCode.REQUIREMENTS);
    assertThat(run.err()).contains("plain.invalid").contains("--trusted-host");
  }

  @Test
  void offlineSaysHowOldItsPagesAre_besideTheAnswer() {
    ProgressListener heard = ProgressListener.SILENT;
    OldCopies copies = new OldCopies(heard);
    assertThat(copies.note()).isEmpty();
    copies.happened(new ProgressEvent.OldCopyTaken("flask", Duration.ofDays(12)));
    assertThat(copies.note())
        .isEqualTo("note: 1 page of the index is as in the cache, up to 12 days old\n");
    copies.happened(new ProgressEvent.OldCopyTaken("numpy", Duration.ofHours(2)));
    copies.happened(new ProgressEvent.OldCopyTaken("numpy", Duration.ofHours(2)));
    assertThat(copies.note())
        .isEqualTo("note: 2 pages of the index are as in the cache, up to 12 days old\n");
  }
}
