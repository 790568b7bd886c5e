package wheelbase.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import wheelbase.application.Application;
import wheelbase.application.Framework;
import wheelbase.application.ServerInterface;

/**
 * What a good Dockerfile is, as a table: each property holds of every combination of base,
 * application and system packages, and each is shown to fail on a file that was spoilt for it.
 */
class ChecklistTest {
  /**
   * @param spoilt a piece of a good file, and what to put there so that the property fails
   */
  private record Property(
      String title, Consumer<ParsedDockerfile> holds, String spoilt, String with) {}

  private static final List<Property> PROPERTIES =
      List.of(
          new Property(
              "the first line names the syntax",
              file -> assertThat(file.text()).startsWith("# syntax=docker/dockerfile:1\n"),
              "# syntax=docker/dockerfile:1\n",
              ""),
          new Property(
              "no parser directive but the first",
              file -> assertThat(file.text().lines().skip(1).findFirst()).contains("#"),
              "/dockerfile:1\n#\n",
              "/dockerfile:1\n# escape=`\n"),
          new Property(
              "each FROM names Python's minor, distribution and release",
              file ->
                  assertThat(file.all("FROM"))
                      .allSatisfy(
                          from ->
                              assertThat(from.rest())
                                  .matches(
                                      "python:3\\.\\d+-(slim-(bookworm|trixie)|alpine3\\.\\d+)"
                                          + " AS [a-z]+")),
              "-slim-trixie AS runtime",
              "-slim AS runtime"),
          new Property(
              "a base without digest comes with the way to pin it",
              file -> assertThat(file.text()).contains("imagetools inspect python:3."),
              "imagetools inspect",
              "images"),
          new Property(
              "builder and runtime have one base",
              file ->
                  assertThat(file.all("FROM").stream().map(line -> line.rest().split(" ")[0]))
                      .hasSize(2)
                      .containsOnly(file.all("FROM").get(0).rest().split(" ")[0]),
              "FROM python:3.13-slim-trixie AS runtime",
              "FROM python:3.13-slim-bookworm AS runtime"),
          new Property(
              "compilers are in the builder alone",
              file ->
                  assertThat(file.last("RUN"))
                      .noneMatch(run -> run.rest().matches(".*(gcc|g\\+\\+|-dev)\\b.*")),
              " && rm -rf /var/lib/apt",
              " && apt-get install gcc && rm -rf /var/lib/apt"),
          new Property(
              "every system package of the image has its reason above it",
              file ->
                  assertThat(installations(file, 1))
                      .allSatisfy(run -> assertThat(run.comment()).contains("psycopg2 2.9.11")),
              "# psycopg2 2.9.11 is linked to libpq\nRUN apt-get update",
              "# needed\nRUN apt-get update"),
          new Property(
              "apt updates, installs without extras and leaves no lists, in one RUN",
              file -> installations(file, 1).forEach(ChecklistTest::leavesNothing),
              "\n && rm -rf /var/lib/apt/lists/*",
              ""),
          new Property(
              "apt's caches are locked and docker-clean does not empty them, or there are none",
              file -> installations(file, 0).forEach(ChecklistTest::cachesSafelyOrNothing),
              "target=/var/cache/apt,sharing=locked",
              "target=/var/cache/apt"),
          new Property(
              "no apt, dist-upgrade, sudo, pipe, cd, ADD or MAINTAINER",
              file -> {
                assertThat(file.keywords()).doesNotContain("ADD", "MAINTAINER", "ONBUILD", "SHELL");
                assertThat(file.all("RUN"))
                    .noneMatch(run -> run.rest().matches(".*(\\bapt |upgrade|sudo|\\||\\bcd ).*"));
              },
              "RUN python -m venv",
              "RUN cd / && python -m venv"),
          new Property(
              "nothing that older builders do not know",
              file -> {
                assertThat(file.text()).doesNotContain("<<", "--link", "--parents", "--exclude");
                assertThat(file.text()).doesNotContain("--start-interval", "--checksum");
              },
              "COPY --from=builder",
              "COPY --link --from=builder"),
          new Property(
              "requirements are installed before the application is copied",
              file -> {
                int requirements = file.index("COPY", "requirements.txt");
                int install = file.index("RUN", "pip --python");
                int everything = file.index("COPY", ". ./");
                assertThat(requirements).isBetween(0, install);
                assertThat(install).isLessThan(everything);
                assertThat(file.lines().get(everything).stage()).isEqualTo(1);
              },
              "COPY requirements.txt ./\n",
              "COPY . ./\nCOPY requirements.txt ./\n"),
          new Property(
              "pip has a cache that no layer keeps, or none",
              file -> {
                String install = file.lines().get(file.index("RUN", "pip --python")).rest();
                assertThat(install.contains("--mount=type=cache,target=/root/.cache/pip"))
                    .isNotEqualTo(install.contains(" --no-cache-dir "));
              },
              "--mount=type=cache,target=/root/.cache/pip",
              ""),
          new Property(
              "no secret in ARG or ENV",
              file -> {
                assertThat(file.all("ARG")).isEmpty();
                assertThat(file.all("ENV"))
                    .noneMatch(
                        env -> env.rest().matches("(?i).*(token|password|secret|index_url).*"));
              },
              "ENV PIP_DISABLE_PIP_VERSION_CHECK=1",
              "ENV PIP_INDEX_URL=https://me:it@index.test"),
          new Property(
              "one virtual environment at one path, copied whole, first on PATH",
              file -> {
                assertThat(file.index("RUN", "python -m venv --without-pip /opt/venv"))
                    .isPositive();
                assertThat(file.index("COPY", "--from=builder /opt/venv /opt/venv")).isPositive();
                assertThat(file.last("ENV"))
                    .anyMatch(env -> env.rest().equals("PATH=/opt/venv/bin:$PATH"));
                assertThat(file.text()).doesNotContain("activate");
              },
              "venv --without-pip /opt/venv",
              "venv /opt/venv"),
          new Property(
              "variables of the build stay there, and bytecode is not forbidden",
              file -> {
                assertThat(file.last("ENV"))
                    .noneMatch(env -> env.rest().matches(".*(PIP_|CXX|MAKEFLAGS).*"));
                assertThat(file.text()).doesNotContain("PYTHONDONTWRITEBYTECODE", "--no-compile");
              },
              "ENV PYTHONFAULTHANDLER=1",
              "ENV PIP_NO_INPUT=1 PYTHONFAULTHANDLER=1"),
          new Property(
              "output is not buffered, and crashes show a traceback",
              file ->
                  assertThat(file.last("ENV"))
                      .anyMatch(
                          env -> env.rest().matches("PYTHONFAULTHANDLER=1\\s+PYTHONUNBUFFERED=1")),
              "PYTHONUNBUFFERED=1",
              "PYTHONUNBUFFERED=0"),
          new Property(
              "runs as a number above the system's, which has an account and owns nothing",
              file -> {
                assertThat(file.one("USER").rest()).matches("(10001|12345):\\1");
                assertThat(file.one("USER").stage()).isEqualTo(1);
                assertThat(file.index("RUN", file.one("USER").rest().split(":")[0])).isPositive();
                assertThat(
                        file.index("RUN", "useradd") < 0 || file.text().contains("--no-log-init"))
                    .isTrue();
                assertThat(file.text()).doesNotContain("chown", "chmod");
              },
              "USER 10001:10001",
              "USER app"),
          new Property(
              "WORKDIR is absolute",
              file -> assertThat(file.all("WORKDIR")).allMatch(line -> line.rest().startsWith("/")),
              "WORKDIR /app",
              "WORKDIR app"),
          new Property(
              "one CMD in exec form, no shell that stays",
              file -> {
                List<String> words = file.one("CMD").json();
                assertThat(words).isNotEmpty();
                assertThat(!words.get(0).equals("sh") || words.get(2).contains("exec ")).isTrue();
                assertThat(file.all("ENTRYPOINT")).isEmpty();
              },
              "CMD [\"gunicorn\", \"--bind\", \"0.0.0.0:8000\", \"--worker-tmp-dir\", \"/dev/shm\","
                  + " \"app:app\"]",
              "CMD gunicorn app:app"),
          new Property(
              "EXPOSE, HEALTHCHECK and the server name one port, on all interfaces",
              ChecklistTest::onePort,
              "EXPOSE 8000",
              "EXPOSE 8080"),
          new Property(
              "gunicorn's workers report in memory, and their number is open",
              file -> {
                if (file.one("CMD").rest().contains("gunicorn")) {
                  assertThat(file.text()).contains("/dev/shm");
                  assertThat(file.one("CMD").rest()).doesNotContain("--workers");
                }
              },
              "\"--worker-tmp-dir\", \"/dev/shm\", ",
              "\"--workers\", \"4\", "),
          new Property(
              "lines end in LF, are no wider than 100 columns, and the last one ends",
              file -> {
                assertThat(file.text()).endsWith("\n").doesNotContain("\r", "\t", "\n\n\n", " \n");
                assertThat(file.text().lines()).allMatch(line -> line.length() <= 100);
              },
              "USER 10001:10001\n",
              "USER 10001:10001 \n"),
          new Property(
              "a comment above FROM begins with the stage's name",
              file ->
                  assertThat(file.all("FROM"))
                      .allMatch(from -> from.comment().startsWith(from.rest().split(" ")[2] + " ")),
              "# runtime is",
              "# This is"));

