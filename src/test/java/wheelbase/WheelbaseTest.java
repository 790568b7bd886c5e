package wheelbase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.baseimage.Catalogue;
import wheelbase.baseimage.ImageSelection;
import wheelbase.diagnostic.Blame;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.dockerfile.DockerfilePlan;
import wheelbase.dockerfile.GeneratedFile;
import wheelbase.platform.Architecture;
import wheelbase.platform.TargetPlatform;
import wheelbase.registry.Registry;
import wheelbase.requirements.FileReader;
import wheelbase.requirements.Inputs;
import wheelbase.requirements.ReaderOptions;
import wheelbase.requirements.RequirementEdit;
import wheelbase.survey.ProgressEvent;
import wheelbase.survey.ProgressListener;
import wheelbase.survey.RequirementPath;
import wheelbase.syslibs.RuleBook;
import wheelbase.testing.MiniIndex;
import wheelbase.wheels.Cure;
import wheelbase.wheels.Reason;
import wheelbase.wheels.Treatment;
import wheelbase.wheels.VerdictClass;

/** The whole road over drawn indexes. */
class WheelbaseTest {
  private static final Catalogue CATALOGUE = Catalogue.shipped();

  @TempDir Path project;

  @Test
  void aProjectOfWheelsAloneNeedsNoPackages() throws Exception {
    requirements("flask==3");
    Analysis analysis =
        analyse(MiniIndex.of("flask 3 -> click", "click 8"), "slim-bookworm,alpine3.24", "3.11");
    assertThat(analysis.failed()).isFalse();
    assertThat(analysis.targets())
        .extracting(target -> target.target().id())
        .containsExactly("cp311-manylinux_2_36_x86_64", "cp311-musllinux_1_2_x86_64");
    assertThat(analysis.packages())
        .extracting(
            row -> row.name().value(),
            row -> row.paths().stream().map(RequirementPath::blame).toList())
        .containsExactly(
            tuple(
                "click",
                List.of(
                    List.of(
                        new Blame("requirements.txt:1", "flask==3"),
                        new Blame("flask 3", "click")))),
            tuple("flask", List.of(List.of(new Blame("requirements.txt:1", "flask==3")))));
    assertThat(analysis.bases()).allSatisfy(base -> assertThat(base.buildPackages()).isEmpty());
    assertThat(analysis.cures()).isEmpty();
  }

  @Test
  void aSourceBuildBringsItsPackagesWithTheirReasons() throws Exception {
    requirements("psycopg2==2.9.9");
    Analysis analysis =
        analyse(
            MiniIndex.of("psycopg2 2.9.9 {compiles=C}", "psycopg2-binary 2.9.9"),
            "slim-bookworm,alpine3.24",
            "3.11");
    BaseAnalysis slim = analysis.bases().get(0);
    assertThat(slim.buildPackages())
        .extracting(each -> each.distributionPackage())
        .contains("gcc", "libc6-dev", "libpq-dev");
    assertThat(slim.runtimePackages())
        .extracting(each -> each.distributionPackage() + ": " + each.reason())
        .containsExactly("libpq5: psycopg2 2.9.9 is linked to libpq");
    assertThat(analysis.cures())
        .extracting(Cure::edit)
        .contains("psycopg2==2.9.9 -> psycopg2-binary==2.9.9");
  }

  /** Its rule, which is data, says that its extensions are left out. */
  @Test
  void whatIsLeftOutOfASourceBuildDoesNotCompile() throws Exception {
    requirements("mysql-connector==2.2.9");
    Analysis analysis =
        analyse(MiniIndex.of("mysql-connector 2.2.9 {compiles=C}"), "slim-bookworm", "3.11");
    assertThat(analysis.packages().get(0).verdicts().values())
        .allSatisfy(verdict -> assertThat(verdict.kind()).isEqualTo(VerdictClass.PURE_SDIST))
        .allSatisfy(
            verdict ->
                assertThat(verdict.reasons())
                    .extracting(Reason::message)
                    .contains("what it could compile is left out"));
    assertThat(analysis.cures()).isEmpty();
  }

