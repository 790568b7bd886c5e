package wheelbase.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wheelbase.Analysis;
import wheelbase.audit.Audit;
import wheelbase.audit.Finding;
import wheelbase.audit.FindingTitles;
import wheelbase.dockerfile.syntax.DockerfileReader;
import wheelbase.testing.AnalysisBuilder;
import wheelbase.testing.Golden;
import wheelbase.testing.Schema;

/** What an audit says, to people, programs and code scanners. */
class AuditReportTest {
  private static final String BAD =
      """
      FROM python:3.12
      ENV DB_PASSWORD=hunter2
      WORKDIR /app
      COPY . .
      RUN apt-get update && apt-get install -y gcc libgl1-mesa-glx
      RUN pip install -r requirements.txt
      CMD gunicorn app:app --bind 0.0.0.0:8000
      """;

  private static Audit bad() {
    AnalysisBuilder drawn =
        new AnalysisBuilder()
            .bases("3.12", "slim-trixie", "trixie")
            .line(1, "flask")
            .candidate("slim-trixie", 150)
            .candidate("trixie", 1150);
    drawn.adds("flask", "3.0.3");
    return audit(BAD, Optional.of(drawn.build()));
  }

  private static Audit audit(String text, Optional<Analysis> analysis) {
    return Audit.of(
        DockerfileReader.read("docker files/Dockerfile", text),
        false,
        analysis,
        (name, version, target, distribution) -> Set.of(),
        LocalDate.of(2026, 9, 1));
  }

  @Test
  void textForPeople() throws IOException {
    Golden.assertMatches("report/audit.txt", new AuditText(Style.PLAIN).of(bad()));
  }

  @Test
  void nothingToSay() {
    Audit good = audit("FROM scratch\nCMD [\"x\"]\n", Optional.empty());
    assertThat(new AuditText(Style.PLAIN).of(good))
        .isEqualTo("Nothing to find fault with in docker files/Dockerfile\n");
  }

  @Test
  void jsonAsTheSchemaHasIt() throws IOException {
    JsonNode json = Schema.assertValid(AuditJson.of(bad(), List.of()));
    assertThat(json.at("/audit/findings").size())
        .isEqualTo(bad().findings().size())
        .isGreaterThan(8);
    assertThat(json.at("/audit/savings/then/on_disk").asLong()).isEqualTo(150_000_000L);
    assertThat(json.toString()).doesNotContain("hunter2");
    Schema.assertValid(AuditJson.of(audit("RUNN", Optional.empty()), List.of()));
  }

  @Test
  void sarifAsOasisHasIt() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
            .getSchema(
                mapper.readTree(
                    Path.of("src/test/resources/sarif/sarif-2.1.0-rtm.5.json").toFile()));
    for (Audit each :
        List.of(bad(), audit("RUNN", Optional.empty()), audit(BAD, Optional.empty()))) {
      JsonNode sarif = mapper.readTree(AuditSarif.of(each));
      assertThat(schema.validate(sarif)).isEmpty();
      assertThat(sarif.at("/runs/0/results").size()).isEqualTo(each.findings().size());
    }
    JsonNode broken = mapper.readTree(AuditSarif.of(bad()).replace("\"ruleId\"", "\"ruleIds\""));
    assertThat(schema.validate(broken)).isNotEmpty();
  }

  @Test
  void editsOfSarifAreThoseOfTheFix() throws IOException {
    JsonNode sarif = new ObjectMapper().readTree(AuditSarif.of(bad()));
    JsonNode first = sarif.at("/runs/0/results/0/fixes/0/artifactChanges/0");
    assertThat(first.at("/artifactLocation/uri").asText()).isEqualTo("docker%20files/Dockerfile");
    assertThat(first.at("/replacements/0/insertedContent/text").asText())
        .isEqualTo("python:3.12-trixie");
    assertThat(first.at("/replacements/0/deletedRegion/endColumn").asInt()).isEqualTo(17);
  }

  @Test
  void everyIdHasATitleAndIsOnThePage() throws IOException {
    Set<String> written = new TreeSet<>();
    Pattern id = Pattern.compile("(?:error|warning|note)\\(\\s*\"([a-z]+(?:-[a-z]+)+)\"");
    Pattern passed = Pattern.compile("(?:fault|tell)\\(\\s*(?:audited, )?\"([a-z]+(?:-[a-z]+)+)\"");
    for (String directory : List.of("audit", "dockerfile/syntax")) {
      try (Stream<Path> files = Files.list(Path.of("src/main/java/wheelbase", directory))) {
        for (Path file : files.toList()) {
          for (Pattern each : List.of(id, passed)) {
            Matcher matcher = each.matcher(Files.readString(file));
            while (matcher.find()) {
              written.add(matcher.group(1));
            }
          }
        }
      }
    }
    assertThat(FindingTitles.all().keySet()).containsAll(written);
    String page = Files.readString(Path.of("src/site/markdown/audit.md"));
    for (Map.Entry<String, String> each : FindingTitles.all().entrySet()) {
      assertThat(page).contains("`" + each.getKey() + "`");
    }
    assertThat(bad().findings()).extracting(Finding::id).allMatch(FindingTitles.all()::containsKey);
  }
}