  @TestFactory
  Stream<DynamicTest> holdsOfEveryCombination() {
    Map<String, ParsedDockerfile> files = new LinkedHashMap<>();
    combinations().forEach((name, request) -> files.put(name, ParsedDockerfile.of(request.text())));
    assertThat(files).hasSize(3 * 3 * applications().size());
    return PROPERTIES.stream()
        .map(
            property ->
                DynamicTest.dynamicTest(
                    property.title(),
                    () ->
                        files.forEach(
                            (name, file) ->
                                assertThat(file)
                                    .as(name)
                                    .satisfies(one -> property.holds().accept(one)))));
  }

  @TestFactory
  Stream<DynamicTest> failsOnASpoiltFile() {
    String good =
        compiling(Requests.slim(), false)
            .application(Requests.web(Framework.FLASK, "app:app", "gunicorn"))
            .text()
            .replace(", \\\n     ", ", ");
    return PROPERTIES.stream()
        .map(
            property ->
                DynamicTest.dynamicTest(
                    property.title(),
                    () -> {
                      assertThat(good).contains(property.spoilt());
                      String bad = good.replace(property.spoilt(), property.with());
                      assertThatThrownBy(() -> property.holds().accept(ParsedDockerfile.of(bad)))
                          .isInstanceOf(AssertionError.class);
                    }));
  }

