package wheelbase.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import wheelbase.dockerfile.syntax.Dockerfile;
import wheelbase.dockerfile.syntax.Keyword;
import wheelbase.testing.HostileTexts;

/** Nothing in a project becomes an instruction, all the way from its files to the Dockerfile. */
class HostileProjectTest {
  private static HostileRun run;

  @BeforeContainer
  static void anIndex() throws IOException {
    run = new HostileRun();
  }

  @AfterContainer
  static void close() throws IOException {
    run.close();
  }

  @Provide
  Arbitrary<String> hostile() {
    return HostileTexts.briefInFiles();
  }

  /** What a file may be called. */
  @Provide
  Arbitrary<String> names() {
    return HostileTexts.briefInFiles()
        .map(text -> text.replace("/", "").replace("\0", ""))
        .filter(text -> !text.isEmpty() && !List.of("..", "requirements.txt").contains(text));
  }

  private static Optional<Dockerfile> written(Map<String, String> files, String... further)
      throws IOException {
    Path project = run.project(files);
    List<String> arguments = new ArrayList<>(List.of("--python", "3.13", "--base", "slim-trixie"));
    arguments.addAll(List.of(further));
    return HostileRun.written(run.generate(project, arguments.toArray(String[]::new)), project);
  }

  private static void assertSame(Optional<Dockerfile> hostile, Optional<Dockerfile> harmless) {
    if (hostile.isPresent()) {
      HostileRun.assertSameInstructions(hostile.get(), harmless.orElseThrow());
    }
  }

  private static final String REQUIREMENTS = "flask==3.0.0\ngunicorn\n";

  @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
  void inTheNameOfARequirementsFile(@ForAll("names") String name) throws IOException {
    String file = name + "/r.txt";
    Optional<Dockerfile> hostile = written(Map.of(file, REQUIREMENTS), "-r", file);
    assertThat(hostile.isPresent()).isEqualTo(HostileTexts.isPlain(name));
    assertSame(hostile, written(Map.of("harmless/r.txt", REQUIREMENTS), "-r", "harmless/r.txt"));
  }

  /** A file that no one copies by its name stands in the way of nothing. */
  @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
  void inTheNameOfAnotherFile(@ForAll("names") String name) throws IOException {
    Optional<Dockerfile> hostile =
        written(Map.of(name + "/__init__.py", "", name + ".py", "x = 1\n", "in/" + name, ""));
    assertThat(hostile).isPresent();
    assertSame(hostile, written(Map.of()));
  }

  /** Requirements that are not to be copied as they stand: a wheel in the project. */
  @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
  void inTheNameOfAProjectThatIsRequired(@ForAll("names") String name) throws IOException {
    String pyproject = "[project]\nname = \"harmless\"\nversion = \"1\"\n";
    Optional<Dockerfile> hostile =
        written(
            Map.of(
                "requirements.txt",
                REQUIREMENTS + "./in" + name + "\n",
                "in" + name + "/pyproject.toml",
                pyproject));
    assertSame(
        hostile,
        written(
            Map.of(
                "requirements.txt",
                REQUIREMENTS + "./inharmless\n",
                "inharmless/pyproject.toml",
                pyproject)));
  }

  @Example
  void inALineOfRequirements() throws IOException {
    for (String line :
        List.of(
            "flask==3.0.0 # \\\n#RUN false",
            "flask==3.0.0 # $(id) `id`",
            "flask==3.0.0 ; python_version > '3' # \u202eRUN false",
            "flask \\\n ==3.0.0")) {
      Optional<Dockerfile> hostile = written(Map.of("requirements.txt", line + "\ngunicorn\n"));
      assertThat(hostile).as(line).isPresent();
      assertSame(hostile, written(Map.of()));
    }
  }

  @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
  void inACommentOrAnOptionOfRequirements(@ForAll("hostile") String text) throws IOException {
    String oneLine = text.replaceAll("[\\r\\n\u0085\u2028\u2029]", "");
    assertSame(
        written(Map.of("requirements.txt", REQUIREMENTS + "# " + oneLine + "\n")),
        written(Map.of()));
    assertSame(
        written(Map.of("requirements.txt", REQUIREMENTS + "flask ; " + oneLine + "\n")),
        written(Map.of()));
    assertSame(
        written(Map.of("requirements.txt", REQUIREMENTS + "flask --config-settings " + oneLine)),
        written(Map.of()));
  }

  @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
  void inAProcfile(@ForAll("hostile") String text) throws IOException {
    String name = text.replaceAll("\\R", "").replace("'", "");
    Optional<Dockerfile> hostile = procfile(name);
    assertThat(hostile).isPresent();
    assertSame(hostile, procfile(HostileRun.HARMLESS));
  }

  private static Optional<Dockerfile> procfile(String name) throws IOException {
    return written(Map.of("Procfile", "web: gunicorn app:app --name 'x" + name + "'\n"));
  }

  /** Not between quotes: the line may then be one for a shell, or none at all. */
  @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
  void asAProcessOfAProcfile(@ForAll("hostile") String text) throws IOException {
    Optional<Dockerfile> hostile =
        written(Map.of("Procfile", "web: gunicorn app:app --name x" + text + "\n"));
    assertThat(hostile).isPresent();
    assertThat(hostile.get().stages()).hasSize(2);
    assertThat(hostile.get().finalStage().orElseThrow().last(Keyword.CMD).orElseThrow().exec())
        .isTrue();
  }

  @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
  void inAnEntryPoint(@ForAll("hostile") String text) throws IOException {
    assertSame(entryPoint(text, "shop:main"), entryPoint(HostileRun.HARMLESS, "shop:main"));
    assertSame(entryPoint("shop", text), entryPoint("shop", HostileRun.HARMLESS));
  }

  /** JSON's escapes are TOML's. */
  private static Optional<Dockerfile> entryPoint(String name, String place) throws IOException {
    JsonMapper json = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    return written(
        Map.of(
            "app.py", "import shop\n",
            "shop/__init__.py", "def main(): pass\n",
            "pyproject.toml",
                "[project]\nname = \"shop\"\nversion = \"1\"\n[project.scripts]\n"
                    + json.writeValueAsString(name)
                    + " = "
                    + json.writeValueAsString(place)
                    + "\n"));
  }

  /**
   * The path that a framework answers, the port that it listens on, the variable that is served.
   */
  @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
  void inASourceText(@ForAll("hostile") String text) throws IOException {
    HostileRun.assertSameKinds(source(text.replace("'", "\\'")), source(HostileRun.HARMLESS));
  }

  private static Dockerfile source(String path) throws IOException {
    String route = "@app.get('/health" + path + "')\ndef h(): return ''\n";
    return written(Map.of("app.py", HostileRun.FLASK + route)).orElseThrow();
  }
}
