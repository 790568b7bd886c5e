package wheelbase.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wheelbase.application.Application;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.testing.FixtureApplication;
import wheelbase.testing.Golden;

/** What is made of whole source trees; the expected answers are a table to be read like code. */
class ApplicationsTest {
  private static final Path EXPECTED = Path.of("src/test/resources/applications.txt");
  private static final Pattern PORT = Pattern.compile("(?<![\\d.])(\\d{4,5})(?![\\d.])");

  static Stream<FixtureApplication> applications() {
    return FixtureApplication.all().stream();
  }

  @Test
  void eachIsStartedAsExpected() throws IOException {
    assertThat(FixtureApplication.all()).hasSizeGreaterThanOrEqualTo(20);
    Golden.assertMatches(
        EXPECTED, applications().map(ApplicationsTest::answer).collect(Collectors.joining("\n")));
  }

  private static String answer(FixtureApplication fixture) {
    Application application = fixture.detect();
    DockerfilePlan plan = Requests.slim().application(application).plan();
    ParsedDockerfile file = ParsedDockerfile.of(new DockerfileWriter().write(plan));
    StringBuilder answer = new StringBuilder(fixture.name()).append('\n');
    row(answer, "framework", application.framework().title());
    row(answer, "found in", application.foundIn().orElse("-"));
    row(answer, "entry point", application.entryPoint().orElse("-"));
    row(answer, "server", application.server().orElse("-"));
    row(answer, "command", String.join(" ", file.one("CMD").json()));
    file.last("ENV").stream()
        .map(ParsedDockerfile.Line::rest)
        .filter(variable -> !variable.matches("(?s)(PATH|PYTHON(FAULT|UNBUF)).*"))
        .forEach(variable -> row(answer, "variable", variable));
    file.last("RUN").stream()
        .map(ParsedDockerfile.Line::rest)
        .filter(command -> command.contains("collectstatic"))
        .forEach(command -> row(answer, "at build", command));
    row(answer, "port", plan.port().isPresent() ? "" + plan.port().getAsInt() : "-");
    row(
        answer,
        "health",
        file.all("HEALTHCHECK").isEmpty() ? "-" : HealthCheck.of(application).text());
    row(
        answer,
        "signal",
        file.all("STOPSIGNAL").isEmpty() ? "SIGTERM" : file.one("STOPSIGNAL").rest());
    plan.diagnostics().stream()
        .map(ApplicationsTest::text)
        .forEach(text -> row(answer, "says", text));
    return answer.toString();
  }

  private static void row(StringBuilder answer, String name, String value) {
    answer.append(String.format("  %-12s %s\n", name, value.replaceAll("\\s+", " ")));
  }

  private static String text(Diagnostic diagnostic) {
    return diagnostic.id()
        + ": "
        + diagnostic.message()
        + diagnostic.hint().map(hint -> " (" + hint + ")").orElse("");
  }

  @ParameterizedTest
  @MethodSource("applications")
  void startsWithoutAShellUnlessTheProjectNeedsOne(FixtureApplication fixture) {
    List<String> words = file(fixture).one("CMD").json();
    assertThat(file(fixture).one("CMD").rest()).startsWith("[");
    boolean shell = words.get(0).equals("sh");
    assertThat(shell).isEqualTo(fixture.name().equals("procfile-shell"));
    assertThat(file(fixture).all("ENTRYPOINT")).isEmpty();
  }

  /** One port, wherever one stands. */
  @ParameterizedTest
  @MethodSource("applications")
  void thePortIsTheSameEverywhere(FixtureApplication fixture) {
    ParsedDockerfile file = file(fixture);
    assertThat(file.all("EXPOSE").isEmpty()).isEqualTo(file.all("HEALTHCHECK").isEmpty());
    assertThat(file.all("EXPOSE").isEmpty())
        .isEqualTo(start(fixture, OptionalInt.empty()).port().isEmpty());
    for (ParsedDockerfile.Line exposed : file.all("EXPOSE")) {
      assertThat(exposed.rest()).matches("\\d+");
      assertThat(ports(file.one("CMD").rest())).isSubsetOf(exposed.rest());
      assertThat(ports(file.one("HEALTHCHECK").rest())).containsExactly(exposed.rest());
      assertThat(
              file.last("ENV").stream()
                  .map(ParsedDockerfile.Line::rest)
                  .filter(variable -> variable.matches("\\w*PORT=.*"))
                  .map(variable -> variable.replaceFirst(".*=", "")))
          .isSubsetOf(exposed.rest());
    }
  }

  private static List<String> ports(String text) {
    return PORT.matcher(text).results().map(found -> found.group(1)).distinct().toList();
  }

  /** What names an interface names all of them, and what must name one does. */
  @ParameterizedTest
  @MethodSource("applications")
  void listensOnAllInterfaces(FixtureApplication fixture) {
    ParsedDockerfile file = file(fixture);
    String start =
        Stream.concat(file.last("ENV").stream(), file.all("CMD").stream())
            .map(ParsedDockerfile.Line::rest)
            .collect(Collectors.joining("\n"));
    assertThat(start).doesNotContain("127.0.0.1", "localhost");
    boolean bySource =
        List.of("aiohttp-script", "tornado", "tornado-options").contains(fixture.name());
    if (!file.all("EXPOSE").isEmpty() && !bySource) {
      assertThat(start).contains("0.0.0.0");
    }
  }

  /** A number of workers shows in the command or in a variable, or it is said that it does not. */
  @ParameterizedTest
  @MethodSource("applications")
  void aNumberOfWorkersIsHeardOrRefused(FixtureApplication fixture) {
    boolean refused =
        start(fixture, OptionalInt.of(3)).diagnostics().stream()
            .anyMatch(
                diagnostic -> List.of("workers-unused", "no-server").contains(diagnostic.id()));
    assertThat(DockerfilePlan.takesWorkers(fixture.detect())).isEqualTo(!refused);
  }

  @ParameterizedTest
  @MethodSource("applications")
  void nothingIsMigratedAtTheStartAndNoSecretStays(FixtureApplication fixture) {
    ParsedDockerfile file = file(fixture);
    assertThat(file.one("CMD").rest()).doesNotContain("migrate", "collectstatic");
    assertThat(
            Stream.concat(file.all("ENV").stream(), file.all("ARG").stream())
                .map(ParsedDockerfile.Line::rest))
        .noneMatch(text -> text.contains("SECRET"));
  }

  @ParameterizedTest
  @MethodSource("applications")
  void gunicornsHeartbeatIsInMemory(FixtureApplication fixture) {
    String text = file(fixture).text();
    Matcher gunicorn = Pattern.compile("CMD \\[\"gunicorn\"").matcher(text);
    assertThat(gunicorn.find())
        .isEqualTo(
            text.contains("--worker-tmp-dir\", \"/dev/shm") || text.contains("tmp-dir=/dev"));
  }

  private static StartCommand start(FixtureApplication fixture, OptionalInt workers) {
    return StartCommand.of(fixture.detect(), workers);
  }

  private static ParsedDockerfile file(FixtureApplication fixture) {
    return ParsedDockerfile.of(Requests.slim().application(fixture.detect()).text());
  }
}
