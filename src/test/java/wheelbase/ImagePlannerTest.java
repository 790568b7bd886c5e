package wheelbase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wheelbase.baseimage.Catalogue;
import wheelbase.baseimage.ImageSelection;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.dockerfile.BuildChoices;
import wheelbase.dockerfile.DockerfilePlan;
import wheelbase.dockerfile.GeneratedFile;
import wheelbase.dockerfile.HealthCheck;
import wheelbase.platform.Architecture;
import wheelbase.requirements.FileReader;
import wheelbase.requirements.Inputs;
import wheelbase.requirements.ReaderOptions;
import wheelbase.survey.ProgressListener;
import wheelbase.syslibs.RuleBook;
import wheelbase.testing.MiniIndex;

/** From an analysis and the user's choices to files. */
class ImagePlannerTest {
  private static final Catalogue CATALOGUE = Catalogue.shipped();

  /** Servers that are there on some images only, packages that compile on others. */
  private static final MiniIndex INDEX =
      MiniIndex.of(
          "flask 3 -> click",
          "click 8",
          "fastapi 1",
          "gunicorn 23",
          "waitress 3",
          "uvicorn 1",
          "psycopg2 2.9.10 {compiles=C}",
          "psycopg2-binary 2.9.10 {wheel=cp312-cp312-manylinux_2_28_x86_64}",
          "torch 2 {wheel=cp313-cp313-manylinux_2_28_x86_64}",
          "torch 2 {wheel=cp313-cp313-manylinux_2_28_aarch64}",
          "python-magic 0.4.27",
          "lxml 6 {wheel=cp313-cp313-manylinux_2_28_x86_64}",
          "lxml 6 {compiles=C}",
          "newer 2 {python=>=3.12}",
          "newer 1 -> waitress");

  private static final List<String> LINES =
      List.of(
          "flask",
          "fastapi",
          "gunicorn; python_version < '3.12'",
          "waitress; platform_machine == 'x86_64'",
          "uvicorn; python_version >= '3.13'",
          "psycopg2",
          "psycopg2-binary; python_version == '3.12'",
          "torch; python_version >= '3.13'",
          "python-magic",
          "lxml",
          "newer",
          "tool @ git+https://index.test/tool.git@v1 ; python_version < '3.11'");

  private static final List<String> VARIANTS =
      List.of("slim-trixie", "slim-bookworm", "alpine3.24");
  private static final List<String> PYTHONS = List.of("3.10", "3.11.7", "3.12", "3.13");

  private Path project;

  @BeforeEach
  @BeforeProperty
  void aProject() throws IOException {
    project = Files.createTempDirectory("image-planner");
    Files.writeString(
        project.resolve("app.py"),
        """
        from flask import Flask
        app = Flask(__name__)

        @app.route("/healthz")
        def healthz():
            return "well"
        """);
    Files.writeString(
        project.resolve("api.py"), "from fastapi import FastAPI\nservice = FastAPI()\n");
  }

