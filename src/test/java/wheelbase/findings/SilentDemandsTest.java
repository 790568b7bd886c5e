package wheelbase.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.diagnostic.Blame;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Severity;
import wheelbase.testing.DrawnProject;
import wheelbase.testing.MiniIndex;

/** What a requirements file asks for without saying so. */
class SilentDemandsTest {
  @TempDir Path directory;

  @Test
  void theOldestPythonIsSaidWithTheLineToBlame() throws Exception {
    List<Diagnostic> found =
        project("app==1")
            .all(
                "needs-python",
                "app 1 -> graph>=3",
                "graph 3 {python=>=3.12}",
                "graph 2 {python=>=3.8}");
    assertThat(found)
        .extracting(Diagnostic::message)
        .containsExactly("this needs Python 3.12 or later: graph 3 wants Python >=3.12");
    assertThat(found.get(0).place().orElseThrow().line()).isEqualTo(1);
    assertThat(found.get(0).blame())
        .containsExactly(new Blame("requirements.txt:1", "app==1"), new Blame("app 1", "graph>=3"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          >=3.12          | this needs Python 3.12 or later
          <3.14           | this needs Python 3.13 or older
          >=3.12,<3.14    | this needs Python 3.12 or 3.13
          >=3.11,<3.14    | this needs Python 3.13 or older
          ==3.13.*        | this needs Python 3.13
          """)
  void theSpanIsSaidInAFewWords(String requiresPython, String sentence) throws Exception {
    assertThat(project("a==1").found("needs-python", "a 1 {python=" + requiresPython + "}"))
        .containsExactly(sentence + ": a 1 wants Python " + requiresPython);
  }

  @Test
  void ofARangeItIsSaidWhatItsMostLenientReleaseWants() throws Exception {
    assertThat(project("a>=1").found("needs-python", "a 1 {python=>=3.12}", "a 2 {python=>=3.13}"))
        .containsExactly(
            "this needs Python 3.12 or later: `a>=1` wants Python >=3.12 (its most lenient release, 1)");
  }

  @Test
  void aPythonThatSomeAdmittedReleaseTakesIsNotShutOut() throws Exception {
    assertThat(project("a").found("needs-python", "a 2 {python=>=3.13}", "a 1")).isEmpty();
    assertThat(project("a==1").found("needs-python", "a 1 {python=>=3.8}")).isEmpty();
  }

  @Test
  void linesThatLeaveNoPythonAreToldTogether() throws Exception {
    assertThat(
            project("a==1", "b==1")
                .found("needs-python", "a 1 {python=>=3.13}", "b 1 {python=<3.12}"))
        .containsExactly(
            "no Python goes with these lines: a 1 wants Python >=3.13, and b 1 wants Python"
                + " <3.12");
  }

  @Test
  void aDeclaredPythonThatTheFileShutsOutIsAContradiction() throws Exception {
    List<Diagnostic> found =
        project("a==1")
            .beside(".python-version", "3.11")
            .beside("pyproject.toml", "[project]", "name = 'x'", "requires-python = '>=3.10'")
            .all("python-contradicts", "a 1 {python=>=3.12}");
    assertThat(found)
        .extracting(Diagnostic::message)
        .containsExactly(
            "this says Python 3.11, and a 1 wants Python >=3.12",
            "this admits Python 3.10, and a 1 wants Python >=3.12");
    assertThat(found)
        .extracting(Diagnostic::severity)
        .containsExactly(Severity.WARNING, Severity.NOTE);
    assertThat(found.get(0).place().orElseThrow().file()).isEqualTo(".python-version");
  }

  @Test
  void aDependencyWithoutAHashIsNamedWhereItComesIn() throws Exception {
    MiniIndex index = MiniIndex.of("app 1 -> old; python_version < \"3.13\"", "old 2", "app 2");
    String hash = MiniIndex.digest("app-1-py3-none-any.whl");
    List<Diagnostic> found =
        project("app==1 --hash=sha256:" + hash)
            .on("slim-trixie", "3.12,3.13")
            .analysis(index)
            .diagnostics();
    assertThat(found)
        .filteredOn(each -> each.id().startsWith("hash"))
        .extracting(Diagnostic::id, Diagnostic::message)
        .containsExactly(
            tuple(
                "hash-missing",
                "old comes in on 3.12-slim-trixie and no line gives its hash: pip refuses it,"
                    + " since other lines have hashes\nold 2: old-2-py3-none-any.whl"));
  }

  @Test
  void aLineWithoutAHashBesideOthersIsNamed() throws Exception {
    String hash = MiniIndex.digest("app-1-py3-none-any.whl");
    List<Diagnostic> found =
        project("app==1 --hash=sha256:" + hash, "setuptools==2")
            .all("hash-missing", "app 1", "setuptools 2");
    assertThat(found)
        .extracting(Diagnostic::message)
        .containsExactly(
            "setuptools has no hash on its line: pip refuses it, since other lines have hashes\n"
                + "setuptools 2: setuptools-2-py3-none-any.whl");
    assertThat(found.get(0).place().orElseThrow().line()).isEqualTo(2);
    assertThat(found.get(0).hint().orElseThrow()).contains("--allow-unsafe");
  }

  @Test
  void hashesOfAnotherPythonsFileAreNamed() throws Exception {
    String hash = MiniIndex.digest("app-1-cp312-cp312-manylinux_2_17_x86_64.whl");
    List<Diagnostic> found =
        project("app==1 --hash=sha256:" + hash)
            .on("slim-trixie", "3.12,3.13")
            .all(
                "hash-of-another-file",
                "app 1 {wheel=cp312-cp312-manylinux_2_17_x86_64,"
                    + " wheel=cp313-cp313-manylinux_2_17_x86_64,"
                    + " wheel=cp313-cp313-manylinux_2_17_aarch64,"
                    + " wheel=cp312-cp312-manylinux_2_17_aarch64}");
    assertThat(found)
        .extracting(Diagnostic::message)
        .containsExactly(
            "app: the hashes are of other files than pip would take on 3.12-slim-trixie for arm64"
                + " and on 3.13-slim-trixie, so it refuses it\n"
                + "app 1: app-1-cp312-cp312-manylinux_2_17_aarch64.whl");
    assertThat(found.get(0).hint().orElseThrow()).contains("--universal --generate-hashes");
  }

  @Test
  void constraintsThatAreReadAsRequirementsAreSaid() throws Exception {
    assertThat(
            project("app")
                .file("constraints-3.13.txt", "app==1", "far==1", "off==2")
                .found("constraints-as-requirements", "app 1", "far 1", "off 2"))
        .containsExactly(
            "constraints-3.13.txt looks like constraints and is read as requirements: pip"
                + " installs all 3 pins, of which nothing else asks for 2");
  }

  @Test
  void pinsUnderAnotherNameAndConstraintsThatAllAreAskedForAreNot() throws Exception {
    assertThat(
            project("app==1", "far==1")
                .file("constraints.txt", "app==1")
                .found("constraints-as-requirements", "app 1", "far 1"))
        .isEmpty();
  }

  @Test
  void aVersionThatIsGoneIsToldWithItsNeighbours() throws Exception {
    List<Diagnostic> found =
        project("a==1.5")
            .all("pin-gone", "a 1.4", "a 1.6 {yanked=bad}", "a 1.7rc1", "a 1.8", "a 2");
    assertThat(found)
        .extracting(Diagnostic::message, each -> each.hint().orElseThrow())
        .containsExactly(
            tuple(
                "the index has no a 1.5: before it there is 1.4, after it 1.8",
                "a==1.8 is the nearest"));
    assertThat(found.get(0).place().orElseThrow().line()).isEqualTo(1);
  }

  @Test
  void aYankedPinIsToldWithTheReason() throws Exception {
    assertThat(project("a==1.5").found("pin-yanked", "a 1.4", "a 1.5 {yanked=broken build}"))
        .containsExactly(
            "a 1.5 was yanked (broken build), and pip takes it only because it is pinned: before"
                + " it there is 1.4");
    assertThat(project("a>=1.4").found("pin-yanked", "a 1.4", "a 1.5 {yanked}")).isEmpty();
  }

  @Test
  void aNameThatIsGoneIsNoMatterOfVersions() throws Exception {
    assertThat(project("a==1.5", "b").found("pin-gone", "b 1")).isEmpty();
  }

  @Test
  void aPatchReleaseThatChangesPinsIsNamed() throws Exception {
    assertThat(
            project("soup", "redis")
                .on("slim-bookworm", "3.11")
                .found(
                    "patch-release-changes-pins",
                    "soup 2 {python=>=3.11.5}",
                    "soup 1",
                    "redis 5 -> timeout; python_full_version < \"3.11.3\"",
                    "timeout 4"))
        .singleElement()
        .asString()
        .matches(
            "an older Python 3\\.11 gets other pins than 3\\.11\\.\\d+: soup 1 instead of 2 \\(before"
                + " 3\\.11\\.5\\) and timeout 4 besides \\(before 3\\.11\\.3\\)");
  }

  @Test
  void withoutAPatchReleaseInAnyConditionNothingIsResolvedOnceMore() throws Exception {
    MiniIndex index = MiniIndex.of("a 2 {python=>=3.11}", "a 1");
    assertThat(project("a").on("slim-bookworm", "3.11").analysis(index).diagnostics()).isEmpty();
    assertThat(index.metadataAsked()).isEqualTo(List.of("a-2-py3-none-any.whl"));
  }

  private DrawnProject project(String... lines) {
    return new DrawnProject(directory).lines(lines);
  }
}
