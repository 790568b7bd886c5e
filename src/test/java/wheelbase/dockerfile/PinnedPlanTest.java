package wheelbase.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Images that are named by their digests too, and what cannot be done without a shell. */
class PinnedPlanTest {
  private static final String DIGEST = "@sha256:" + "0123456789abcdef".repeat(4);

  @Test
  void everyImageOfARegistryIsNamedByItsDigestInEveryPlace() {
    DockerfilePlan plan =
        Requests.slim().installer(Installer.UV).test(new ImageTest.Imports()).plan();
    assertThat(plan.images()).containsExactly("python:3.13-slim-trixie", Uv.IMAGE);
    DockerfilePlan pinned =
        plan.pinned(
            Map.of(
                "python:3.13-slim-trixie",
                "python:3.13-slim-trixie" + DIGEST,
                Uv.IMAGE,
                Uv.IMAGE + DIGEST));
    assertThat(pinned.stages())
        .extracting(Stage::image)
        .containsExactly(
            "python:3.13-slim-trixie" + DIGEST,
            "python:3.13-slim-trixie" + DIGEST,
            "assembled",
            "assembled");
    String text = new DockerfileWriter().write(pinned);
    assertThat(text).contains("--from=" + Uv.IMAGE + DIGEST);
    assertThat(text).doesNotContain("To pin the base");
    assertThat(pinned.images()).allMatch(image -> image.endsWith(DIGEST));
  }

  @Test
  void whatCouldNotBeLookedUpIsExplainedInTheFile() {
    DockerfilePlan plan = Requests.distroless().plan();
    assertThat(plan.images())
        .containsExactly("debian:trixie-slim", "gcr.io/distroless/python3-debian13:nonroot");
    assertThat(plan.pinned(Map.of())).isEqualTo(plan);
    String text =
        new DockerfileWriter()
            .write(plan.pinned(Map.of("debian:trixie-slim", "debian:trixie-slim" + DIGEST)));
    assertThat(text)
        .contains("FROM debian:trixie-slim" + DIGEST + " AS builder")
        .contains("docker buildx imagetools inspect gcr.io/distroless/python3-debian13:nonroot")
        .doesNotContain("inspect debian");
  }

  @Test
  void withoutAShellNothingRunsInTheImage() {
    List<String> instructions =
        Requests.distroless()
            .text()
            .lines()
            .dropWhile(line -> !line.contains("AS runtime"))
            .toList();
    assertThat(instructions).noneMatch(line -> line.startsWith("RUN"));
    assertThat(instructions).contains("ENTRYPOINT []", "USER 65532:65532");
  }

  @Test
  void whatWantsAShellIsRefused() {
    assertThat(errors(Requests.distroless())).isEmpty();
    assertThat(errors(Requests.distroless().layout(Layout.PREFIX)))
        .containsExactly("layout-without-shell");
    assertThat(errors(Requests.distroless().test(new ImageTest.Imports())))
        .containsExactly("test-without-shell");
    assertThat(errors(Requests.distroless().builder(BuilderKind.FULL)))
        .containsExactly("no-full-image");
    assertThat(
            errors(
                Requests.distroless()
                    .application(
                        Requests.procfile(
                            wheelbase.application.Framework.FLASK,
                            "sh",
                            "-c",
                            "migrate && gunicorn app:app"))))
        .contains("no-shell");
  }

  private static List<String> errors(Requests requests) {
    return requests.plan().diagnostics().stream()
        .filter(each -> each.severity() == wheelbase.diagnostic.Severity.ERROR)
        .map(wheelbase.diagnostic.Diagnostic::id)
        .toList();
  }
}
