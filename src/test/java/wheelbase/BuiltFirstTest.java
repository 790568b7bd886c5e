package wheelbase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.baseimage.Candidate;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.dockerfile.PackageReason;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Architecture;
import wheelbase.report.AnalysisJson;
import wheelbase.report.CheckText;
import wheelbase.report.Style;
import wheelbase.report.WhyText;
import wheelbase.testing.DrawnProject;
import wheelbase.testing.MiniIndex;
import wheelbase.testing.Schema;
import wheelbase.wheels.Reason;
import wheelbase.wheels.Verdict;
import wheelbase.wheels.VerdictClass;

/** A source build that begins with others is said with all of them, wherever it is said. */
class BuiltFirstTest {
  private static final String[] PANDAS = {
    "pandas 1.5.3 {wheel=cp311-cp311-manylinux_2_17_aarch64,"
        + " compiles=C, builds=setuptools numpy cython}",
    "numpy 1.23.2 {wheel=cp311-cp311-manylinux_2_17_aarch64, compiles=C, builds=cython<3}",
    "cython 0.29",
    "cython 3",
    "setuptools 80"
  };

  @TempDir Path project;

  private Analysis analyse(String bases, MiniIndex index, String... lines)
      throws InterruptedException {
    return new DrawnProject(project)
        .lines(lines)
        .on(bases, "3.11")
        .on(Architecture.ARM64)
        .withoutCures()
        .analysis(index);
  }

  private static Verdict verdict(Analysis analysis) {
    return analysis.packages().get(0).verdicts().values().iterator().next();
  }

