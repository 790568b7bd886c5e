package wheelbase.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import wheelbase.application.Application;
import wheelbase.application.Framework;

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

  @Test
  void keepsNoDownloadsWithoutCaches() {
    String text =
        Requests.slim()
            .build("gcc: a 1 compiles C")
            .hashes()
            .privateIndex()
            .withoutCacheMounts()
            .text();
    assertThat(text)
        .contains("install --require-hashes --no-cache-dir")
        .contains("--mount=type=secret,id=pip-conf")
        .contains("      gcc \\\n && rm -rf /var/lib/apt/lists/*")
        .doesNotContain("type=cache", "docker-clean");
    assertThat(Requests.alpine().build("gcc: a 1 compiles C").withoutCacheMounts().text())
        .contains("apk add --no-cache")
        .doesNotContain("type=cache", "apt");
  }

  @Test
  void namesNoIgnoreFileWhereNoneIsWritten() {
    DockerfilePlan plan = Requests.slim().withoutDockerIgnore().plan();
    assertThat(new DockerfileWriter().write(plan)).doesNotContain(".dockerignore");
    assertThat(plan.diagnostics()).extracting("id").containsExactly("no-dockerignore");
  }

  @Test
  void aHealthCheckNeedsSomethingThatListens() {
    Requests script = Requests.slim().application(Requests.script("main.py"));
    assertThat(script.plan().diagnostics()).isEmpty();
    assertThat(script.health(new HealthCheck.None()).plan().diagnostics()).isEmpty();
    DockerfilePlan plan = script.health(new HealthCheck.AskPath("/up")).plan();
    assertThat(plan.diagnostics()).extracting("id").containsExactly("nothing-to-ask");
    assertThat(new DockerfileWriter().write(plan)).doesNotContain("HEALTHCHECK");
  }

  @Test
  void aPortBelow1024IsDoubted() {
    Application web =
        new Application(
            Framework.FLASK,
            Optional.of("app:app"),
            Optional.of("gunicorn"),
            List.of(),
            OptionalInt.of(80),
            Optional.empty(),
            List.of());
    assertThat(Requests.slim().application(web).plan().diagnostics())
        .singleElement()
        .satisfies(
            diagnostic -> {
              assertThat(diagnostic.message())
                  .isEqualTo("not every engine lets a user without privileges listen on port 80");
              assertThat(diagnostic.hint())
                  .contains("port 8080, published as another: docker run -p 80:8080");
            });
  }

  @Test
  void aScriptThatListensIsAskedThere() {
    Application script =
        new Application(
            Framework.SCRIPT,
            Optional.of("main.py"),
            Optional.empty(),
            List.of("python", "main.py"),
            OptionalInt.of(9000),
            Optional.of("main.py:1"),
            List.of());
    assertThat(Requests.slim().application(script).text())
        .contains("ENV PORT=9000", "EXPOSE 9000", "'127.0.0.1', 9000", "STOPSIGNAL SIGINT");
  }
}
