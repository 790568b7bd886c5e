package wheelbase.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wheelbase.index.pypi.Archives;

/** What goes wrong outside the program, over a scripted index on the loopback. */
class BadInputTest {
  private static final String WHEEL = "flask-3.0.0-py3-none-any.whl";

  @TempDir private Path directory;
  private final MockWebServer server = new MockWebServer();
  private final Map<String, MockResponse> answers = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void anIndexAndAProject() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answers.getOrDefault(
                request.getTarget(), new MockResponse.Builder().code(404).build());
          }
        });
    server.start();
    environment.putAll(
        Map.of("LANG", "C.UTF-8", "PIP_CONFIG_FILE", "/dev/null", "HOME", directory.toString()));
    requirements("flask==3.0.0\n");
  }

  @AfterEach
  void close() {
    server.close();
  }

  private void requirements(String text) throws IOException {
    Files.writeString(directory.resolve("requirements.txt"), text);
  }

  private CommandLineRun run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--cache-dir", "cache", "--python", "3.13"));
    return CommandLineRun.of(
        directory,
        new IndexedPipeline(environment),
        environment,
        false,
        all.toArray(String[]::new));
  }

  private String indexUrl() {
    return server.url("/simple/").toString();
  }

  private static MockResponse answer(int status, String type, String body, String... headers) {
    MockResponse.Builder answer =
        new MockResponse.Builder().code(status).addHeader("Content-Type", type).body(body);
    for (int at = 0; at < headers.length; at += 2) {
      answer.addHeader(headers[at], headers[at + 1]);
    }
    return answer.build();
  }

  /**
   * An index as a proxy of PEP 503 has it: moved, HTML, addresses relative to where it moved to.
   */
  private void anHtmlIndex() {
    answers.put(
        "/simple/flask/", answer(302, "text/plain", "", "Location", "/new/place/pages/flask/"));
    answers.put(
        "/new/place/pages/flask/",
        answer(200, "text/html", "<a href='../../files/" + WHEEL + "'>" + WHEEL + "</a>"));
    byte[] zip =
        Archives.zip(
            Map.of(
                "flask-3.0.0.dist-info/METADATA",
                "Metadata-Version: 2.1\nName: flask\nVersion: 3.0.0\n"));
    answers.put(
        "/new/place/files/" + WHEEL,
        new MockResponse.Builder().body(new Buffer().write(zip)).build());
  }

  @Test
  void anIndexOfHtmlThatHasMovedIsRead() {
    anHtmlIndex();
    CommandLineRun run = run("check", "--index-url", indexUrl());
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("1 package");
  }

  @Test
  void pipsVariableAndFileNameTheIndex() throws IOException {
    anHtmlIndex();
    environment.put("PIP_INDEX_URL", indexUrl());
    assertThat(run("check").exitCode()).isZero();
    environment.remove("PIP_INDEX_URL");
    Path configuration = directory.resolve("pip.conf");
    Files.writeString(configuration, "[global]\nindex-url = " + indexUrl() + "\n");
    environment.put("PIP_CONFIG_FILE", configuration.toString());
    assertThat(run("check", "--refresh").exitCode()).isZero();
  }

  @Test
  void pipsConstraintsHoldAndTheirLineIsNamed() throws IOException {
    anHtmlIndex();
    Files.writeString(directory.resolve("limits.txt"), "flask<3\n");
    environment.put("PIP_CONSTRAINT", "limits.txt");
    CommandLineRun run = run("check", "--index-url", indexUrl());
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("but limits.txt:1 allows only   flask<3");
  }

  @Test
  void constraintsGoIntoTheDockerfileToo() throws IOException {
    anHtmlIndex();
    Files.writeString(directory.resolve("limits.txt"), "flask<4\n");
    CommandLineRun run =
        run("generate", "-c", "limits.txt", "--index-url", indexUrl(), "--base", "slim-trixie");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(directory.resolve("Dockerfile"))
        .content()
        .contains("COPY limits.txt requirements.txt ./", "-r requirements.txt", "-c limits.txt");
  }

  @Test
  void aConflictBeforeTheCutOffSaysSo() throws IOException {
    anHtmlIndex();
    requirements("flask==4\n");
    CommandLineRun run = run("check", "--index-url", indexUrl(), "--exclude-newer", "2020-01-01");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("Nothing newer than 2020-01-02T00:00:00Z was looked at.");
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          401 | Retry-After | 0    | 401
          429 | Retry-After | 3600 | 429
          429 | Retry-After | 0    | asked 4 times
          500 | Retry-After | 0    | asked 4 times
          503 | Retry-After | 0    | asked 4 times
          """)
  void anIndexThatWillNotAnswerEndsWithFour(int status, String header, String value, String said) {
    answers.put("/simple/flask/", answer(status, "text/plain", "no", header, value));
    assertUnreachable(run("check", "--index-url", indexUrl()), said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"files\": 1}"})
  void anAbsurdAnswerEndsWithFour(String body) {
    answers.put(
        "/simple/flask/",
        answer(200, "application/vnd.pypi.simple.v1+json", body, "Retry-After", "0"));
    assertUnreachable(run("check", "--index-url", indexUrl()), "/simple/flask/");
  }

  private static void assertUnreachable(CommandLineRun run, String said) {
    assertThat(run.exitCode()).as(run.err()).isEqualTo(4);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(said).contains("--offline");
  }

  @Test
  void offlineWithoutACacheSaysWhatIsMissing() {
    CommandLineRun run = run("check", "--offline", "--index-url", indexUrl());
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.err()).contains("the page of `flask`").contains("not in the cache");
    assertThat(server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"foo bar", "ftp://index.test/", "", "http://"})
  void whatIsNoAddressOfAnIndexIsWrongUsage(String url) {
    CommandLineRun run = run("check", "--index-url", url);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--index-url");
  }

  @Test
  void aProjectThatRequiresNothingGetsItsAnswer() throws IOException {
    requirements("# nothing yet\n");
    CommandLineRun run = run("check", "--index-url", indexUrl());
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("0 packages", "python:3.13-alpine");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000",
        "flask ==",
        "flask[",
        "-r",
        "-r .",
        "-c requirements.txt",
        "--hash",
        "-e",
        "git+https://",
        "flask @",
        "flask ; python_version",
        "flask===\u001b[2J",
        "${HOME}/${NO}",
        "--index-url",
        "\uFEFFflask\\",
        "file:///../../..",
        "../../../../../../../../../etc/passwd",
        "http://[::1"
      })
  void noLineIsABug(String line) throws IOException {
    requirements(line + "\n");
    CommandLineRun run = run("check", "--index-url", indexUrl());
    assertThat(run.exitCode()).as(run.err()).isIn(0, 3, 4);
    assertThat(run.out() + run.err()).doesNotContain("bug in wheelbase").doesNotContain("\u001b");
  }
}
