package wheelbase.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.engine.EngineKind;
import wheelbase.platform.DistributionRelease;
import wheelbase.syslibs.RuleBook;
import wheelbase.testing.Schema;
import wheelbase.verify.BuildExplanation;
import wheelbase.verify.BuildLog;
import wheelbase.verify.ProbeReport;
import wheelbase.verify.Reports;
import wheelbase.verify.StartReport;
import wheelbase.verify.Verification;

class VerifyReportTest {
  private static Verification built(
      Reports reports, Optional<StartReport> start, List<Diagnostic> findings) {
    ProbeReport report = reports.report();
    return new Verification(
        EngineKind.PODMAN,
        "4.3.1",
        List.of("docker: its daemon does not run"),
        34,
        Optional.of(
            new Verification.Proof(
                report,
                true,
                start,
                true,
                Optional.of(
                    new Verification.Prediction(187_000_000, 0.03, "python:3.13-slim-trixie")))),
        Optional.empty(),
        findings,
        List.of());
  }

  private static Verification failed() {
    BuildExplanation why =
        BuildExplanation.of(
            BuildLog.of(
                    "Collecting shop==1.0\nx.c:1:10: fatal error: libpq-fe.h: No such file or"
                        + " directory\nERROR: Failed building wheel for shop\n")
                .faults(),
            RuleBook.shipped(Optional.empty()),
            Optional.of(DistributionRelease.DEBIAN_13),
            Optional.empty());
    return new Verification(
        EngineKind.BUILDAH,
        "1.28.2",
        List.of(),
        12,
        Optional.empty(),
        Optional.of(why),
        why.findings(),
        why.drafts());
  }

  @Test
  void aProvenImageIsOneScreen() {
    String text =
        new VerifyText(Style.PLAIN)
            .of(
                built(
                    new Reports().installed("flask 3.1.0").installed("idna 3.10"),
                    Optional.of(Reports.healthy()),
                    List.of()),
                "Dockerfile");
    assertThat(text)
        .isEqualTo(
            """
            proven   Dockerfile, built by podman 4.3.1 in 34 seconds
              passed over   docker: its daemon does not run

              imports       2 packages import, on Python 3.13.2
              requirements  of 2 packages are met
              linkage       412 linked files read
              start         healthy after 1.2 s, ends when it is asked to
              size          188 MB on disk (187 MB predicted on python:3.13-slim-trixie,
                            +0.5 %)
              as            user 10001, on a read-only root, without a network
            """);
  }

  @Test
  void faultsAreCountedWhereTheyBelong() {
    String text =
        new VerifyText(Style.PLAIN)
            .of(
                built(
                    new Reports().broken("a 1.0", Reports.failure("ImportError", "no")),
                    Optional.of(Reports.ended(3, "no")),
                    List.of(
                        Diagnostic.note("import-wants-settings", "a note"),
                        Diagnostic.error("import-fails", "`import a` fails"))),
                "docker/Dockerfile");
    assertThat(text)
        .contains(
            "not proven   docker/Dockerfile, built by",
            "imports       1 fault: 0 packages import",
            "start         ended with 3 after 0.5 s",
            "linkage       412 linked files read");
    assertThat(text.indexOf("`import a` fails")).isLessThan(text.indexOf("note: a note"));
  }

  @Test
  void aFailedBuildShowsItsCauseAndADraft() {
    assertThat(new VerifyText(Style.PLAIN).of(failed(), "Dockerfile"))
        .startsWith(
            """
            does not build   Dockerfile, by buildah 1.28.2

            shop 1.0 does not build: the header `libpq-fe.h` is not there
              x.c:1:10: fatal error: libpq-fe.h: No such file or directory

            hint: install libpq-dev in the build stage

            == packages/shop.json (a draft: look it over)
            {
              "name": "shop",
              "kind": "extension",
            """);
  }

  @Test
  void theJsonIsByTheSchema() throws IOException {
    JsonNode proven =
        Schema.assertValid(
            VerifyJson.of(
                built(
                    new Reports()
                        .installed("flask 3.1.0")
                        .installed(
                            "a 1.0",
                            "py3-none-any",
                            Map.of("a", Reports.failure("ImportError", "no")))
                        .missing(Reports.asks("/x/a.so", "libpq.so.5", "a")),
                    Optional.of(Reports.ended(3, "\u001b[1m")),
                    List.of(Diagnostic.warning("system-package-unused", "x"))),
                "Dockerfile"));
    assertThat(proven.path("verification").path("proven").asBoolean()).isTrue();
    assertThat(proven.path("verification").path("image").path("on_disk").asLong())
        .isEqualTo(188_000_000);
    JsonNode broken = Schema.assertValid(VerifyJson.of(failed(), "Dockerfile"));
    assertThat(broken.path("verification").path("image").isNull()).isTrue();
    assertThat(
            broken
                .path("verification")
                .path("build")
                .path("faults")
                .path(0)
                .path("library")
                .asText())
        .isEqualTo("libpq");
    assertThat(broken.path("diagnostics")).hasSize(1);
  }
}
