package wheelbase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.baseimage.Catalogue;
import wheelbase.baseimage.ImageSelection;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.dockerfile.BuildChoices;
import wheelbase.dockerfile.DockerfilePlan;
import wheelbase.dockerfile.DockerfileWriter;
import wheelbase.dockerfile.GeneratedFile;
import wheelbase.platform.Architecture;
import wheelbase.requirements.FileReader;
import wheelbase.requirements.Inputs;
import wheelbase.requirements.ReaderOptions;
import wheelbase.requirements.RequirementEdit;
import wheelbase.requirements.Selection;
import wheelbase.survey.ProgressListener;
import wheelbase.survey.TargetAnalysis;
import wheelbase.syslibs.RuleBook;
import wheelbase.testing.MiniIndex;

/** From a lock file to the image: its pins are taken as they are, on each target its own. */
class LockedProjectTest {
  private static final String LOCK =
      """
      version = 1
      requires-python = ">=3.12"
      [[package]]
      name = "shop"
      version = "1"
      source = { virtual = "." }
      dependencies = [
          { name = "web" },
          { name = "old", marker = "platform_machine == 'aarch64'" },
      ]
      [package.optional-dependencies]
      mail = [{ name = "mailer" }]
      [package.metadata]
      requires-dist = [{ name = "web" }, { name = "old" }, { name = "mailer" }]
      [[package]]
      name = "web"
      version = "1"
      source = { registry = "https://index.test/simple" }
      dependencies = [{ name = "helper" }]
      [[package]]
      name = "helper"
      version = "1"
      source = { registry = "https://index.test/simple" }
      [[package]]
      name = "old"
      version = "1"
      source = { registry = "https://index.test/simple" }
      [[package]]
      name = "mailer"
      version = "1"
      source = { registry = "https://index.test/simple" }
      """;

  @TempDir private Path project;

  @BeforeEach
  void draw() throws IOException {
    Files.writeString(project.resolve("uv.lock"), LOCK);
    Files.writeString(
        project.resolve("pyproject.toml"),
        "[project]\nname = 'shop'\ndependencies = [\n  'web',\n  'old',\n]\n"
            + "[project.optional-dependencies]\nmail = ['mailer']\n");
  }

  private AnalysisRequest request(String python, Selection selection) {
    return new AnalysisRequest(
        project,
        Inputs.found(ReaderOptions.NONE).withSelection(selection),
        ImageSelection.parse(Catalogue.shipped(), "slim-trixie", Optional.of(python)),
        List.of(Architecture.values()),
        Optional.empty(),
        false,
        LocalDate.of(2026, 11, 21),
        true);
  }

  private static Wheelbase wheelbase() {
    return new Wheelbase(
        options ->
            MiniIndex.of(
                "web 2", "web 1 -> helper, unlocked", "helper 2", "helper 1", "old 1", "mailer 1"),
        RuleBook.shipped(Optional.empty()),
        Catalogue.shipped(),
        FileReader.disk(),
        Map.of());
  }

  private Analysis analyse(AnalysisRequest request) throws InterruptedException {
    return wheelbase().analyse(request, ProgressListener.SILENT);
  }

  private static Map<String, String> pins(TargetAnalysis target) {
    return target.resolution().resolved().orElseThrow().pins().values().stream()
        .collect(
            Collectors.toMap(pin -> pin.name().value(), pin -> pin.version().get().toString()));
  }

  private static List<String> ids(Analysis analysis) {
    return analysis.diagnostics().stream().map(Diagnostic::id).toList();
  }

  @Test
  void thePinsOfTheLockAreTakenAndNothingElse() throws InterruptedException {
    Analysis analysis = analyse(request("3.13", Selection.NONE));
    assertThat(pins(analysis.targets().get(0))).isEqualTo(Map.of("web", "1", "helper", "1"));
    assertThat(pins(analysis.targets().get(1)))
        .isEqualTo(Map.of("web", "1", "helper", "1", "old", "1"));
    assertThat(analysis.failed()).isFalse();
  }