  @AfterEach
  @AfterProperty
  void remove() throws IOException {
    try (var files = Files.list(project)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(project);
  }

  @Provide
  Arbitrary<List<String>> requirements() {
    return Arbitraries.of(LINES).list().uniqueElements().ofMinSize(1).ofMaxSize(6);
  }

  /** What else was looked at leaves no trace in what is written. */
  @Property(tries = 15)
  void theFilesDependOnTheChosenImageAlone(
      @ForAll("requirements") List<String> lines, @ForAll boolean procfile) throws Exception {
    requirements(lines.toArray(String[]::new));
    Path web = project.resolve("Procfile");
    Files.deleteIfExists(web);
    if (procfile) {
      Files.writeString(web, "web: gunicorn -b 0.0.0.0:$PORT app:app\n");
    }
    Analysis all = analyse(String.join(",", VARIANTS), Optional.of(String.join(",", PYTHONS)));
    for (BaseAnalysis base : all.bases()) {
      ImageChoices choices = ImageChoices.usual().withBase(Optional.of(base.image()));
      Analysis one = analyse(base.image().tag(), Optional.empty());
      assertThat(one.bases()).extracting(BaseAnalysis::image).containsExactly(base.image());
      assertThat(ImagePlanner.base(all, choices).value())
          .isEqualTo(ImagePlanner.base(one, ImageChoices.usual()).value());
      assertThat(written(all, choices))
          .as("%s on %s", lines, base.image().reference())
          .isEqualTo(written(one, ImageChoices.usual()));
    }
  }

  @Test
  void thePropertySeesPythonsPastTheirEndAndServersOfSomePythonsOnly() throws Exception {
    requirements("flask", "gunicorn; python_version < '3.12'", "waitress");
    Analysis all = analyse("slim-trixie", Optional.of("3.10,3.13"));
    assertThat(dockerfile(all, on("3.10-slim-trixie")))
        .contains("Python 3.10 has had no fixes since", "\"gunicorn\"");
    assertThat(dockerfile(all, on("3.13-slim-trixie")))
        .contains("\"waitress-serve\"")
        .doesNotContain("3.10", "\"gunicorn\"");
  }

  @Test
  void withoutAChoiceTheRecommendedImageIsTaken() throws Exception {
    requirements("psycopg2");
    Analysis analysis = analyse("alpine3.24,slim-trixie", Optional.of("3.13"));
    assertThat(ImagePlanner.base(analysis, ImageChoices.usual()).refusal()).isEmpty();
    assertThat(ImagePlanner.base(analysis, ImageChoices.usual()).value())
        .map(base -> base.image().tag())
        .contains("3.13-slim-trixie");
  }

  @Test
  void anImageThatTheProjectCannotRunOnIsRefusedWithWhatIsInTheWay() throws Exception {
    requirements("torch");
    Analysis analysis = analyse("alpine3.24,slim-trixie", Optional.of("3.13"));
    Diagnostic why = ImagePlanner.base(analysis, on("3.13-alpine3.24")).refusal().orElseThrow();
    assertThat(why.message())
        .isEqualTo(
            "the project does not run on python:3.13-alpine3.24, torch 2 has no musllinux wheel and"
                + " no sdist");
    assertThat(ImagePlanner.base(analysis, on("3.13-slim-trixie")).value()).isPresent();
    assertThat(ImagePlanner.base(analysis, on("3.12-slim-trixie")).refusal()).isPresent();
  }

  @Test
  void choicesNeedNoOtherAnalysis() throws Exception {
    requirements("flask", "fastapi", "gunicorn", "uvicorn");
    Analysis analysis = analyse("slim-trixie", Optional.of("3.13"));
    ImageChoices usual = ImageChoices.usual();
    assertThat(dockerfile(analysis, usual.withPort(OptionalInt.of(9000))))
        .contains("EXPOSE 9000", "'127.0.0.1', 9000", "\"--port\", \"9000\"")
        .doesNotContain("8000");
    assertThat(dockerfile(analysis, usual.withApplication(Optional.of("app:app"))))
        .contains("\"gunicorn\"", "\"app:app\"")
        .doesNotContain("Also found");
    assertThat(dockerfile(analysis, usual)).contains("/healthz");
    assertThat(dockerfile(analysis, usual.withHealth(Optional.of(new HealthCheck.OpenPort()))))
        .contains("HEALTHCHECK", "create_connection")
        .doesNotContain("/healthz");
    assertThat(dockerfile(analysis, usual.withHealth(Optional.of(new HealthCheck.None()))))
        .doesNotContain("HEALTHCHECK")
        .contains("EXPOSE 8000");
    assertThat(dockerfile(analysis, usual.withWorkers(OptionalInt.of(5))))
        .contains("ENV WEB_CONCURRENCY=5");
    assertThat(dockerfile(analysis, usual.withUser(12345)))
        .contains("USER 12345:12345", "--uid 12345", "--gid 12345");
    assertThat(dockerfile(analysis, usual.withBuild(BuildChoices.usual().withCacheMounts(false))))
        .contains("--no-cache-dir")
        .doesNotContain("type=cache");
    assertThat(written(analysis, usual.withDockerIgnore(false)).keySet())
        .containsExactly("Dockerfile");
  }

  @Test
  void aPortReachesTheCommandOfAProcfile() throws Exception {
    requirements("flask", "gunicorn");
    Files.writeString(project.resolve("Procfile"), "web: gunicorn -b 0.0.0.0:5000 app:app\n");
    Analysis analysis = analyse("slim-trixie", Optional.of("3.13"));
    assertThat(dockerfile(analysis, ImageChoices.usual())).contains("0.0.0.0:5000", "EXPOSE 5000");
    assertThat(dockerfile(analysis, ImageChoices.usual().withPort(OptionalInt.of(9000))))
        .contains("0.0.0.0:9000", "EXPOSE 9000", "ENV PORT=9000")
        .doesNotContain("5000");
  }

  private static ImageChoices on(String tag) {
    ImageSelection selection = ImageSelection.parse(CATALOGUE, tag, Optional.empty());
    return ImageChoices.usual().withBase(Optional.of(selection.named().get(0)));
  }

  private static String dockerfile(Analysis analysis, ImageChoices choices) {
    return written(analysis, choices).get("Dockerfile");
  }

  private static Map<String, String> written(Analysis analysis, ImageChoices choices) {
    return ImagePlanner.base(analysis, choices)
        .fold(
            base -> {
              DockerfilePlan plan = ImagePlanner.plan(analysis, base, choices, false);
              return ImagePlanner.files(analysis, choices, plan).stream()
                  .collect(Collectors.toMap(GeneratedFile::name, GeneratedFile::text));
            },
            why -> Map.of());
  }

  private void requirements(String... lines) throws IOException {
    Files.writeString(project.resolve("requirements.txt"), String.join("\n", lines) + "\n");
  }

  private Analysis analyse(String bases, Optional<String> pythons) throws InterruptedException {
    AnalysisRequest request =
        new AnalysisRequest(
            project,
            Inputs.found(ReaderOptions.NONE),
            ImageSelection.parse(CATALOGUE, bases, pythons),
            List.of(Architecture.values()),
            Optional.empty(),
            false,
            LocalDate.of(2026, 11, 21),
            true);
    return new Wheelbase(
            options -> INDEX,
            RuleBook.shipped(Optional.empty()),
            CATALOGUE,
            FileReader.disk(),
            Map.of())
        .analyse(request, ProgressListener.SILENT);
  }
}