  @Test
  void whatCannotBeInstalledOnMuslIsNamedAndSlimIsTaken() throws Exception {
    requirements("torch==2");
    Analysis analysis =
        analyse(
            MiniIndex.of("torch 2 {wheel=cp311-cp311-manylinux_2_28_x86_64}"),
            "slim-bookworm,alpine3.24",
            "3.11");
    assertThat(analysis.failed()).isFalse();
    assertThat(analysis.recommendation().orElseThrow().chosen().orElseThrow().image().variant())
        .isEqualTo("slim-bookworm");
    assertThat(analysis.recommendation().orElseThrow().slimOrAlpine().orElseThrow().sentence())
        .isEqualTo("Alpine cannot run it: torch 2 has no musllinux wheel and no sdist");
  }

  @Test
  void requirementsThatGoNowhereAreAnErrorThatNamesTheLines() throws Exception {
    requirements("a==1", "b==1");
    Analysis analysis = analyse(MiniIndex.of("a 1", "b 1 -> a==2", "a 2"), "slim-bookworm", "3.11");
    assertThat(analysis.failed()).isTrue();
    assertThat(analysis.diagnostics().get(0).message())
        .contains("requirements.txt:1", "requirements.txt:2", "a==2");
  }

  @Test
  void aPackageOutsideTheIndexIsShownAndGitIsInTheBuilder() throws Exception {
    requirements("a==1", "tool @ git+https://index.test/tool.git@v1");
    Analysis analysis = analyse(MiniIndex.of("a 1"), "slim-bookworm", "3.11");
    assertThat(analysis.packages())
        .extracting(row -> row.name().value())
        .containsExactly("a", "tool");
    assertThat(analysis.bases().get(0).buildPackages())
        .extracting(each -> each.distributionPackage())
        .contains("git");
    assertThat(analysis.diagnostics()).extracting(Diagnostic::id).contains("outside-the-index");
  }

  @Test
  void thePythonThatTheProjectDeclaresIsTaken() throws Exception {
    requirements("a==1");
    Files.writeString(project.resolve(".python-version"), "3.12\n");
    Analysis analysis = analyse(MiniIndex.of("a 1"), "slim-bookworm", "");
    assertThat(analysis.targets().get(0).target().python().series()).isEqualTo("3.12");
    assertThat(analysis.pythonBecause()).contains("found in .python-version");
  }

  @Test
  void withoutADeclarationTheNewestPythonWithWheelsIsChosen() throws Exception {
    requirements("a==1");
    MiniIndex index =
        MiniIndex.of("a 1 {wheel=cp313-cp313-manylinux_2_28_x86_64}", "a 1 {compiles=C}");
    assertThat(analyse(index, "slim-bookworm", "").targets().get(0).target().python().series())
        .isEqualTo("3.13");
  }

  @Test
  void aMissingFileIsAnErrorNotAnException() throws Exception {
    Analysis analysis = analyse(MiniIndex.of(), "slim-bookworm", "3.11");
    assertThat(analysis.failed()).isTrue();
    assertThat(analysis.diagnostics())
        .extracting(Diagnostic::id)
        .containsExactly("no-requirements-file");
  }

  @Test
  void theSameProjectGivesTheSameAnalysis() throws Exception {
    requirements("psycopg2==2.9.9", "flask");
    MiniIndex index =
        MiniIndex.of(
            "psycopg2 2.9.9 {compiles=C}", "psycopg2-binary 2.9.9", "flask 3 -> click", "click 8");
    assertThat(analyse(index, "auto", "3.12"))
        .usingRecursiveComparison()
        .isEqualTo(analyse(index, "auto", "3.12"));
  }

  @Test
  void theStagesAreAnnounced() throws Exception {
    requirements("a");
    List<String> stages = new ArrayList<>();
    ProgressListener listener =
        new ProgressListener() {
          @Override
          public void stage(String name) {
            stages.add(name);
          }
        };
    wheelbase(MiniIndex.of("a 1")).analyse(request("slim-bookworm", "3.11"), listener);
    assertThat(stages)
        .startsWith("reading requirements")
        .contains("resolving for 1 target")
        .endsWith("trying cures");
  }

