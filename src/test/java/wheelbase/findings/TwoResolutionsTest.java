package wheelbase.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.diagnostic.Blame;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.testing.DrawnProject;
import wheelbase.testing.MiniIndex;

/** What pip takes, held against what there are wheels of, on each target. */
class TwoResolutionsTest {
  private static final String BOTH_GLIBC =
      "wheel=cp313-cp313-manylinux_2_17_x86_64, wheel=cp313-cp313-manylinux_2_17_aarch64";
  private static final String BOTH_MUSL =
      "wheel=cp313-cp313-musllinux_1_2_x86_64, wheel=cp313-cp313-musllinux_1_2_aarch64";

  @TempDir Path directory;

  @Test
  void sdistsThatCompileAreToldFromThoseOfPythonAlone() throws Exception {
    assertThat(
            project("plain", "uwsgi", "other")
                .found("sdists", "plain 1 {sdist}", "other 2 {sdist}", "uwsgi 2.0 {compiles=C}"))
        .containsExactly(
            "of 3 sdists 2 are only Python (pip makes their wheels in seconds, no compiler),"
                + " 1 compiles: uwsgi (C)\nonly Python: other 2, plain 1\ncompile: uwsgi (C)");
  }

  @Test
  void whereAnSdistIsTakenOnSomeTargetsOnlyItIsSaidWhere() throws Exception {
    assertThat(
            project("plain", "fast")
                .found(
                    "sdists",
                    "plain 1 {sdist}",
                    "fast 2 {" + BOTH_GLIBC + "}",
                    "fast 2 {compiles=RUST}"))
        .containsExactly(
            "of 2 sdists 1 is only Python (pip makes their wheels in seconds, no compiler),"
                + " 1 compiles: fast (Rust) on alpine3.24\nonly Python: plain 1\n"
                + "compile on alpine3.24: fast (Rust)");
  }

  @Test
  void whereEveryWheelFitsNothingIsSaid() throws Exception {
    assertThat(project("a").analysis(MiniIndex.of("a 1")).diagnostics()).isEmpty();
  }

  @Test
  void aQuietDowngradeIsMeasuredInReleasesAndYears() throws Exception {
    List<Diagnostic> found =
        project("app")
            .all(
                "quiet-downgrade",
                "app 1 -> grpcio>=1",
                "grpcio 1.4 {compiles=CPLUSPLUS, uploaded=2025-11-01}",
                "grpcio 1.4 {" + BOTH_GLIBC + "}",
                "grpcio 1.3 {compiles=CPLUSPLUS, uploaded=2025-05-01}",
                "grpcio 1.3rc1 {compiles=CPLUSPLUS}",
                "grpcio 1.2 {sdist, yanked=broken}",
                "grpcio 1.1 {" + BOTH_GLIBC + ", " + BOTH_MUSL + ", uploaded=2024-01-15}");
    assertThat(found)
        .extracting(Diagnostic::message)
        .containsExactly(
            "with wheels only grpcio goes back from 1.4 to 1.1 on alpine3.24:"
                + " 2 releases, 1.8 years older\ngrpcio 1.4 has no wheel there");
    assertThat(found.get(0).blame())
        .containsExactly(new Blame("requirements.txt:1", "app"), new Blame("app 1", "grpcio>=1"));
  }

  @Test
  void theAgeIsLeftOutWhereTheIndexDoesNotTellIt() throws Exception {
    assertThat(project("a").found("quiet-downgrade", "a 2 {sdist}", "a 1"))
        .containsExactly(
            "with wheels only a goes back from 2 to 1: 1 release older\na 2 has no wheel there");
  }

  @Test
  void everyPackageInTheWayIsNamedWithWhatItNeeds() throws Exception {
    List<Diagnostic> found =
        project("psycopg2==2.9.11", "plain", "odd")
            .all(
                "wheels-only",
                "psycopg2 2.9.11 {compiles=C}",
                "plain 1 {sdist}",
                "odd 3 {compiles=CPLUSPLUS}");
    assertThat(found)
        .extracting(Diagnostic::message)
        .containsExactly(
            """
            with wheels only (--only-binary :all:) 3 packages are in the way: odd, plain and psycopg2
            odd 3: compiles; needs g++ gcc libc6-dev on trixie; g++ gcc musl-dev on alpine3.24; \
            no rule says which libraries besides
            plain 1: only Python: nothing but --no-binary for it
            psycopg2 2.9.11: compiles; needs gcc libc6-dev libpq-dev on trixie; \
            gcc libpq-dev musl-dev on alpine3.24""");
    assertThat(found.get(0).hint())
        .contains("--only-binary :all: --no-binary odd,plain,psycopg2 takes wheels of all others");
  }

  @Test
  void whatTheArchitecturesDoDifferentlyIsToldByKind() throws Exception {
    assertThat(
            project("one", "two", "three; platform_machine == 'x86_64'", "same")
                .on("slim-trixie", "3.13")
                .found(
                    "architectures-differ",
                    "one 1 {compiles=C}",
                    "one 1 {wheel=cp313-cp313-manylinux_2_17_x86_64}",
                    "two 2 {wheel=cp313-cp313-manylinux_2_17_x86_64}",
                    "two 1 {" + BOTH_GLIBC + "}",
                    "three 1",
                    "same 1"))
        .containsExactly(
            "one 1 has a wheel on amd64 and compiles on arm64",
            "three is installed on amd64 only",
            "two is 2 on amd64 and 1 on arm64");
  }

  @Test
  void packagesThatDifferAlikeAreToldTogether() throws Exception {
    assertThat(
            project("a", "b")
                .found(
                    "architectures-differ",
                    "a 1 {compiles=C}",
                    "a 1 {wheel=cp313-cp313-manylinux_2_17_x86_64}",
                    "b 1 {compiles=C}",
                    "b 1 {wheel=cp313-cp313-manylinux_2_17_x86_64}"))
        .containsExactly(
            "2 packages have a wheel on amd64 and compile on arm64, on slim-trixie: a and b");
  }

  @Test
  void wheelsThatTheNextPythonLacksAreNamed() throws Exception {
    assertThat(
            project("a", "b", "c")
                .found(
                    "newer-python-loses-wheels",
                    "a 1 {" + BOTH_GLIBC + ", " + BOTH_MUSL + "}",
                    "a 1 {compiles=C}",
                    "b 1 {wheel=cp313-abi3-manylinux_2_17_x86_64, sdist}",
                    "c 1"))
        .containsExactly(
            "1 pin has a wheel for Python 3.13 and none for 3.14: a 1\na 1 everywhere");
  }

  @Test
  void whatNothingFitsOfComesFirstAndItsCompanyIsCounted() throws Exception {
    List<Diagnostic> all =
        project("torch", "plain")
            .analysis(
                MiniIndex.of(
                    "torch 2 {" + BOTH_GLIBC + "} -> cuda",
                    "cuda 1 {" + BOTH_GLIBC + "}",
                    "plain 1 {sdist}"))
            .diagnostics();
    assertThat(all.get(0).id()).isEqualTo("nothing-fits");
    assertThat(all.get(0).message())
        .isEqualTo(
            "nothing fits on alpine3.24: torch 2 has no musllinux wheel and no sdist, nor has 1"
                + " package that comes with it\n"
                + "cuda 1: closest wheel: needs glibc, the image has musl\n"
                + "torch 2: closest wheel: needs glibc, the image has musl");
    assertThat(all.get(0).blame()).containsExactly(new Blame("requirements.txt:1", "torch"));
  }

  private DrawnProject project(String... lines) {
    return new DrawnProject(directory).lines(lines);
  }
}