  private static Candidate candidate(Analysis analysis, boolean alpine) {
    return analysis.recommendation().orElseThrow().candidates().stream()
        .filter(each -> each.image().isAlpine() == alpine)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theVerdictSaysWhatIsBuiltFirst() throws Exception {
    Analysis analysis = analyse("alpine3.24", MiniIndex.of(PANDAS), "pandas");

    assertThat(verdict(analysis).kind()).isEqualTo(VerdictClass.SOURCE_BUILD);
    assertThat(verdict(analysis).reasons())
        .filteredOn(reason -> reason.id().equals("built-with"))
        .extracting(Reason::message)
        .containsExactly(
            "builds numpy 1.23.2 first, which has no wheel for Python 3.11 on musl arm64: about 4"
                + " minutes, with c, c++, pkg-config and openblas");
  }

  @Test
  void theBuildStageHasWhatBothNeedAndTheTimeIsThatOfBoth() throws Exception {
    Analysis analysis = analyse("alpine3.24", MiniIndex.of(PANDAS), "pandas");

    assertThat(analysis.bases().get(0).buildPackages())
        .contains(
            new PackageReason(
                "openblas-dev",
                "numpy 1.23.2, which pandas 1.5.3 is built with, is built against openblas"))
        .contains(new PackageReason("gcc", "pandas 1.5.3 is compiled"));
    assertThat(analysis.bases().get(0).runtimePackages())
        .extracting(PackageReason::distributionPackage)
        .doesNotContain("openblas");
    Candidate candidate = candidate(analysis, true);
    assertThat(candidate.sourceBuilds()).containsExactly("numpy", "pandas");
    CellNeeds needs =
        analysis.bases().get(0).needs(new PackageName("pandas"), Architecture.ARM64).orElseThrow();
    assertThat(needs.builtFirst()).containsOnlyKeys("numpy 1.23.2");
    assertThat(needs.buildPackages()).contains("openblas-dev");
    assertThat(candidate.buildSeconds())
        .isGreaterThanOrEqualTo(
            needs.builtFirst().get("numpy 1.23.2").seconds()
                + needs.buildTime().orElseThrow().seconds());
  }

  @Test
  void whatIsInstalledAndBuiltWithAnywayIsCountedOnce() throws Exception {
    Analysis analysis = analyse("alpine3.24", MiniIndex.of(PANDAS), "pandas", "numpy");
    Analysis alone = analyse("alpine3.24", MiniIndex.of(PANDAS), "pandas");

    assertThat(candidate(analysis, true).sourceBuilds()).containsExactly("numpy", "pandas");
    assertThat(candidate(analysis, true).buildSeconds())
        .isLessThan(candidate(alone, true).buildSeconds() + 60);
  }

  @Test
  void everyFaceSaysIt() throws Exception {
    Analysis analysis = analyse("slim-trixie,alpine3.24", MiniIndex.of(PANDAS), "pandas");

    assertThat(new CheckText(Style.PLAIN).of(analysis))
        .contains("cost 2 compiles")
        .contains("builds numpy 1.23.2 first")
        .contains("pandas 1.5.3 on alpine3.24 is built with numpy 1.23.2");
    assertThat(new WhyText(Style.PLAIN).of(analysis, new PackageName("pandas")))
        .contains("builds numpy 1.23.2 first")
        .contains("Built with   cython 3, numpy 1.23.2 (from its sdist), setuptools 80");
    assertThat(analysis.diagnostics())
        .filteredOn(diagnostic -> diagnostic.id().equals("built-first"))
        .extracting(Diagnostic::message)
        .containsExactly(
            "pandas 1.5.3 on alpine3.24 is built with numpy 1.23.2, which has no wheel there: 1"
                + " more source build, about 4 minutes\n"
                + "numpy 1.23.2 needs c, c++, pkg-config and openblas, about 4 minutes");
    var builds =
        Schema.assertValid(AnalysisJson.check(analysis, Optional.empty()))
            .at("/packages/0/build_requirements/cp311-musllinux_1_2_aarch64");
    assertThat(builds.at("/pins/cython").asText()).isEqualTo("3");
    assertThat(builds.at("/chain/0/name").asText()).isEqualTo("numpy");
    assertThat(builds.at("/chain/0/for").isNull()).isTrue();
    assertThat(builds.at("/chain").size()).isEqualTo(1);
  }

  @Test
  void aBuildThatCannotSucceedMakesThePackageUnusable() throws Exception {
    Analysis analysis =
        analyse(
            "slim-trixie,alpine3.24",
            MiniIndex.of(
                "strange 1 {wheel=py3-none-manylinux_2_17_aarch64, sdist, builds=torch}",
                "torch 2 {wheel=cp311-cp311-manylinux_2_28_aarch64}"),
            "strange");

    assertThat(candidate(analysis, true).unusable())
        .hasToString(
            "[strange 1 cannot be built there: its [build-system] wants torch; but torch 2 has no"
                + " file that fits the target]");
    assertThat(new CheckText(Style.PLAIN).of(analysis))
        .contains("strange 1 has no wheel that fits, and no build");
    assertThat(candidate(analysis, false).isPossible()).isTrue();
    Schema.assertValid(AnalysisJson.check(analysis, Optional.empty()));
  }

  @Test
  void anSdistOfPythonAloneCompilesWhereSomethingBeforeItDoes() throws Exception {
    Analysis analysis =
        analyse(
            "alpine3.24",
            MiniIndex.of("plain 1 {sdist, builds=oddity}", "oddity 1 {compiles=C}"),
            "plain");

    assertThat(verdict(analysis).kind()).isEqualTo(VerdictClass.UNKNOWN);
    assertThat(verdict(analysis).reasons())
        .extracting(Reason::message)
        .anySatisfy(
            message ->
                assertThat(message)
                    .startsWith("builds oddity 1 first")
                    .endsWith("which libraries"));
    assertThat(analysis.bases().get(0).buildPackages())
        .contains(new PackageReason("gcc", "oddity 1, which plain 1 is built with, is compiled"));
    assertThat(new CheckText(Style.PLAIN).of(analysis))
        .contains("of which no rule says what it needs")
        .doesNotContain("no rule says what its build needs");
  }

  @Test
  void whatABuildRunsIsInTheBuildStageAlone() throws Exception {
    Analysis analysis =
        analyse(
            "slim-trixie",
            MiniIndex.of("plain 1 {sdist, builds=python-magic}", "python-magic 0.4.27"),
            "plain");

    assertThat(analysis.bases().get(0).buildPackages())
        .containsExactly(
            new PackageReason(
                "libmagic1t64",
                "python-magic 0.4.27, which plain 1 is built with, needs it while the build"
                    + " runs"));
    assertThat(analysis.bases().get(0).runtimePackages()).isEmpty();
  }

  @Test
  void whereThereIsNoSdistNothingIsAsked() throws Exception {
    MiniIndex index = MiniIndex.of("numpy 2 {wheel=py3-none-any, sdist, builds=meson-python}");
    Analysis analysis = analyse("slim-trixie,alpine3.24", index, "numpy");

    assertThat(index.sdistsLookedInto()).isEmpty();
    assertThat(AnalysisJson.check(analysis, Optional.empty())).doesNotContain("build_requirements");
  }
}