  @Test
  void everyTargetPinAndVerdictIsToldAsItIsKnown() throws Exception {
    requirements("psycopg2==2.9.9");
    List<ProgressEvent> events = Collections.synchronizedList(new ArrayList<>());
    MiniIndex index = MiniIndex.of("psycopg2 2.9.9 {compiles=C}", "psycopg2-binary 2.9.9");
    wheelbase(index)
        .analyse(request("slim-bookworm,slim-trixie,bookworm", "3.11"), listener(events));
    List<String> told = events.stream().map(WheelbaseTest::described).toList();
    assertThat(told)
        .startsWith("chosen cp311-manylinux_2_36_x86_64, cp311-manylinux_2_41_x86_64")
        .endsWith("cures of psycopg2: twin 1/1")
        .containsSubsequence(
            "begun cp311-manylinux_2_36_x86_64",
            "pinned cp311-manylinux_2_36_x86_64 psycopg2",
            "judged cp311-manylinux_2_36_x86_64 psycopg2 2.9.9 source-build")
        .containsSubsequence("done 1/2", "done 2/2")
        .doesNotHaveDuplicates();
    assertThat(told).hasSize(10);
  }

  private static ProgressListener listener(List<ProgressEvent> events) {
    return new ProgressListener() {
      @Override
      public void happened(ProgressEvent event) {
        events.add(event);
      }
    };
  }

  private static String described(ProgressEvent event) {
    if (event instanceof ProgressEvent.TargetsChosen chosen) {
      return "chosen "
          + String.join(", ", chosen.targets().stream().map(TargetPlatform::id).toList());
    } else if (event instanceof ProgressEvent.TargetBegun begun) {
      return "begun " + begun.target().id();
    } else if (event instanceof ProgressEvent.TargetPinned pinned) {
      return "pinned "
          + pinned.target().id()
          + " "
          + pinned.resolution().resolved().orElseThrow().pins().firstKey();
    } else if (event instanceof ProgressEvent.TargetDone done) {
      return "done " + done.done() + "/" + done.all();
    } else if (event instanceof ProgressEvent.Judged judged) {
      return "judged "
          + judged.target().id()
          + " "
          + judged.name()
          + " "
          + judged.version().orElseThrow()
          + " "
          + judged.verdict().id();
    } else if (event instanceof ProgressEvent.CuresSought cures) {
      return "cures of "
          + cures.name()
          + ": "
          + String.join(", ", cures.found().stream().map(Cure::id).toList())
          + " "
          + cures.done()
          + "/"
          + cures.all();
    }
    return event.toString();
  }

  @Test
  void aCureThatIsTakenIsSeenByTheWholeRoadAndItsEditIsHandedOn() throws Exception {
    requirements("psycopg2==2.9.9  # the database");
    MiniIndex index = MiniIndex.of("psycopg2 2.9.9 {compiles=C}", "psycopg2-binary 2.9.9");
    Analysis before = analyse(index, "slim-bookworm", "3.11");
    RequirementEdit edit =
        before.cures().stream()
            .filter(cure -> cure.id().equals("twin"))
            .map(Cure::treatment)
            .map(Treatment.EditRequirements.class::cast)
            .findFirst()
            .orElseThrow()
            .edits()
            .get(0);
    assertThat(edit).hasToString("psycopg2:psycopg2-binary==2.9.9");
    Analysis after =
        wheelbase(index)
            .analyse(
                request("slim-bookworm", "3.11").withEdits(List.of(edit)), ProgressListener.SILENT);
    Path file = project.toAbsolutePath().normalize().resolve("requirements.txt");
    assertThat(after.editedFiles())
        .containsExactly(Map.entry(file, "psycopg2-binary==2.9.9  # the database\n"));
    assertThat(after.packages())
        .extracting(row -> row.name().value())
        .containsExactly("psycopg2-binary");
    assertThat(after.bases().get(0).buildPackages()).isEmpty();
    ImageChoices usual = ImageChoices.usual();
    DockerfilePlan plan = ImagePlanner.plan(after, after.bases().get(0), usual, false);
    assertThat(ImagePlanner.files(after, usual, plan))
        .contains(
            new GeneratedFile(
                "requirements.txt",
                "psycopg2-binary==2.9.9  # the database\n",
                GeneratedFile.Existing.IS_REPLACED));
    assertThat(file).hasContent("psycopg2==2.9.9  # the database");
  }

