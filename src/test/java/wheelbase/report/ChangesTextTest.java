package wheelbase.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import wheelbase.Analysis;
import wheelbase.Changes;
import wheelbase.platform.Architecture;
import wheelbase.resolver.Step;
import wheelbase.testing.AnalysisBuilder;
import wheelbase.testing.Stories;
import wheelbase.wheels.VerdictClass;

/** What is said after a cure was taken. */
class ChangesTextTest {
  private static final List<Architecture> BOTH = List.of(Architecture.values());

  @Test
  void nothing() {
    Analysis analysis = grpcio("1.76.0", BOTH).build();
    assertThat(Changes.between(analysis, analysis).isNone()).isTrue();
    assertThat(ChangesText.sentences(analysis, analysis)).containsExactly("nothing changed");
  }

  @Test
  void anotherVersionWithAWheel() {
    assertThat(
            ChangesText.sentences(
                grpcio("1.76.0", BOTH).build(), grpcio("1.78.1", List.of()).build()))
        .containsExactly(
            "grpcio 1.76.0 becomes 1.78.1",
            "grpcio: compiles -> wheel on cp313 alpine3.24 amd64 and cp313 alpine3.24 arm64");
  }

  @Test
  void aTwin() {
    AnalysisBuilder before = bases();
    before.adds("psycopg2", "2.9.9").everywhere(VerdictClass.SOURCE_BUILD, "psycopg2-2.9.9.tar.gz");
    before.candidate("slim-trixie", 260, "psycopg2").candidate("alpine3.24", 200, "psycopg2");
    AnalysisBuilder after = bases();
    after.adds("psycopg2-binary", "2.9.9");
    after.candidate("slim-trixie", 255).candidate("alpine3.24", 150);
    assertThat(ChangesText.sentences(before.build(), after.build()))
        .containsExactly(
            "psycopg2 2.9.9 is gone",
            "psycopg2-binary 2.9.9 comes in",
            "python:3.13-alpine3.24 is recommended, not python:3.13-slim-trixie",
            "the image is 150 MB on disk, 110 MB less",
            "nothing compiles in it any more");
  }

  @Test
  void whatIsSoOnManyTargetsIsCounted() {
    AnalysisBuilder after = bases();
    after
        .adds("grpcio", "1.76.0")
        .on("slim-trixie", List.of(Architecture.ARM64), VerdictClass.SOURCE_BUILD, "g.tar.gz")
        .on("alpine3.24", BOTH, VerdictClass.SOURCE_BUILD, "g.tar.gz");
    assertThat(ChangesText.sentences(grpcio("1.76.0", List.of()).build(), withCandidates(after)))
        .containsExactly("grpcio: wheel -> compiles on 3 of 4 targets");
  }

  @Test
  void anotherPythonIsHeldAgainstTheOneBefore() {
    AnalysisBuilder before = new AnalysisBuilder().bases("3.14", "slim-trixie");
    before.adds("a", "1").everywhere(VerdictClass.SOURCE_BUILD, "a-1.tar.gz");
    before.candidate("slim-trixie", 200, "a");
    AnalysisBuilder after = new AnalysisBuilder().bases("3.13", "slim-trixie");
    after.adds("a", "1");
    after.candidate("slim-trixie", 200);
    assertThat(ChangesText.sentences(before.build(), after.build()))
        .containsExactly(
            "a: compiles -> wheel",
            "python:3.13-slim-trixie is recommended, not python:3.14-slim-trixie",
            "nothing compiles in it any more");
  }

  @Test
  void whereNothingRunsAnyMore() {
    AnalysisBuilder after = bases();
    after.adds("grpcio", "1.76.0");
    Step no = Stories.wants("requirements.txt", 1, "nowhere");
    after.conflict("3.13", "slim-trixie", no).conflict("3.13", "alpine3.24", no);
    assertThat(ChangesText.sentences(grpcio("1.76.0", List.of()).build(), after.build()))
        .contains("the project runs on none of these base images any more");
  }

  private static AnalysisBuilder bases() {
    return new AnalysisBuilder().bases("3.13", "slim-trixie", "alpine3.24");
  }

  /**
   * @param compiling the architectures on which it compiles on Alpine
   */
  private static AnalysisBuilder grpcio(String version, List<Architecture> compiling) {
    AnalysisBuilder drawn = bases();
    AnalysisBuilder.PackageBuilder grpcio = drawn.adds("grpcio", version);
    if (!compiling.isEmpty()) {
      grpcio.on("alpine3.24", compiling, VerdictClass.SOURCE_BUILD, "grpcio.tar.gz");
    }
    return drawn.candidate("slim-trixie", 246).candidate("alpine3.24", 240);
  }

  private static Analysis withCandidates(AnalysisBuilder drawn) {
    return drawn.candidate("slim-trixie", 246).candidate("alpine3.24", 240).build();
  }
}
