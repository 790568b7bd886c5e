package wheelbase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.application.Framework;
import wheelbase.baseimage.Catalogue;
import wheelbase.baseimage.ImageSelection;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.platform.Architecture;
import wheelbase.requirements.FileReader;
import wheelbase.requirements.Inputs;
import wheelbase.requirements.Listing;
import wheelbase.requirements.ReaderOptions;
import wheelbase.requirements.RequirementEdit;
import wheelbase.survey.ProgressListener;
import wheelbase.syslibs.RuleBook;

/** What is told of a project before an index is asked. */
class ProjectOutlineTest {
  private static final Catalogue CATALOGUE = Catalogue.shipped();

  @TempDir Path project;

  @Test
  void theFilesThatAreReadAndTheOthers() throws IOException {
    put("requirements.txt", "-r base.txt\n-c limits.txt\nflask==3\n");
    put("base.txt", "gunicorn\nclick ; python_version<'3'\n");
    put("limits.txt", "click<9\n");
    put("requirements-dev.txt", "pytest\n");
    put("requirements/docs.txt", "sphinx\n");
    put("pyproject.toml", "[project]\nname = 'p'\ndependencies = []\n");
    ProjectOutline outline = look();
    assertThat(outline.requirementsFiles()).containsExactly("requirements.txt");
    assertThat(outline.because())
        .contains("requirements.txt is read: it is what pip is usually given");
    assertThat(outline.includedFiles()).containsExactly("base.txt", "limits.txt");
    assertThat(outline.otherFiles())
        .containsExactly("requirements-dev.txt", "requirements/docs.txt", "pyproject.toml");
    assertThat(outline.requirementCount()).isEqualTo(3);
    assertThat(outline.listings())
        .containsExactly(
            new Listing(
                "requirements.txt", List.of("-r base.txt", "-c limits.txt", "flask==3"), false),
            new Listing("base.txt", List.of("gunicorn", "click ; python_version<'3'"), false),
            new Listing("limits.txt", List.of("click<9"), false));
  }

  @Test
  void filesThatTheUserNamesNeedNoReason() throws IOException {
    put("requirements.txt", "flask\n");
    put("web.txt", "flask\n");
    ProjectOutline outline = wheelbase().look(request(List.of(Path.of("web.txt")), List.of()));
    assertThat(outline.requirementsFiles()).containsExactly("web.txt");
    assertThat(outline.because()).isEmpty();
    assertThat(outline.otherFiles()).containsExactly("requirements.txt");
  }

  @Test
  void wherePipWouldNotKnowWhichTheyAreAllNamed() throws IOException {
    put("requirements-web.txt", "flask\n");
    put("requirements-worker.txt", "celery\n");
    ProjectOutline outline = look();
    assertThat(outline.requirementsFiles()).isEmpty();
    assertThat(outline.otherFiles())
        .containsExactly("requirements-web.txt", "requirements-worker.txt");
    assertThat(outline.diagnostics())
        .extracting(Diagnostic::id)
        .containsExactly("several-requirements-files");
  }

  @Test
  void aFileFarBelowIsACandidateOfItsProject() throws IOException {
    put("service/requirements.txt", "flask\n");
    put("service/requirements-dev.txt", "pytest\n");
    ProjectOutline outline = look();
    assertThat(outline.requirementsFiles()).containsExactly("service/requirements.txt");
    assertThat(outline.otherFiles()).containsExactly("service/requirements-dev.txt");
  }

  @Test
  void anEmptyDirectoryIsNoException() {
    ProjectOutline outline = look();
    assertThat(outline.requirementsFiles()).isEmpty();
    assertThat(outline.otherFiles()).isEmpty();
    assertThat(outline.diagnostics())
        .extracting(Diagnostic::id)
        .containsExactly("no-requirements-file");
    assertThat(outline.listings()).isEmpty();
  }

  @Test
  void faultsPointIntoTheListings() throws IOException {
    put("requirements.txt", "flask\n--index-url https://me:secret@index.test/\nflask=3\n");
    ProjectOutline outline = look();
    Diagnostic fault = outline.diagnostics().get(0);
    assertThat(outline.listings().get(0).lines().get(fault.place().orElseThrow().line() - 1))
        .isEqualTo("flask=3");
    assertThat(outline.listings().get(0).lines().get(1)).doesNotContain("secret");
  }