  @Test
  void editsThatFreeABaseTogetherAreTriedTogether() throws Exception {
    requirements("speedy==2", "swift>=1");
    Analysis analysis =
        analyse(
            MiniIndex.of("speedy 2.1", "speedy 2 {compiles=C}", "swift 2 {compiles=C}", "swift 1"),
            "slim-bookworm,alpine3.24",
            "3.11");
    assertThat(analysis.cures())
        .extracting(Cure::id, Cure::edit, Cure::effect)
        .containsExactly(
            tuple("bound", "swift>=1 -> swift<=1,>=1", "in range, but another major release"),
            tuple("together", "2 edits", "bookworm and Alpine get clean"),
            tuple("other-version", "speedy==2 -> speedy==2.1", "only this line forbids it"));
  }

  @Test
  void anotherPythonOrFewerArchitecturesAreSaidOnceForAllThatTheyCure() throws Exception {
    requirements("speedy==2", "swift==1");
    MiniIndex index =
        MiniIndex.of(
            "speedy 2 {wheel=cp311-cp311-manylinux_2_28_x86_64}",
            "speedy 2 {wheel=cp312-cp312-manylinux_2_28_aarch64}",
            "speedy 2 {compiles=C}",
            "swift 1 {wheel=cp311-cp311-manylinux_2_28_x86_64}",
            "swift 1 {wheel=cp312-cp312-manylinux_2_28_aarch64}",
            "swift 1 {compiles=C}");
    AnalysisRequest both =
        new AnalysisRequest(
            project,
            Inputs.found(ReaderOptions.NONE),
            ImageSelection.parse(CATALOGUE, "slim-bookworm", Optional.of("3.11")),
            List.of(Architecture.AMD64, Architecture.ARM64),
            Optional.empty(),
            false,
            LocalDate.of(2026, 11, 21),
            true);
    assertThat(wheelbase(index).analyse(both, ProgressListener.SILENT).cures())
        .extracting(Cure::edit, cure -> cure.names().toString(), Cure::treatment)
        .containsExactly(
            tuple("Python 3.12", "[speedy, swift]", new Treatment.OtherPython("3.12")),
            tuple(
                "without arm64",
                "[speedy, swift]",
                new Treatment.FewerArchitectures(List.of(Architecture.AMD64))));
  }

  @Test
  void whereTimeRunsOutWhatWasNotTriedIsSaid() throws Exception {
    requirements("speedy==2");
    AtomicLong clock = new AtomicLong();
    Wheelbase hurried =
        new Wheelbase(
            options -> MiniIndex.of("speedy 2.1", "speedy 2 {compiles=C}"),
            RuleBook.shipped(Optional.empty()),
            CATALOGUE,
            FileReader.disk(),
            Map.of(),
            () -> clock.getAndAdd(Duration.ofMinutes(1).toNanos()),
            Registry.offline(),
            false);
    Analysis analysis = hurried.analyse(request("slim-bookworm", "3.11"), ProgressListener.SILENT);
    assertThat(analysis.cures()).isEmpty();
    assertThat(analysis.diagnostics())
        .extracting(Diagnostic::message)
        .contains("trying cures took over 30 seconds: none was sought for speedy");
  }

  private void requirements(String... lines) throws IOException {
    Files.writeString(project.resolve("requirements.txt"), String.join("\n", lines) + "\n");
  }

  private Analysis analyse(MiniIndex index, String bases, String pythons)
      throws InterruptedException {
    return wheelbase(index).analyse(request(bases, pythons), ProgressListener.SILENT);
  }

  private static Wheelbase wheelbase(MiniIndex index) {
    return new Wheelbase(
        options -> index,
        RuleBook.shipped(Optional.empty()),
        CATALOGUE,
        FileReader.disk(),
        Map.of());
  }

  private AnalysisRequest request(String bases, String pythons) {
    return new AnalysisRequest(
        project,
        Inputs.found(ReaderOptions.NONE),
        ImageSelection.parse(CATALOGUE, bases, Optional.of(pythons)),
        List.of(Architecture.AMD64),
        Optional.empty(),
        false,
        LocalDate.of(2026, 11, 21),
        true);
  }
}