  @Test
  void theSameRequestGivesTheSameBytes() {
    combinations()
        .forEach((name, request) -> assertThat(request.text()).as(name).isEqualTo(request.text()));
  }

  @Test
  void installsNoSystemPackageWhereNoneIsWanted() {
    assertThat(Requests.slim().text()).doesNotContain("apt-get");
    assertThat(Requests.alpine().text()).doesNotContain("apk");
  }

  private static List<ParsedDockerfile.Line> installations(ParsedDockerfile file, int stage) {
    return file.of(stage).stream()
        .filter(line -> line.rest().matches(".*(apt-get|apk).*"))
        .toList();
  }

  private static void leavesNothing(ParsedDockerfile.Line run) {
    if (run.rest().contains("apk")) {
      assertThat(run.rest()).contains("apk add --no-cache");
    } else {
      assertThat(run.rest())
          .matches(
              "apt-get update\\s+&& apt-get install -y --no-install-recommends .*"
                  + "&& rm -rf /var/lib/apt/lists/\\*");
    }
  }

  private static void cachesSafelyOrNothing(ParsedDockerfile.Line run) {
    if (run.rest().contains("--mount=type=cache")) {
      assertThat(run.rest())
          .contains("target=/var/cache/apt,sharing=locked")
          .contains("rm -f /etc/apt/apt.conf.d/docker-clean");
    } else {
      leavesNothing(run);
    }
  }

