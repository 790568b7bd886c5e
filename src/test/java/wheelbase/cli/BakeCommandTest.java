package wheelbase.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.report.AnswersJson;
import wheelbase.testing.Golden;
import wheelbase.testing.Schema;

/**
 * Several services over an HTTP index on the loopback: web, api and worker, the last two sharing.
 */
class BakeCommandTest {
  private static final Path FIXTURE = Path.of("src/test/resources/bake/shop");

  @TempDir private Path directory;
  private Path shop;
  private IndexServer index;

  @BeforeEach
  void anIndexAndARepository() throws IOException {
    index =
        new IndexServer()
            .wheel("flask", "3.1.0", "py3-none-any", "click>=8")
            .wheel("gunicorn", "23.0.0", "py3-none-any")
            .wheel("click", "8.1.8", "py3-none-any")
            .wheel("itsdangerous", "2.2.0", "py3-none-any")
            .wheel("starlette", "0.41.3", "py3-none-any")
            .wheel("uvicorn", "0.32.1", "py3-none-any", "click>=7")
            .wheel("ruff", "0.8.4", "py3-none-any");
    shop = directory.resolve("shop");
    copy(FIXTURE, shop);
  }

  @AfterEach
  void close() {
    index.close();
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.sorted().toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  private CommandLineRun run(String... args) {
    return runIn(shop, args);
  }

  private CommandLineRun runIn(Path here, String... args) {
    List<String> all = new ArrayList<>(List.of("bake"));
    all.addAll(List.of(args));
    all.addAll(
        List.of(
            "--index-url",
            index.url(),
            "--cache-dir",
            directory.resolve("cache").toString(),
            "--exclude-newer",
            "2026-11-20",
            "--python",
            "3.13",
            "--base",
            "slim-trixie"));
    Map<String, String> environment =
        Map.of("LANG", "C.UTF-8", "PIP_CONFIG_FILE", "/dev/null", "HOME", directory.toString());
    return CommandLineRun.of(
        here, new IndexedPipeline(environment), environment, false, all.toArray(String[]::new));
  }

  /** Every file below, with its text. */
  private Map<String, String> files() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(shop)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(shop.relativize(file).toString(), Files.readString(file));
      }
    }
    return texts;
  }

  private String bakeFile() throws IOException {
    return Files.readString(shop.resolve("docker-bake.hcl"));
  }

  @Test
  void writesEachServiceAndWhatBuildsThemAll() throws IOException {
    CommandLineRun run = run();
    assertThat(run.exitCode()).as(run.err()).isZero();
    Golden.assertMatches("cli/bake-shop.txt", run.out());
    Golden.assertMatches("cli/bake-shop.err.txt", run.err());
    Golden.assertMatches("cli/bake-shop.hcl", bakeFile());
    assertThat(files().keySet())
        .contains("web/Dockerfile", "web/.dockerignore", "services/api/requirements.lock")
        .doesNotContain("Dockerfile", "web/requirements.lock");
    assertThat(files().get("services/api/Dockerfile"))
        .contains("COPY requirements.lock ./", "--require-hashes", "uvicorn");
    assertThat(files().get("services/api/requirements.lock")).contains("itsdangerous==2.2.0");
    assertThat(files().get("web/Dockerfile")).contains("-r requirements.txt", "gunicorn");
  }

  @Test
  void aSecondRunChangesNothing() throws IOException {
    run();
    Map<String, String> before = files();
    CommandLineRun again = run();
    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.out()).contains("Nothing to write").doesNotContain("Wrote");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void theIndexIsAskedOnceForWhatSeveralServicesUse() {
    CommandLineRun run = run("--refresh");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Collections.frequency(index.asked(), "/simple/click/")).isEqualTo(1);
    assertThat(index.asked()).doesNotContain("/simple/ruff/");
  }

  @Test
  void aServiceThatFailsIsToldAndTheOthersAreWritten() throws IOException {
    Path requirements = shop.resolve("services/worker/requirements.txt");
    String good = Files.readString(requirements);
    Files.writeString(requirements, "click==99\n");
    CommandLineRun run = run();
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("services/worker:\n", "click");
    assertThat(run.out()).contains("services/worker   Left out: see above");
    assertThat(bakeFile()).contains("\"web\",", "\"api\",").doesNotContain("worker");
    assertThat(files())
        .containsKey("web/Dockerfile")
        .doesNotContainKey("services/worker/Dockerfile");

    // Mended, it joins the others: nobody has edited the file in between.
    Files.writeString(requirements, good);
    CommandLineRun mended = run();
    assertThat(mended.exitCode()).as(mended.err()).isZero();
    assertThat(bakeFile()).contains("\"worker\",");
    assertThat(mended.out()).contains("web               Nothing to write");
  }

  @Test
  void aBakeFileThatSomebodyEditedIsKept() throws IOException {
    run();
    Files.writeString(shop.resolve("docker-bake.hcl"), bakeFile().replace("latest", "edge"));
    String edited = bakeFile();
    CommandLineRun run = run();
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("a different docker-bake.hcl is there", "--force");
    assertThat(run.out()).contains("-  default = \"edge\"", "+  default = \"latest\"");
    assertThat(bakeFile()).isEqualTo(edited);

    assertThat(run("--force").exitCode()).isZero();
    assertThat(bakeFile()).contains("\"latest\"");
    assertThat(files().get("docker-bake.hcl.bak")).isEqualTo(edited);
  }

  @Test
  void aDockerfileThatIsThereIsKeptAndBuilt() throws IOException {
    Files.writeString(shop.resolve("web/Dockerfile"), "FROM scratch\n");
    CommandLineRun run = run();
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("web:\n", "a different Dockerfile is there");
    assertThat(run.out()).contains("\nweb:\n\n--- Dockerfile");
    assertThat(files()).containsEntry("web/Dockerfile", "FROM scratch\n");
    assertThat(files())
        .doesNotContainKey("web/.dockerignore")
        .containsKey("services/api/Dockerfile");
    assertThat(bakeFile()).contains("target \"web\"");
  }

  @Test
  void withoutTheIndexNothingIsWritten() throws IOException {
    Map<String, String> before = files();
    index.failAt("/simple/uvicorn/");
    CommandLineRun run = run();
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.out()).isEmpty();
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void aRehearsalWritesNothing() throws IOException {
    Map<String, String> before = files();
    CommandLineRun run = run("--dry-run");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(files()).isEqualTo(before);
    assertThat(run.out())
        .contains(
            "services/api:", "== Dockerfile (new)", "== docker-bake.hcl (new)", "target \"web\"");
  }

  @Test
  void forPrograms() throws IOException {
    Files.writeString(shop.resolve("services/worker/requirements.txt"), "click==99\n");
    CommandLineRun run = run("--json");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).isEmpty();
    JsonNode json = Schema.assertValid(run.out());
    assertThat(json.at("/services"))
        .extracting(each -> each.path("name").asText())
        .containsExactly("api", "web", "worker");
    assertThat(json.at("/services/0/base_image").asText()).isEqualTo("python:3.13-slim-trixie");
    assertThat(json.at("/services/0/diagnostics/0/id").asText())
        .isEqualTo("shared-requirements-locked");
    assertThat(json.at("/services/2/baked").asBoolean()).isFalse();
    assertThat(json.at("/services/2/diagnostics/0/severity").asText()).isEqualTo("error");
    assertThat(json.at("/files/0/text").asText()).isEqualTo(bakeFile());
  }

  @Test
  void namedServicesAreTheOnesThatAreBuilt() throws IOException {
    CommandLineRun run =
        runIn(directory, "shop", "--service", "web", "--service", "shop/services/api/");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(bakeFile()).contains("\"api\",\n    \"web\",\n  ]");
    assertThat(run.out()).contains("cd shop && docker buildx bake");
    assertThat(files()).doesNotContainKey("services/worker/Dockerfile");
  }

  @Test
  void oneServiceIsTheRootItself() throws IOException {
    CommandLineRun run = runIn(shop.resolve("web"));
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(shop.resolve("web/docker-bake.hcl"))
        .content()
        .contains("target \"web\" {", "context    = \".\"");
  }

  @Test
  void platformsAreThoseAskedFor() throws IOException {
    run("--arch", "arm64,amd64");
    assertThat(bakeFile()).contains("default = \"linux/amd64,linux/arm64\"");
  }

  @Test
  void anAnswersFileMayBeAServicesOwn() throws IOException {
    Files.writeString(shop.resolve("web/image.json"), answers("9000"));
    Files.writeString(shop.resolve("image.json"), answers("9001"));
    CommandLineRun run = run("--answers", "image.json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(files().get("web/Dockerfile")).contains("EXPOSE 9000");
    assertThat(files().get("services/api/Dockerfile")).contains("EXPOSE 9001");
  }

  private static String answers(String port) {
    return AnswersJson.write(Map.of("port", List.of(port)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nowhere                  | 3 | there is no `nowhere`",
        "requirements.txt         | 2 | `requirements.txt` is no directory",
        "requirements             | 3 | no service was found in `requirements` or below",
        "--service wbe            | 3 | did you mean `web`?",
        "--service ..             | 2 | does not lie below",
        "--output x               | 2 | there is no option `--output`",
        "--answers gone.json      | 3 | there is no `gone.json`",
        "--port http              | 2 | `http` is not a port",
        "--templates gone         | 3 | there is no `gone`",
        "--templates web          | 2 | no template is in `web`",
      })
  void whatCannotBeMeant(String arguments, int exitCode, String message) throws IOException {
    Map<String, String> before = files();
    CommandLineRun run = run(arguments.split(" "));
    assertThat(run.err()).contains(message);
    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.out()).isEmpty();
    assertThat(files()).isEqualTo(before);
  }

  /** Whatever a directory is called, it is one value in the bake file and harmless on a screen. */
  @Test
  void aDirectorysNameIsData() throws IOException {
    String name = "a\"b${TAG}%{c}'$(touch x)\n}\ntarget \u202ed";
    copy(shop.resolve("web"), shop.resolve(name));
    CommandLineRun run = run("--service", name, "--service", "web");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(bakeFile())
        .contains("target \"a-b-tag-c-touch-x-target-d\" {")
        .contains(
            "context    = \"./a\\\"b$${TAG}%%{c}'$(touch x)\\u000a}\\u000atarget \\u202ed\"\n");
    assertThat(run.out()).doesNotContain("\u202e").doesNotContain("\n}\n");
    assertThat(run("--json").exitCode()).isZero();
  }

  @Test
  void aConditionHoldsWhereItHoldsForOneService() {
    index.nativeSdist("itsdangerous", "2.1.0");
    assertThat(run("--fail-on", "compile").exitCode()).isZero();
    index.nativeSdist("compiled", "1.0");
    assertThat(runIn(shop.resolve("web"), "--fail-on", "compile").exitCode()).isZero();
    write("services/worker/requirements.txt", "compiled\n");
    assertThat(run("--force", "--fail-on", "compile").exitCode()).isEqualTo(1);
  }

  private void write(String file, String text) {
    try {
      Files.writeString(shop.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aLibraryBesideTheServicesCannotBeSeen() throws IOException {
    write("services/worker/requirements.txt", "-e ../../common\n");
    Files.createDirectories(shop.resolve("common"));
    write("common/pyproject.toml", "[project]\nname = \"common\"\nversion = \"1\"\n");
    CommandLineRun run = run();
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("services/worker:", "which no build of this directory can see");
    assertThat(bakeFile()).doesNotContain("worker");
  }

  @Test
  void byOnesOwnTemplates() throws IOException {
    Path templates = Files.createDirectories(directory.resolve("mine"));
    Files.writeString(
        templates.resolve("docker-bake.hcl.mustache"), "# {{#services}}{{name}} {{/services}}\n");
    assertThat(run("--templates", "../mine").exitCode()).isZero();
    assertThat(bakeFile()).startsWith("# \"api\" \"web\" \"worker\" \n# Not edited");

    Files.writeString(
        templates.resolve("docker-bake.hcl.mustache"), "\n{{#services}}\n{{nam}}\n{{/services}}\n");
    CommandLineRun wrong = run("--templates", "../mine");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err())
        .contains(
            "../mine/docker-bake.hcl.mustache:3:3: there is no `nam` here", "did you mean `name`?");
  }
}
