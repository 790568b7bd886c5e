package wheelbase.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DockerfilePlanTest {

  @Test
  void givesPipTheConstraints() {
    Requests requests =
        Requests.slim()
            .requirements(List.of("requirements.txt"), List.of("limits.txt"))
            .constraints("limits.txt");
    assertThat(requests.text()).contains("limits.txt", "-r requirements.txt", "-c limits.txt");
  }

  @Test
  void copiesEveryFileThatPipReadsIntoItsOwnDirectory() {
    ParsedDockerfile file =
        ParsedDockerfile.of(
            Requests.slim()
                .requirements(
                    List.of("./requirements/prod.txt"),
                    List.of("requirements/base.txt", "deploy/constraints.txt", "more.txt"))
                .text());
    assertThat(file.of(0))
        .extracting(line -> line.keyword() + " " + line.rest())
        .contains(
            "COPY more.txt ./",
            "COPY deploy/constraints.txt ./deploy/",
            "COPY requirements/base.txt requirements/prod.txt ./requirements/");
  }

  @Test
  void copiesTheWholeProjectWhereARequirementNamesIt() {
    DockerfilePlan plan = Requests.slim().local(".", "vendored").plan();
    ParsedDockerfile file = ParsedDockerfile.of(new DockerfileWriter().write(plan));
    assertThat(file.of(0)).filteredOn("keyword", "COPY").extracting("rest").containsExactly(". ./");
    assertThat(plan.copiedPaths()).isEmpty();
  }

  @Test
  void copiesAPathBeforeTheInstallation() {
    ParsedDockerfile file =
        ParsedDockerfile.of(Requests.slim().local("libs/tools", "wheels/a.whl").text());
    assertThat(file.index("COPY", "libs/tools libs/tools"))
        .isBetween(0, file.index("RUN", "pip --python"));
    assertThat(file.index("COPY", "wheels/a.whl wheels/a.whl")).isPositive();
  }

  @Test
  void saysWhichFileNoBuildCanSee() {
    DockerfilePlan plan =
        Requests.slim()
            .requirements(List.of("requirements.txt"), List.of("../common/base.txt"))
            .plan();
    assertThat(plan.diagnostics())
        .singleElement()
        .satisfies(
            diagnostic -> {
              assertThat(diagnostic.id()).isEqualTo("outside-build-context");
              assertThat(diagnostic.message())
                  .isEqualTo(
                      "the requirements need ../common/base.txt, which no build of this directory"
                          + " can see");
            });
    assertThat(plan.copiedPaths()).containsExactly("requirements.txt");
  }

  @Test
  void asksForHashesOnlyWhereThereAreSome() {
    assertThat(Requests.slim().text()).doesNotContain("--require-hashes");
    assertThat(Requests.slim().hashes().text())
        .contains("install --require-hashes -r requirements.txt");
  }

  @Test
  void mountsASecretOnlyForAPrivateIndex() {
    assertThat(Requests.slim().text()).doesNotContain("secret");
    String text = Requests.slim().privateIndex().text();
    assertThat(text)
        .contains("--mount=type=secret,id=pip-conf,target=/etc/pip.conf,required=false")
        .contains("--secret id=pip-conf,src=$HOME/.config/pip/pip.conf");
  }

  @Test
  void aPinnedBaseKeepsItsTagAndNeedsNoAdvice() {
    String digest = "sha256:" + "ab".repeat(32);
    assertThat(Requests.bookworm().digest(digest).text())
        .contains("FROM python:3.11-slim-bookworm@" + digest + " AS builder")
        .contains("FROM python:3.11-slim-bookworm@" + digest + " AS runtime")
        .doesNotContain("imagetools");
  }

  @Test
  void sortsPackagesAndNamesEachOnce() {
    String text =
        Requests.slim()
            .runtime("libpq5: b wants it", "libmagic1t64: a wants it", "libpq5: c wants it")
            .text();
    assertThat(text)
        .contains(
            """
            # a wants it; b wants it; c wants it
            RUN apt-get update \\
             && apt-get install -y --no-install-recommends \\
                  libmagic1t64 \\
                  libpq5 \\
             && rm -rf /var/lib/apt/lists/*
            """);
  }

  @Test
  void saysWhichPackageIsForWhatWhereASentenceWouldBeTooLong() {
    String text =
        Requests.slim()
            .runtime(
                "libldap2: python-ldap 3.4.5 is linked to libldap",
                "libmagic1t64: python-magic 0.4.27 loads libmagic",
                "libpq5: psycopg2 2.9.11 is linked to libpq")
            .text();
    assertThat(text)
        .contains(
            """
            # libldap2: python-ldap 3.4.5 is linked to libldap
            # libmagic1t64: python-magic 0.4.27 loads libmagic
            # libpq5: psycopg2 2.9.11 is linked to libpq
            """);
  }
}
