package wheelbase.baseimage;

import static org.assertj.core.api.Assertions.assertThat;
import static wheelbase.baseimage.Images.candidate;
import static wheelbase.baseimage.Images.conflicting;
import static wheelbase.baseimage.Images.impossible;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecommendationTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
  private static final Unusable TORCH =
      new Unusable("torch", "has no musllinux wheel and no sdist");

  private static Recommendation rank(Candidate... candidates) {
    return Recommendation.rank(List.of(candidates), TODAY);
  }

  private static void assertAnswer(
      Recommendation recommendation, String reference, String answer, String sentence) {
    assertThat(recommendation.chosen().map(chosen -> chosen.image().reference()))
        .contains(reference);
    assertThat(recommendation.slimOrAlpine().map(given -> given.answer().id())).contains(answer);
    assertThat(recommendation.slimOrAlpine().map(SlimOrAlpine::sentence)).contains(sentence);
  }

  private static List<String> order(Recommendation recommendation) {
    return recommendation.candidates().stream()
        .map(candidate -> candidate.image().reference().substring("python:".length()))
        .toList();
  }

  @Test
  void alpineThatCompilesMoreIsCountedOut() {
    assertAnswer(
        rank(
            candidate("3.13-slim-trixie", 246, 60, "psycopg2"),
            candidate(
                "3.13-alpine3.24", 180, 300, "psycopg2", "fastavro", "grpcio", "python-snappy")),
        "python:3.13-slim-trixie",
        "slim",
        "Alpine would save 66 MB and cost 3 compiles, about 4 minutes a build");
  }

  @Test
  void oneShortCompile() {
    assertAnswer(
        rank(
            candidate("3.13-slim-trixie", 150, 20),
            candidate("3.13-alpine3.24", 84, 60, "fastavro")),
        "python:3.13-slim-trixie",
        "slim",
        "Alpine would save 66 MB and cost 1 compile, about 40 seconds a build");
  }

  @Test
  void alpineThatCompilesWhatSlimCompiles() {
    assertAnswer(
        rank(
            candidate("3.13-slim-trixie", 150, 20, "psycopg2"),
            candidate("3.13-alpine3.24", 84, 20, "psycopg2")),
        "python:3.13-slim-trixie",
        "slim",
        "Alpine would save 66 MB and compile psycopg2 as slim does, but against a second C library");
  }

  @Test
  void alpineThatSavesAQuarterAndCompilesNothing() {
    assertAnswer(
        rank(candidate("3.13-slim-trixie", 161, 20), candidate("3.13-alpine3.24", 95, 20)),
        "python:3.13-alpine3.24",
        "alpine",
        "Alpine saves 41 % (66 MB) and compiles nothing");
  }

  @Test
  void alpineThatHasWheelsWhereSlimCompiles() {
    assertAnswer(
        rank(candidate("3.13-slim-trixie", 161, 20, "x"), candidate("3.13-alpine3.24", 95, 20)),
        "python:3.13-alpine3.24",
        "alpine",
        "Alpine saves 41 % (66 MB) and compiles nothing, slim compiles x");
  }

  @Test
  void aQuarterIsEnoughAndLessIsNot() {
    assertAnswer(
        rank(candidate("3.13-slim-trixie", 400, 20), candidate("3.13-alpine3.24", 300, 20)),
        "python:3.13-alpine3.24",
        "alpine",
        "Alpine saves 25 % (100 MB) and compiles nothing");
    assertAnswer(
        rank(candidate("3.13-slim-trixie", 400, 20), candidate("3.13-alpine3.24", 303, 20)),
        "python:3.13-slim-trixie",
        "slim",
        "Alpine would save only 24 % (97 MB), and compile nothing either");
  }

  @Test
  void alpineThatSavesNothing() {
    assertAnswer(
        rank(candidate("3.13-slim-trixie", 400, 20), candidate("3.13-alpine3.24", 400, 20)),
        "python:3.13-slim-trixie",
        "slim",
        "Alpine would save nothing");
    assertAnswer(
        rank(
            candidate("3.13-slim-trixie", 400, 20),
            candidate("3.13-alpine3.24", 420, 620, "a", "b")),
        "python:3.13-slim-trixie",
        "slim",
        "Alpine would be 20 MB larger and cost 2 compiles, about 10 minutes a build");
  }

  @Test
  void alpineThatCannotRunIt() {
    assertAnswer(
        rank(candidate("3.13-slim-trixie", 900, 20), impossible("3.13-alpine3.24", TORCH)),
        "python:3.13-slim-trixie",
        "slim",
        "Alpine cannot run it: torch has no musllinux wheel and no sdist");
    assertAnswer(
        rank(
            candidate("3.13-slim-trixie", 900, 20),
            impossible(
                "3.13-alpine3.24",
                TORCH,
                new Unusable("imgkit", "needs wkhtmltopdf, which is not packaged there"),
                new Unusable("jaxlib", "has no musllinux wheel and no sdist"))),
        "python:3.13-slim-trixie",
        "slim",
        "Alpine cannot run it: torch has no musllinux wheel and no sdist (and 2 more packages cannot be had)");
    assertAnswer(
        rank(
            candidate("3.13-slim-trixie", 900, 20),
            conflicting("3.13-alpine3.24", "a needs b<2, c needs b>=2")),
        "python:3.13-slim-trixie",
        "slim",
        "Alpine cannot run it: the requirements cannot be met there");
  }

  @Test
  void onlyAlpineCanRunIt() {
    assertAnswer(
        rank(
            impossible(
                "3.13-slim-trixie", new Unusable("x", "has no manylinux wheel and no sdist")),
            candidate("3.13-alpine3.24", 95, 90, "y")),
        "python:3.13-alpine3.24",
        "alpine",
        "Only Alpine can run it: on Debian x has no manylinux wheel and no sdist");
  }

  @Test
  void theNewerDebianUnlessItCompilesMore() {
    Recommendation even =
        rank(
            candidate("3.13-slim-bookworm", 120, 20, "x"),
            candidate("3.13-slim-trixie", 130, 20, "x"));
    assertThat(order(even)).containsExactly("3.13-slim-trixie", "3.13-slim-bookworm");
    Recommendation more =
        rank(
            candidate("3.13-slim-trixie", 120, 20, "x", "y"),
            candidate("3.13-slim-bookworm", 130, 20, "x"));
    assertThat(order(more)).containsExactly("3.13-slim-bookworm", "3.13-slim-trixie");
    Recommendation lacking =
        rank(
            impossible(
                "3.13-slim-trixie",
                new Unusable("pdfkit", "needs wkhtmltopdf, which is not packaged there")),
            candidate("3.13-slim-bookworm", 130, 20, "x", "y"));
    assertThat(order(lacking)).containsExactly("3.13-slim-bookworm", "3.13-slim-trixie");
  }

  @Test
  void fullImagesComeLastOfThoseThatWork() {
    Recommendation recommendation =
        rank(
            candidate("3.13-trixie", 1200, 20),
            impossible("3.13-slim-bookworm", TORCH),
            candidate("3.13-alpine3.24", 190, 60, "x"),
            candidate("3.13-slim-trixie", 250, 20, "x"));
    assertThat(order(recommendation))
        .containsExactly(
            "3.13-slim-trixie", "3.13-alpine3.24", "3.13-trixie", "3.13-slim-bookworm");
    assertThat(recommendation.candidates().get(2).reasons())
        .containsExactly(
            "carries compilers and headers that only a build stage needs",
            "compiles 1 fewer",
            "950 MB larger");
  }

  @Test
  void aFullImageIsTakenWhereNothingElseWasAskedAbout() {
    Recommendation recommendation = rank(candidate("3.13-trixie", 1200, 20));
    assertThat(order(recommendation)).containsExactly("3.13-trixie");
    assertThat(recommendation.chosen()).isPresent();
    assertThat(recommendation.slimOrAlpine()).isEmpty();
  }

  @Test
  void everyCandidateHasItsReasons() {
    Recommendation recommendation =
        rank(
            candidate("3.10-slim-trixie", 246, 60, "psycopg2"),
            candidate("3.10-slim-bookworm", 255, 90, "psycopg2", "fastavro"),
            candidate("3.10-alpine3.24", 180, 400, "psycopg2", "fastavro", "grpcio", "lxml", "x"),
            impossible("3.10-alpine3.23", TORCH));
    String python = "Python 3.10 has had no fixes since 2026-10-31";
    assertThat(recommendation.candidates())
        .extracting(Candidate::reasons)
        .containsExactly(
            List.of("compiles psycopg2", python),
            List.of(
                "compiles fastavro besides",
                "9 MB larger",
                python,
                "full support of bookworm ended on 2026-07-11,"
                    + " long-term support lasts until 2028-06-30"),
            List.of("compiles fastavro, grpcio and 2 others besides", "66 MB smaller", python),
            List.of("torch has no musllinux wheel and no sdist", python));
    assertThat(recommendation.chosen()).contains(recommendation.candidates().get(0));
  }

  @Test
  void saysWhyNothingNewerWasTaken() {
    Recommendation recommendation =
        rank(
            candidate("3.14-slim-trixie", 120, 20, "a", "b", "c", "d"),
            impossible(
                "3.13-slim-trixie",
                new Unusable("pdfkit", "needs wkhtmltopdf, which is not packaged there")),
            candidate("3.14-slim-bookworm", 120, 20, "x", "y"),
            candidate("3.13-slim-bookworm", 130, 20, "x"),
            candidate("3.13-alpine3.24", 130, 20));
    assertThat(recommendation.chosen().orElseThrow().image().reference())
        .isEqualTo("python:3.13-slim-bookworm");
    assertThat(recommendation.chosen().orElseThrow().reasons())
        .containsExactly(
            "compiles x",
            "Python 3.14 would compile y besides",
            "slim-trixie cannot run it: pdfkit needs wkhtmltopdf, which is not packaged there",
            "full support of bookworm ended on 2026-07-11,"
                + " long-term support lasts until 2028-06-30");
  }

  @Test
  void namesWhatSpeaksAgainstAlpine() {
    Recommendation compiling =
        rank(
            candidate("3.13-slim-trixie", 246, 60, "psycopg2"),
            candidate("3.13-alpine3.24", 180, 300, "psycopg2", "grpcio", "fastavro"));
    assertThat(compiling.slimOrAlpine().orElseThrow().blockers())
        .containsExactly("fastavro", "grpcio");
    Recommendation lacking =
        rank(candidate("3.13-slim-trixie", 900, 20), impossible("3.13-alpine3.24", TORCH));
    assertThat(lacking.slimOrAlpine().orElseThrow().blockers()).containsExactly("torch");
  }

  @Test
  void longTermSupportEndsToo() {
    Recommendation recommendation =
        Recommendation.rank(
            List.of(candidate("3.13-slim-bookworm", 130, 20)), LocalDate.parse("2028-07-01"));
    assertThat(recommendation.candidates().get(0).reasons())
        .containsExactly("nothing compiles", "full support of bookworm ended on 2026-07-11");
  }

  @Test
  void nothingRunsIt() {
    Recommendation recommendation =
        rank(
            conflicting("3.13-slim-trixie", "a needs b<2, c needs b>=2"),
            impossible("3.13-alpine3.24", TORCH));
    assertThat(recommendation.chosen()).isEmpty();
    assertThat(recommendation.candidates())
        .extracting(Candidate::reasons)
        .containsExactly(
            List.of("the requirements cannot be met there"),
            List.of("torch has no musllinux wheel and no sdist"));
    assertThat(rank().chosen()).isEmpty();
  }

  @Test
  void theNewestPythonWithTheFewestCompiles() {
    assertThat(
            PythonPreference.series(
                List.of(
                    candidate("3.12-slim-trixie", 120, 20),
                    candidate("3.13-slim-trixie", 120, 20),
                    candidate("3.14-slim-trixie", 120, 20, "grpcio")),
                TODAY))
        .contains("3.13");
    assertThat(
            PythonPreference.series(
                List.of(
                    impossible("3.14-slim-trixie", TORCH),
                    impossible("3.13-slim-trixie", TORCH),
                    candidate("3.12-slim-trixie", 120, 20, "a", "b"),
                    candidate("3.10-slim-trixie", 120, 20)),
                TODAY))
        .contains("3.12");
    assertThat(PythonPreference.series(List.of(impossible("3.14-trixie", TORCH)), TODAY))
        .isEqualTo(Optional.empty());
  }

  @Test
  void aPythonThatRunsOnAlpineOnlyIsBetterThanNone() {
    Recommendation recommendation =
        rank(impossible("3.14-slim-trixie", TORCH), candidate("3.13-alpine3.24", 95, 20));
    assertThat(order(recommendation)).containsExactly("3.13-alpine3.24", "3.14-slim-trixie");
  }

  @Test
  void ofSeveralPythonsTheBestLeads() {
    Recommendation recommendation =
        rank(
            candidate("3.14-slim-trixie", 120, 20, "grpcio"),
            candidate("3.14-alpine3.24", 50, 20),
            candidate("3.13-slim-trixie", 120, 20),
            candidate("3.13-alpine3.24", 110, 20));
    assertThat(order(recommendation))
        .containsExactly(
            "3.13-slim-trixie", "3.13-alpine3.24", "3.14-slim-trixie", "3.14-alpine3.24");
  }
}