  @Test
  void aListingIsBounded() throws IOException {
    put("requirements.txt", "# x\n".repeat(20_000));
    assertThat(look().listings().get(0).cut()).isTrue();
    assertThat(look().listings().get(0).lines()).hasSize(10_000);
    put("requirements.txt", "# " + "x".repeat(5_000));
    assertThat(look().listings().get(0).cut()).isTrue();
    assertThat(look().listings().get(0).lines().get(0)).hasSize(2_000);
  }

  @Test
  void whatIsSaidOfPythonAndWhichSeriesThatIs() throws IOException {
    put("requirements.txt", "flask\n");
    put(".python-version", "3.12\n");
    put("pyproject.toml", "[project]\nname = 'p'\nrequires-python = '>=3.11,<3.14'\n");
    ProjectOutline outline = look();
    assertThat(outline.pythonDeclarations())
        .extracting(
            each -> each.declaration().place().file() + ":" + each.declaration().place().line(),
            each -> each.declaration().text(),
            ProjectOutline.DeclaredPython::series)
        .containsExactly(
            tuple(".python-version:1", "3.12", List.of("3.12")),
            tuple("pyproject.toml:3", ">=3.11,<3.14", List.of("3.11", "3.12", "3.13")));
    assertThat(outline.declares("3.12")).isTrue();
    assertThat(outline.declares("3.13")).isFalse();
  }

  @Test
  void whichPythonsThereAreAndWhichAreLookedAfter() {
    assertThat(look().pythons())
        .extracting(ProjectOutline.PythonSeries::series, ProjectOutline.PythonSeries::pastEndOfLife)
        .startsWith(tuple("3.10", true), tuple("3.11", false))
        .hasSameSizeAs(CATALOGUE.seriesList());
  }

  @Test
  void theApplicationAsFarAsTheRequirementsTell() throws IOException {
    put("requirements.txt", "flask\ngunicorn\n");
    put("app.py", "from flask import Flask\napp = Flask(__name__)\n");
    assertThat(look().application().framework()).isEqualTo(Framework.FLASK);
    assertThat(look().application().entryPoint()).contains("app:app");
    assertThat(look().application().server()).contains("gunicorn");
  }

  @Test
  void editsAreSeen() throws IOException {
    put("requirements.txt", "flask==2\n");
    ProjectOutline outline =
        wheelbase().look(request(List.of(), List.of(RequirementEdit.parse("flask:flask==3"))));
    assertThat(outline.listings().get(0).lines()).containsExactly("flask==3");
    assertThat(outline.requirements().requirements().get(0).text()).isEqualTo("flask==3");
  }

  @Test
  void anAnalysisReadsTheSame() throws Exception {
    put("requirements.txt", "-r base.txt\nflask=3\n");
    put("base.txt", "click\n");
    AnalysisRequest request = request(List.of(), List.of());
    Analysis analysis = wheelbase().analyse(request, ProgressListener.SILENT);
    assertThat(analysis.requirements()).usingRecursiveComparison().isEqualTo(look().requirements());
  }

  private ProjectOutline look() {
    return wheelbase().look(request(List.of(), List.of()));
  }

  private static Wheelbase wheelbase() {
    return new Wheelbase(
        options -> {
          throw new AssertionError("no index is asked");
        },
        RuleBook.shipped(Optional.empty()),
        CATALOGUE,
        FileReader.disk(),
        Map.of());
  }

  private AnalysisRequest request(List<Path> files, List<RequirementEdit> edits) {
    return new AnalysisRequest(
            project,
            Inputs.of(files, List.of(), ReaderOptions.NONE),
            ImageSelection.parse(CATALOGUE, "auto", Optional.empty()),
            List.of(Architecture.AMD64),
            Optional.empty(),
            false,
            LocalDate.of(2026, 11, 21),
            true)
        .withEdits(edits);
  }

  private void put(String name, String text) throws IOException {
    Path file = project.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
