package wheelbase.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wheelbase.Analysis;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.dockerfile.FileChange;
import wheelbase.dockerfile.GeneratedFile;
import wheelbase.pep508.PackageName;
import wheelbase.testing.AnalysisBuilder;
import wheelbase.testing.Golden;
import wheelbase.testing.Schema;

class AnalysisJsonTest {
  private static final Optional<Instant> CUTOFF =
      Optional.of(Instant.parse("2026-11-21T00:00:00Z"));

  @Test
  void checkPrintsEverything() throws IOException {
    String json = AnalysisJson.check(Projects.karapace().build(), CUTOFF);
    JsonNode whole = Schema.assertValid(json);
    assertThat(names(whole))
        .containsExactly(
            "schema",
            "project",
            "index",
            "targets",
            "resolutions",
            "packages",
            "downgrades",
            "cures",
            "recommendation",
            "diagnostics");
    Golden.assertMatches("report/check.json", json);
  }

  @Test
  void theOthersPrintPartsOfItUnderTheSameNames() throws IOException {
    Analysis analysis = Projects.karapace().build();
    JsonNode whole = Schema.assertValid(AnalysisJson.check(analysis, CUTOFF));
    JsonNode wheels = Schema.assertValid(AnalysisJson.wheels(analysis, CUTOFF));
    for (String part : names(wheels)) {
      assertThat(wheels.get(part)).as(part).isEqualTo(whole.get(part));
    }
    JsonNode why =
        Schema.assertValid(AnalysisJson.why(analysis, new PackageName("fastavro"), CUTOFF));
    assertThat(why.get("packages")).hasSize(1);
    assertThat(whole.get("packages")).contains(why.get("packages").get(0));
    assertThat(why.get("downgrades")).isEqualTo(whole.get("downgrades"));
    GeneratedFile file = new GeneratedFile("Dockerfile", "FROM scratch\n", false);
    FileChange change = new FileChange(file, FileChange.Kind.NEW, List.of());
    JsonNode generated =
        Schema.assertValid(
            AnalysisJson.generate(
                analysis, List.of(), List.of(change), List.of("python:3.13-slim-trixie"), CUTOFF));
    assertThat(generated.get("recommendation")).isEqualTo(whole.get("recommendation"));
    assertThat(generated.at("/files/0/text").asText()).isEqualTo("FROM scratch\n");
  }

  @Test
  void aConflictIsTextOnItsTargetsAndNullElsewhere() throws IOException {
    JsonNode json = Schema.assertValid(AnalysisJson.check(Projects.many(), Optional.empty()));
    JsonNode musl = json.at("/resolutions/cp312-musllinux_1_2_x86_64");
    assertThat(musl.get("conflict").asText()).contains("sqlalchemy").contains("\n");
    assertThat(musl.get("pins")).isEmpty();
    assertThat(musl.at("/story/0/kind").asText()).isEqualTo("wants");
    assertThat(musl.at("/story/0/place/line").asInt()).isEqualTo(4);
    assertThat(musl.at("/story/1/by").asText()).isEqualTo("apache-airflow 2.9.1");
    assertThat(musl.at("/story/1/requirement").asText()).isEqualTo("sqlalchemy<2.0,>=1.4.36");
    assertThat(json.at("/resolutions/cp313-musllinux_1_2_x86_64/conflict").isNull()).isTrue();
    assertThat(json.at("/index/cutoff").isNull()).isTrue();
  }

  @Test
  void whatCannotBeReadHasDiagnosticsAlone() throws IOException {
    Diagnostic error = Diagnostic.error("index-unreachable", "no answer").withHint("try again");
    JsonNode json = Schema.assertValid(AnalysisJson.diagnosticsOnly(List.of(error)));
    assertThat(names(json)).containsExactly("schema", "diagnostics");
    assertThat(json.at("/diagnostics/0/severity").asText()).isEqualTo("error");
    assertThat(json.at("/diagnostics/0/place").isNull()).isTrue();
  }

  @Test
  void theBytesAreAsciiWhateverComesIn() throws IOException {
    String json = AnalysisJson.check(Projects.hostile(), Optional.empty());
    Schema.assertValid(json);
    assertThat(json.chars()).allMatch(unit -> unit == '\n' || unit >= ' ' && unit < 0x7f);
  }

  @Test
  void anEmptyAnalysisIsValidToo() throws IOException {
    JsonNode json =
        Schema.assertValid(AnalysisJson.check(new AnalysisBuilder().build(), Optional.empty()));
    assertThat(json.get("recommendation").isNull()).isTrue();
  }

  @Test
  void theSchemaTestedAgainstKnowsEveryKey() {
    assertThatThrownBy(
            () ->
                Schema.assertValid(
                    "{\"schema\": \"wheelbase/1\", \"diagnostics\": [], \"other\": 1}"))
        .isInstanceOf(AssertionError.class);
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
