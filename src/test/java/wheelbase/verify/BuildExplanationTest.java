package wheelbase.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Architecture;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.PythonRelease;
import wheelbase.platform.TargetPlatform;
import wheelbase.syslibs.Artifact;
import wheelbase.syslibs.DraftRule;
import wheelbase.syslibs.LibraryNeeds;
import wheelbase.syslibs.RuleBook;

class BuildExplanationTest {
  private static final PythonRelease PYTHON = new PythonRelease(3, 13, 0);
  private static final RuleBook RULES = RuleBook.shipped(Optional.empty());

  @TempDir private Path directory;

  private static BuildExplanation explain(String name, String line) {
    return BuildExplanation.of(
        BuildLog.of(
                "Collecting %s==1.0\n%s\nERROR: Failed building wheel for %s\n"
                    .formatted(name, line, name))
            .faults(),
        RULES,
        Optional.of(DistributionRelease.DEBIAN_13),
        Optional.of(PYTHON));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fatal error: libpq-fe.h: No such file or directory | install libpq-dev in the build stage",
        "/usr/bin/ld: cannot find -lxslt | install libxslt1-dev in the build stage",
        "/bin/sh: 1: cargo: not found | install cargo-web and rustc-web in the build stage",
        "error: [Errno 2] No such file or directory: 'gcc' | install gcc and libc6-dev in the build stage",
        "fatal error: sqlcipher/sqlite3.h: No such file or directory | no package is known here that has it; `apt-file search` in the build stage names it",
        "OSError: [Errno 28] No space left on device | make room: images and build cache of the engine take the most",
      })
  void saysWhatHelps(String line, String hint) {
    Diagnostic finding = explain("a-package-without-rules", line).findings().get(0);
    assertThat(finding.hint()).contains(hint);
    assertThat(finding.message()).endsWith(line);
  }

  @Test
  void aDraftIsARuleThatTheRulesTakeAndThatAnswersRight() throws IOException {
    BuildExplanation why =
        explain(
            "a-package-without-rules",
            "x.c:1:1: fatal error: libpq-fe.h: No such file or directory");
    assertThat(why.drafts()).hasSize(1);
    DraftRule draft = why.drafts().get(0);
    JsonNode text = new ObjectMapper().readTree(draft.text());
    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(schema()))
                .validate(text))
        .isEmpty();
    assertThat(text.path("tests").path(0).toString())
        .isEqualTo(
            "{\"matches\":\"1.0\",\"artifact\":\"sdist\",\"on\":\"debian:13\","
                + "\"build\":[\"gcc\",\"libc6-dev\",\"libpq-dev\"],\"run\":[\"libpq5\"]}");

    Files.createDirectories(directory.resolve("packages"));
    Files.writeString(directory.resolve(draft.path()), draft.text());
    LibraryNeeds needs = needs(RuleBook.shipped(Optional.of(directory)), draft.name());
    assertThat(needs.known()).isTrue();
    assertThat(needs.buildTools()).containsExactly("c");
    assertThat(needs.buildLibraries()).containsExactly("libpq");
    assertThat(needs.runLibraries()).containsExactly("libpq");
  }

  private static Path schema() throws IOException {
    try (var files = Files.list(Path.of("rules-db/schema"))) {
      return files.filter(file -> file.toString().contains("package")).findFirst().orElseThrow();
    }
  }

  private static LibraryNeeds needs(RuleBook rules, PackageName name) {
    return rules.needs(
        name,
        Version.parse("1.0"),
        Artifact.SDIST,
        new TargetPlatform(PYTHON, DistributionRelease.DEBIAN_13.libc(), Architecture.AMD64),
        DistributionRelease.DEBIAN_13,
        Set.of(name));
  }

  @Test
  void whatTheRulesKnowIsKeptInADraft() {
    BuildExplanation why =
        BuildExplanation.of(
            BuildLog.of(
                    "Collecting psycopg2==2.9.10\nx.c:1:1: fatal error: krb5.h: No such file or"
                        + " directory\nERROR: Failed building wheel for psycopg2\n")
                .faults(),
            RULES,
            Optional.of(DistributionRelease.DEBIAN_13),
            Optional.of(PYTHON));
    assertThat(why.drafts().get(0).text()).contains("\"libpq\"", "\"krb5\"");
  }

  @Test
  void whereTheRulesKnowItAllThereIsNothingToDraft() {
    BuildExplanation why =
        BuildExplanation.of(
            BuildLog.of(
                    "Collecting psycopg2==2.9.10\nError: pg_config executable not found.\n"
                        + "ERROR: Failed to build 'psycopg2' when getting requirements\n")
                .faults(),
            RULES,
            Optional.of(DistributionRelease.DEBIAN_13),
            Optional.of(PYTHON));
    assertThat(why.drafts()).isEmpty();
    assertThat(why.findings()).extracting(Diagnostic::id).containsExactly("build-missing-tool");
  }

  @Test
  void withoutAReleaseNoPackageIsNamed() {
    BuildExplanation why =
        BuildExplanation.of(
            BuildLog.of("x.c:1:1: fatal error: libpq-fe.h: No such file or directory").faults(),
            RULES,
            Optional.empty(),
            Optional.empty());
    assertThat(why.findings().get(0).hint()).contains("`libpq` is the library that has it");
    assertThat(why.drafts()).isEmpty();
  }

  @Test
  void everyCauseHasItsWords() {
    for (BuildFault.Cause cause : BuildFault.Cause.values()) {
      BuildExplanation why =
          BuildExplanation.of(
              List.of(new BuildFault(cause, "x", "a line", Optional.empty(), Optional.empty())),
              RULES,
              Optional.of(DistributionRelease.ALPINE_3_24),
              Optional.empty());
      assertThat(why.findings()).hasSize(1);
      assertThat(why.findings().get(0).hint().isPresent())
          .isEqualTo(cause != BuildFault.Cause.UNKNOWN);
    }
  }
}
