package wheelbase.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wheelbase.application.Framework;

class ExplanationTest {
  private static final DockerfileWriter WRITER = new DockerfileWriter();

  static Stream<DockerfilePlan> plans() {
    return GoldenDockerfileTest.requests().values().stream().map(Requests::plan);
  }

  @ParameterizedTest
  @MethodSource("plans")
  void theLinesAreTheFile(DockerfilePlan plan) {
    assertThat(
            WRITER.explained(plan).stream()
                .map(ExplainedLine::text)
                .collect(Collectors.joining("\n")))
        .isEqualTo(WRITER.write(plan));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void everyLineOfAnInstructionHasAReasonAndEveryOtherLineNoneOfItsOwn(DockerfilePlan plan) {
    List<ExplainedLine> lines = WRITER.explained(plan);
    for (int i = 0; i < lines.size(); i++) {
      ExplainedLine line = lines.get(i);
      if (line.isInstruction()) {
        assertThat(line.reasons()).as(line.text()).isNotEmpty().noneMatch(String::isBlank);
      } else if (line.text().isEmpty()) {
        assertThat(line.reasons()).isEmpty();
      } else {
        assertThat(line.reasons()).isIn(List.of(), lines.get(i + 1).reasons());
      }
    }
  }

  @Test
  void aDistributionPackageIsThereForThePackagesThatWantIt() {
    List<ExplainedLine> lines =
        WRITER.explained(
            Requests.bookworm()
                .build(
                    "gcc: psycopg2 2.9.11 compiles C",
                    "libpq-dev: psycopg2 2.9.11 is linked to libpq",
                    "g++: python-snappy 0.7.3 compiles C++",
                    "gcc: python-ldap 3.4.5 compiles C")
                .runtime("libpq5: psycopg2 2.9.11 is linked to libpq")
                .plan());
    assertThat(reasons(lines, "      gcc \\"))
        .containsExactly("psycopg2 2.9.11 compiles C", "python-ldap 3.4.5 compiles C");
    assertThat(reasons(lines, "      g++ \\")).containsExactly("python-snappy 0.7.3 compiles C++");
    assertThat(reasons(lines, "      libpq-dev"))
        .containsExactly("psycopg2 2.9.11 is linked to libpq");
    assertThat(reasons(lines, " && rm -rf /var/lib/apt/lists/*"))
        .containsExactly("The lists of packages stay out of the layer");
    assertThat(reasons(lines, "RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \\"))
        .containsExactly("A cache of the builder, in no layer: a later build downloads less");
  }

  @Test
  void aStageIsThereForItsPurpose() {
    List<ExplainedLine> lines = WRITER.explained(Requests.alpine().plan());
    assertThat(reasons(lines, "FROM python:3.13-alpine3.24 AS builder"))
        .containsExactly("builder installs the requirements; only /opt/venv leaves it");
    assertThat(reasons(lines, "# builder installs the requirements; only /opt/venv leaves it"))
        .isEqualTo(reasons(lines, "FROM python:3.13-alpine3.24 AS builder"));
  }

  @Test
  void whatSpeaksForItselfIsExplainedToo() {
    List<ExplainedLine> lines =
        WRITER.explained(
            Requests.slim()
                .application(Requests.web(Framework.FASTAPI, "api.main:service", "uvicorn"))
                .plan());
    assertThat(lines)
        .extracting(ExplainedLine::text)
        .contains(
            "ENV PATH=/opt/venv/bin:$PATH",
            "EXPOSE 8000",
            "COPY --from=builder /opt/venv /opt/venv");
    assertThat(reasons(lines, "EXPOSE 8000"))
        .containsExactly("Where the application listens, for docker run -P and for people");
  }

  private static List<String> reasons(List<ExplainedLine> lines, String text) {
    return lines.stream()
        .filter(line -> line.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no line " + text))
        .reasons();
  }
}
