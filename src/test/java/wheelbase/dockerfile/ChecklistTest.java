package wheelbase.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import wheelbase.application.Application;
import wheelbase.application.Framework;
import wheelbase.application.ServerInterface;

/**
 * Each property of the checklist holds of every golden file that there is and of every combination
 * of base, application and system packages, and each fails on a file that was spoilt for it.
 */
class ChecklistTest {
  private static final Path GOLDENS = Path.of("src/test/resources/dockerfile");
  private static final int PROPERTIES = 53;

  /** What cannot be seen in a Dockerfile, and the tests that see it. */
  private static final Map<Integer, List<String>> ELSEWHERE =
      Map.of(
          4, List.of("wheelbase.baseimage.EndOfLifeTest", "wheelbase.ImagePlannerTest"),
          34, List.of("wheelbase.dockerfile.DockerIgnoreTest"),
          48, List.of("wheelbase.dockerfile.GoldenLintTest"),
          49,
              List.of(
                  "wheelbase.dockerfile.BuildCheckTest", "wheelbase.dockerfile.PatternBuildTest"),
          50, List.of("wheelbase.dockerfile.LinkCheckTest", "wheelbase.dockerfile.BuildCheckTest"),
          51, List.of("wheelbase.baseimage.SizeEstimateTest"),
          53, List.of("wheelbase.dockerfile.ProjectWriterTest"));

  private static SortedMap<String, String> goldens() {
    SortedMap<String, String> goldens = new TreeMap<>();
    try (Stream<Path> files = Files.list(GOLDENS)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".Dockerfile")).toList()) {
        goldens.put(
            file.getFileName().toString().replace(".Dockerfile", ""), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(goldens).hasSizeGreaterThan(20);
    return goldens;
  }

  @TestFactory
  Stream<DynamicTest> holdsOfEveryGolden() {
    List<GoldenFile> files = new ArrayList<>();
    goldens().forEach((name, text) -> files.add(GoldenFile.of(name, text)));
    return holdsOf(files);
  }

  @TestFactory
  Stream<DynamicTest> holdsOfEveryCombination() {
    List<GoldenFile> files = new ArrayList<>();
    combinations().forEach((name, request) -> files.add(GoldenFile.of(name, request.text())));
    assertThat(files).hasSize(3 * 3 * applications().size());
    return holdsOf(files);
  }

  private static Stream<DynamicTest> holdsOf(List<GoldenFile> files) {
    return Checklist.properties().stream()
        .map(
            property ->
                DynamicTest.dynamicTest(
                    property.number() + " " + property.title(),
                    () -> {
                      List<String> failures = new ArrayList<>();
                      for (GoldenFile file : files) {
                        try {
                          property.holds().accept(file);
                        } catch (AssertionError failed) {
                          failures.add(file.name() + ": " + failed.getMessage());
                        }
                      }
                      assertThat(failures).isEmpty();
                    }));
  }

  @TestFactory
  Stream<DynamicTest> failsOnASpoiltFile() {
    Map<String, String> goldens = goldens();
    return Checklist.properties().stream()
        .flatMap(
            property ->
                property.spoilings().stream()
                    .map(
                        spoiling ->
                            DynamicTest.dynamicTest(
                                property.number() + " without " + spoiling.piece().strip(),
                                () -> fails(property, spoiling, goldens))));
  }

  private static void fails(
      ChecklistProperty property,
      ChecklistProperty.Spoiling spoiling,
      Map<String, String> goldens) {
    String good = goldens.get(spoiling.golden());
    assertThat(good).contains(spoiling.piece());
    String bad = good.replace(spoiling.piece(), spoiling.with());
    assertThatThrownBy(() -> property.holds().accept(GoldenFile.of(spoiling.golden(), bad)))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void everyNumberOfTheChecklistHasItsTest() throws ClassNotFoundException {
    TreeSet<Integer> numbers = new TreeSet<>(ELSEWHERE.keySet());
    for (ChecklistProperty property : Checklist.properties()) {
      assertThat(numbers.add(property.number())).as("twice: " + property.number()).isTrue();
      assertThat(property.spoilings()).as(property.title()).isNotEmpty();
    }
    assertThat(numbers)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, PROPERTIES).boxed().toList());
    for (List<String> tests : ELSEWHERE.values()) {
      for (String test : tests) {
        assertThat(Class.forName(test)).isNotNull();
      }
    }
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