  @Test
  void anExtraBringsItsOwn() throws InterruptedException {
    Selection mail = Selection.of(List.of("mail"), List.of());
    Analysis analysis = analyse(request("3.13", mail));
    assertThat(pins(analysis.targets().get(0))).containsKey("mailer");
    assertThat(dockerfile(analysis)).contains("--extra mail");
  }

  @Test
  void aPythonThatItWasNotMadeForIsSaid() throws InterruptedException {
    Analysis analysis = analyse(request("3.11", Selection.NONE));
    assertThat(ids(analysis)).contains("conflict");
    assertThat(analysis.diagnostics().get(0).message())
        .contains("uv.lock was made for Python >=3.12, not for 3.11.");
  }

  @Test
  void anEditIsRefusedWithTheCommandThatMakesIt() throws InterruptedException {
    AnalysisRequest request = request("3.13", Selection.NONE);
    Diagnostic refusal =
        analyse(request.withEdits(List.of(RequirementEdit.parse("helper:helper==2"))))
            .diagnostics()
            .get(0);
    assertThat(refusal.id()).isEqualTo("edit-locked");
    assertThat(refusal.hint())
        .hasValueSatisfying(hint -> assertThat(hint).endsWith("uv lock --upgrade-package helper"));
  }

  @Test
  void theImageIsInstalledFromTheLock() throws InterruptedException {
    assertThat(dockerfile(analyse(request("3.13", Selection.NONE))))
        .contains("COPY pyproject.toml uv.lock ./")
        .contains("uv sync --frozen --no-default-groups --no-install-project")
        .doesNotContain("requirements.txt");
  }

  @Test
  void withALockOfItsOwnItIsInstalledFromThatByPip() throws InterruptedException {
    Analysis analysis = analyse(request("3.13", Selection.NONE));
    assertThat(locked(analysis))
        .containsExactly("helper==1", "old==1 ; platform_machine == \"aarch64\"", "web==1");
    assertThat(
            dockerfile(
                analysis, ImageChoices.usual().withBuild(BuildChoices.usual().withLock(true))))
        .contains(
            "COPY requirements.lock ./", "install --require-hashes --no-deps -r requirements.lock")
        .doesNotContain("uv.lock", "uv sync");
  }

  @Test
  void whatAPyprojectSaysIsLockedToo() throws IOException, InterruptedException {
    Files.delete(project.resolve("uv.lock"));
    Files.writeString(
        project.resolve("pyproject.toml"),
        "[project]\nname = 'shop'\ndependencies = [\n"
            + "  'mailer',\n"
            + "  \"tool @ git+https://index.test/tool.git ; sys_platform == 'win32'\",\n]\n");
    Analysis analysis = analyse(request("3.13", Selection.NONE));
    assertThat(locked(analysis)).containsExactly("mailer==1");
    ImageChoices choices = ImageChoices.usual().withBuild(BuildChoices.usual().withLock(true));
    assertThat(dockerfile(analysis, choices))
        .contains("COPY requirements.lock ./")
        .doesNotContain("requirements.txt", "pyproject.toml", "git");
    assertThat(ImagePlanner.files(analysis, choices, plan(analysis, choices)))
        .extracting(GeneratedFile::name)
        .containsExactly("Dockerfile", ".dockerignore");
  }

  private static List<String> locked(Analysis analysis) {
    return ImagePlanner.lock(analysis, base(analysis), ReaderOptions.NONE)
        .value()
        .orElseThrow()
        .text()
        .lines()
        .filter(line -> line.matches("\\w.*"))
        .map(line -> line.replaceFirst(" \\\\$", ""))
        .toList();
  }

  private static BaseAnalysis base(Analysis analysis) {
    return ImagePlanner.base(analysis, ImageChoices.usual()).value().orElseThrow();
  }

  private static DockerfilePlan plan(Analysis analysis, ImageChoices choices) {
    return ImagePlanner.plan(analysis, base(analysis), choices, false);
  }

  private static String dockerfile(Analysis analysis) {
    return dockerfile(analysis, ImageChoices.usual());
  }

  private static String dockerfile(Analysis analysis, ImageChoices choices) {
    return new DockerfileWriter().write(plan(analysis, choices));
  }
}