  private static void onePort(ParsedDockerfile file) {
    if (file.all("EXPOSE").isEmpty()) {
      assertThat(file.all("HEALTHCHECK")).isEmpty();
      return;
    }
    String port = file.one("EXPOSE").rest();
    assertThat(port).matches("\\d+");
    assertThat(file.one("HEALTHCHECK").rest())
        .contains("'127.0.0.1', " + port)
        .contains("--interval=", "--timeout=", "--start-period=", "--retries=")
        .doesNotContain("curl", "wget");
    String command = file.one("CMD").rest();
    assertThat(command.contains("0.0.0.0") || file.text().contains("PORT=" + port)).isTrue();
    assertThat(command + file.text()).contains(port);
    if (command.contains("0.0.0.0")) {
      assertThat(command).contains(port);
    }
  }

  private static Map<String, Requests> combinations() {
    Map<String, Supplier<Requests>> bases = new LinkedHashMap<>();
    bases.put("trixie", Requests::slim);
    bases.put("bookworm", Requests::bookworm);
    bases.put("alpine", Requests::alpine);
    Map<String, Requests> combinations = new LinkedHashMap<>();
    bases.forEach(
        (base, start) ->
            applications()
                .forEach(
                    (name, application) -> {
                      combinations.put(
                          base + ", " + name + ", wheels", start.get().application(application));
                      combinations.put(
                          base + ", " + name + ", compiling",
                          compiling(start.get(), base.equals("alpine")).application(application));
                      combinations.put(
                          base + ", " + name + ", every choice made",
                          chosen(compiling(start.get(), base.equals("alpine")))
                              .application(application));
                    }));
    return combinations;
  }

  private static Requests chosen(Requests requests) {
    return requests
        .health(new HealthCheck.AskPath("/up?deep=1"))
        .workers(3)
        .user(12345)
        .withoutCacheMounts()
        .withoutDockerIgnore();
  }

  private static Requests compiling(Requests requests, boolean alpine) {
    return requests
        .withoutLinkCheck()
        .environment("CXX", "g++")
        .build(
            "gcc: psycopg2 2.9.11 compiles C",
            alpine
                ? "musl-dev: psycopg2 2.9.11 compiles C"
                : "libc6-dev: psycopg2 2.9.11 compiles C",
            "libpq-dev: psycopg2 2.9.11 is linked to libpq")
        .runtime(
            alpine
                ? "so:libpq.so.5: psycopg2 2.9.11 is linked to libpq"
                : "libpq5: psycopg2 2.9.11 is linked to libpq");
  }

  private static Map<String, Application> applications() {
    Map<String, Application> applications = new LinkedHashMap<>();
    for (String server : List.of("gunicorn", "waitress", "uwsgi", "granian")) {
      applications.put("flask " + server, Requests.web(Framework.FLASK, "app:app", server));
      applications.put(
          "django " + server, Requests.web(Framework.DJANGO, "site.wsgi:application", server));
    }
    for (String server : List.of("uvicorn", "hypercorn", "daphne", "granian", "gunicorn")) {
      applications.put("fastapi " + server, Requests.web(Framework.FASTAPI, "api:app", server));
    }
    applications.put("flask alone", Requests.web(Framework.FLASK, "app:app", null));
    applications.put("django alone", Requests.web(Framework.DJANGO, "site.wsgi:application", null));
    applications.put("starlette alone", Requests.web(Framework.STARLETTE, "app:app", null));
    applications.put("script", Requests.script("main.py"));
    applications.put("nothing", Requests.script(null));
    applications.put("procfile", Requests.procfile(Framework.FLASK, "gunicorn", "app:app"));
    applications.put(
        "procfile with shell",
        Requests.procfile(
            Framework.DJANGO, "sh", "-c", "python manage.py check && gunicorn site.wsgi"));
    applications.put(
        "factory in a directory",
        new Application(
            Framework.FLASK,
            Optional.of("shop.web:create_app"),
            Optional.of("gunicorn"),
            List.of(),
            OptionalInt.of(8080),
            Optional.of("src/shop/web.py:3"),
            new ArrayList<>(List.of("admin:app")),
            ServerInterface.WSGI,
            true,
            "src",
            Optional.empty(),
            Optional.of("/healthz")));
    return applications;
  }
}
