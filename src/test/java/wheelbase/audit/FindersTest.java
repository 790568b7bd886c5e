package wheelbase.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.dockerfile.syntax.DockerfileReader;

/**
 * One table for each finding that needs nothing but the file: what it is found in, and in what not.
 */
class FindersTest {
  private static final String GOOD = "FROM python:3.12-slim-trixie\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "python:3.9-slim-trixie         | python-end-of-life",
        "python:3.8                     | python-end-of-life",
        "python:3.13-slim-trixie        | -",
        "python:3.12-slim-bullseye      | distribution-end-of-life",
        "python:3.12-slim-bookworm      | -",
        "python:3.12-alpine3.19         | distribution-end-of-life",
        "python:3.12-alpine3.24         | -",
        "python:3.10-slim-trixie        | end-of-life-near",
        "ubuntu:20.04                   | distribution-end-of-life",
        "ubuntu:24.04                   | -",
        "debian:buster-slim             | distribution-end-of-life",
        "company.example/python:3.6     | -",
        "scratch                        | -",
        "$BASE                          | -",
      })
  void endOfLife(String base, String id) {
    Audit audit = DrawnAudit.of("FROM " + base + "\n");
    assertThat(
            audit.findings().stream().map(Finding::id).filter(each -> each.contains("end-of-life")))
        .isEqualTo(id == null ? List.of() : List.of(id));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "python                         | floating-tag        | -",
        "python:latest                  | floating-tag        | -",
        "python:slim                    | floating-tag        | -",
        "python:3                       | floating-tag        | -",
        "python:3-slim-trixie           | floating-tag        | -",
        "node:latest                    | floating-tag        | -",
        "python:3.12                    | tag-without-release | python:3.12-trixie",
        "python:3.12-slim               | tag-without-release | python:3.12-slim-trixie",
        "python:3.12.4-slim             | tag-without-release | python:3.12.4-slim-trixie",
        "python:3.12-alpine             | tag-without-release | python:3.12-alpine3.24",
        "docker.io/library/python:3.12  | tag-without-release | docker.io/library/python:3.12-trixie",
        "python:3.12-slim-trixie        | -                   | -",
        "python:3.12.1-slim-bookworm    | -                   | -",
        "node:22                        | -                   | -",
        "base                           | -                   | -",
        "python@sha256:0000000000000000000000000000000000000000000000000000000000000000 | - | -",
      })
  void floatingTags(String base, String id, String fixed) {
    Audit audit = DrawnAudit.of("FROM " + base + "\n");
    assertThat(audit.findings().stream().map(Finding::id).filter(each -> each.contains("tag")))
        .isEqualTo(id == null ? List.of() : List.of(id));
    assertThat(audit.fixed()).isEqualTo("FROM " + (fixed == null ? base : fixed) + "\n");
  }

  @ParameterizedTest
  @CsvSource({
    "python:alpine, python:3.13-alpine3.24",
    "python:3-alpine, python:3.13-alpine3.24",
    "python:slim, python:3.13-slim-trixie"
  })
  void aNameThatIsProposedIsOfTheSameDistribution(String base, String proposed) {
    assertThat(DrawnAudit.of("FROM " + base + "\n").findings().get(0).diagnostic().hint())
        .hasValueSatisfying(hint -> assertThat(hint).contains("`" + proposed + "`"));
  }

  @Test
  void whereHeadersGoTheirLibraryStays() {
    Audit audit = DrawnAudit.of(GOOD + "RUN apt-get update && apt-get install -y curl libpq-dev\n");
    Finding left =
        audit.findings().stream()
            .filter(each -> each.id().equals("build-packages-left"))
            .findFirst()
            .orElseThrow();
    assertThat(left.diagnostic().hint())
        .hasValueSatisfying(hint -> assertThat(hint).contains("libpq5").contains("will do"));
  }

  @Test
  void aTagFromAnArgumentIsNotRewritten() {
    String text = "ARG V=3.12\nFROM python:${V}-slim\n";
    assertThat(DrawnAudit.found(DrawnAudit.of(text), "tag-without-release"))
        .containsExactly("2:python:${V}-slim");
    assertThat(DrawnAudit.of(text).fixed()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "python:3.12-slim-trixie   | apt-get install -y libgl1-mesa-glx                     | libgl1-mesa-glx | libgl1",
        "python:3.12-slim-bookworm | apt-get install -y libgl1-mesa-glx                     | -               | -",
        "python:3.12-slim-bookworm | apt-get install -y libglib2.0-0t64                     | libglib2.0-0t64 | libglib2.0-0",
        "python:3.12-slim-trixie   | apt-get install -y libglib2.0-0                        | -               | -",
        "python:3.12-slim-trixie   | apt-get install -y software-properties-common curl     | software-properties-common | -",
        "python:3.12-slim-trixie   | apt-get update && apt install -y default-libmysqlclient-dev | -          | -",
        "python:3.12-slim-trixie   | apt-get install -y libmysqlclient-dev=8.0              | libmysqlclient-dev=8.0 | -",
        "python:3.12-slim-trixie   | apt-get remove -y libgl1-mesa-glx                      | -               | -",
        "python:3.12-slim-trixie   | echo deb x > /etc/apt/sources.list.d/x.list && apt-get install -y mysql-client | - | -",
        "ubuntu:24.04              | apt-get install -y libgl1-mesa-glx                     | -               | -",
      })
  void packageNames(String base, String command, String word, String replacement) {
    String text = "FROM " + base + "\nRUN " + command + "\n";
    Audit audit = DrawnAudit.of(text);
    assertThat(DrawnAudit.found(audit, "wrong-package-name"))
        .isEqualTo(word == null ? List.of() : List.of("2:" + word));
    if (replacement != null) {
      assertThat(audit.fixed()).contains("install -y " + replacement);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "python:3.12-alpine3.24,apt-get install -y gcc,true",
    "alpine:3.22,apt-get update && apt-get install -y gcc,true",
    "python:3.12-slim-trixie,apk add gcc,true",
    "python:3.12-alpine3.24,apk add --no-cache gcc,false",
    "python:3.12-slim-trixie,apt-get install gcc,false",
    "company.example/base:1,apk add gcc,false"
  })
  void packageManagers(String base, String command, boolean wrong) {
    Audit audit = DrawnAudit.of("FROM " + base + "\nRUN " + command + "\n");
    assertThat(!DrawnAudit.found(audit, "other-package-manager").isEmpty()).isEqualTo(wrong);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "pip install flask                                     | install | pip install --no-cache-dir flask",
        "python -m pip install -U flask                        | install | python -m pip install --no-cache-dir -U flask",
        "pip install --no-cache-dir flask                      | -       | -",
        "PIP_NO_CACHE_DIR=1 pip install flask                  | -       | -",
        "--mount=type=cache,target=/root/.cache/pip pip install flask | - | -",
        "pip install flask && rm -rf /root/.cache              | -       | -",
        "pip install flask && pip cache purge                  | -       | -",
        "pip install --upgrade pip                             | -       | -",
        "uv pip install --system flask                         | install | uv pip install --no-cache --system flask",
        "uv sync --no-cache                                    | -       | -",
        "echo pip install flask                                | -       | -",
      })
  void pipCaches(String command, String word, String fixed) {
    Audit audit = DrawnAudit.of(GOOD + "RUN " + command + "\n");
    assertThat(DrawnAudit.found(audit, "pip-cache-in-layer"))
        .isEqualTo(word == null ? List.of() : List.of("2:" + word));
    assertThat(audit.fixed()).isEqualTo(GOOD + "RUN " + (fixed == null ? command : fixed) + "\n");
  }

  @Test
  void cachesOfAStageThatIsLeftBehindDoNotCount() {
    String text =
        "FROM python:3.12-slim-trixie AS builder\nRUN apt-get update && apt-get install -y gcc && pip install flask\n"
            + GOOD
            + "COPY --from=builder /opt/venv /opt/venv\n";
    assertThat(DrawnAudit.of(text).findings())
        .extracting(Finding::id)
        .doesNotContain("pip-cache-in-layer", "apt-lists-in-layer", "build-packages-left");
  }

  @Test
  void cachesOfAStageThatTheLastIsBuiltOnCount() {
    String text =
        "FROM python:3.12-slim-trixie AS base\nENV PIP_NO_CACHE_DIR=1\nRUN apt-get update && apt-get install -y gcc\n"
            + "FROM base\nRUN pip install flask\n";
    assertThat(DrawnAudit.of(text).findings())
        .extracting(Finding::id)
        .contains("apt-lists-in-layer", "build-packages-left")
        .doesNotContain("pip-cache-in-layer");
  }

  @Test
  void packageLists() {
    String install = "RUN apt-get update && apt-get install -y curl";
    String cleaned = install + " \\\n && rm -rf /var/lib/apt/lists/*";
    assertThat(DrawnAudit.found(DrawnAudit.of(GOOD + install), "apt-lists-in-layer"))
        .containsExactly("2:apt-get");
    assertThat(DrawnAudit.of(GOOD + install).fixed()).isEqualTo(GOOD + cleaned);
    assertThat(DrawnAudit.of(GOOD + install + " && curl x\n").fixed())
        .isEqualTo(GOOD + cleaned + " && curl x\n");
    for (String undecided : List.of(install + "; curl x\n", install + " || true\n")) {
      assertThat(DrawnAudit.found(DrawnAudit.of(GOOD + undecided), "apt-lists-in-layer"))
          .hasSize(1);
      assertThat(DrawnAudit.of(GOOD + undecided).fixed()).isEqualTo(GOOD + undecided);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*",
    "'--mount=type=cache,target=/var/lib/apt/lists apt-get update && apt-get install -y curl'",
    "apt-get update && apt-get -y upgrade",
    "echo apt-get install -y curl"
  })
  void packageListsThatGo(String command) {
    assertThat(
            DrawnAudit.found(DrawnAudit.of(GOOD + "RUN " + command + "\n"), "apt-lists-in-layer"))
        .isEmpty();
  }

  @Test
  void listsInALayerOfTheirOwn() {
    assertThat(
            DrawnAudit.found(
                DrawnAudit.of(GOOD + "RUN apt-get update\nRUN apt-get install -y curl\n"),
                "apt-update-apart"))
        .containsExactly("2:apt-get update");
    assertThat(
            DrawnAudit.found(
                DrawnAudit.of(
                    GOOD + "RUN apt-get update\nRUN apt-get update && apt-get install -y curl\n"),
                "apt-update-apart"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "apk add curl                     | true",
        "apk add --no-cache curl          | false",
        "apk add curl && rm -rf /var/cache/apk/* | false",
        "--mount=type=cache,target=/etc/apk/cache apk add curl | false",
      })
  void apkCaches(String command, boolean found) {
    Audit audit = DrawnAudit.of("FROM python:3.12-alpine3.24\nRUN " + command + "\n");
    assertThat(!DrawnAudit.found(audit, "apk-cache-in-layer").isEmpty()).isEqualTo(found);
    assertThat(audit.fixed().contains("add --no-cache curl"))
        .isEqualTo(found || command.contains("--no-cache"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "ENV DB_PASSWORD=hunter2                                     | DB_PASSWORD=hunter2",
        "ENV API_KEY abc123                                          | API_KEY",
        "ARG GITHUB_TOKEN=ghp_abcdef                                 | GITHUB_TOKEN=ghp_abcdef",
        "ARG GITHUB_TOKEN                                            | -",
        "ENV SECRET_KEY=$SECRET_KEY                                  | -",
        "ENV SECRET_KEY=throw-away-for-collectstatic                 | -",
        "ENV SECRET_KEY_FILE=/run/secrets/key                        | -",
        "ENV PASSWORD=                                               | -",
        "ENV TOKENIZERS_PARALLELISM=false                            | -",
        "RUN pip install --extra-index-url https://me:s3cret@index.test/simple x | https://me:s3cret@",
        "RUN pip install --extra-index-url https://me:$TOKEN@index.test/simple x | -",
        "COPY .env ./                                                | .env",
        "COPY --from=builder /root/.netrc /root/                     | -",
        "COPY .env.example ./                                        | -",
      })
  void secrets(String line, String word) {
    Audit audit = DrawnAudit.of(GOOD + line + "\n");
    assertThat(DrawnAudit.found(audit, "secret-in-layer")).hasSize(word == null ? 0 : 1);
    audit.findings().stream()
        .filter(each -> each.id().equals("secret-in-layer"))
        .forEach(
            each ->
                assertThat(each.toString())
                    .doesNotContain("hunter2", "ghp_abcdef", "s3cret", "abc123"));
  }

  @Test
  void rootUnlessToldOtherwise() {
    assertThat(DrawnAudit.found(DrawnAudit.of(GOOD + "CMD [\"x\"]\n"), "runs-as-root"))
        .containsExactly("2:CMD");
    assertThat(DrawnAudit.found(DrawnAudit.of(GOOD + "USER 10001\n"), "runs-as-root")).isEmpty();
    assertThat(DrawnAudit.found(DrawnAudit.of(GOOD + "USER app\nUSER root\n"), "runs-as-root"))
        .containsExactly("3:USER root");
    assertThat(DrawnAudit.found(DrawnAudit.of(GOOD + "ARG U=0:0\nUSER $U\n"), "runs-as-root"))
        .hasSize(1);
    assertThat(DrawnAudit.found(DrawnAudit.of("FROM company.example/base:1\n"), "runs-as-root"))
        .isEmpty();
    assertThat(
            DrawnAudit.found(
                DrawnAudit.of("FROM python:3.12-slim-trixie AS a\nUSER 1\nFROM a\nCMD [\"x\"]\n"),
                "runs-as-root"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "CMD python app.py            | CMD [\"python\", \"app.py\"]",
        "ENTRYPOINT gunicorn -b :80 a | ENTRYPOINT [\"gunicorn\", \"-b\", \":80\", \"a\"]",
        "CMD gunicorn -b :$PORT a     | -",
        "CMD a && b                   | -",
        "CMD cd /app                  | -",
        "ENTRYPOINT [\"x\"]           | none",
        "CMD exec gunicorn -b :$PORT  | none",
        "CMD [\"x\"]                  | none",
      })
  void shellForms(String line, String fixed) {
    Audit audit = DrawnAudit.of(GOOD + line + "\n");
    assertThat(DrawnAudit.found(audit, "shell-form").isEmpty()).isEqualTo("none".equals(fixed));
    String wanted = fixed == null || fixed.equals("none") ? line : fixed;
    assertThat(audit.fixed()).isEqualTo(GOOD + wanted + "\n");
  }

  @Test
  void aCommandThatIsHandedToAnEntrypointIsNotRewritten() {
    String text = GOOD + "ENTRYPOINT [\"x\"]\nCMD a b\n";
    assertThat(DrawnAudit.of(text).fixed()).isEqualTo(text);
  }

  @Test
  void theWholeContextWithoutDockerIgnore() {
    Audit without = DrawnAudit.of(GOOD + "COPY . .\n");
    assertThat(DrawnAudit.found(without, "no-dockerignore")).containsExactly("2:.");
    Audit with =
        Audit.of(
            DockerfileReader.read("Dockerfile", GOOD + "COPY . .\n"),
            true,
            Optional.empty(),
            DrawnAudit.NEEDS,
            DrawnAudit.TODAY);
    assertThat(DrawnAudit.found(with, "no-dockerignore")).isEmpty();
    assertThat(
            DrawnAudit.found(
                DrawnAudit.of(GOOD + "COPY src ./\nCOPY --from=x . .\n"), "no-dockerignore"))
        .isEmpty();
  }

  @Test
  void anEnvironmentForTheBuildersPlatform() {
    String builder =
        "FROM --platform=$BUILDPLATFORM python:3.12-slim-trixie AS b\nRUN pip install flask\n";
    assertThat(
            DrawnAudit.found(
                DrawnAudit.of(builder + GOOD + "COPY --from=b /opt/venv /opt/venv\n"),
                "environment-of-build-platform"))
        .containsExactly("1:--platform=$BUILDPLATFORM");
    assertThat(DrawnAudit.found(DrawnAudit.of(builder + GOOD), "environment-of-build-platform"))
        .isEmpty();
    assertThat(
            DrawnAudit.found(
                DrawnAudit.of(
                    builder.replace("pip install", "pip download")
                        + GOOD
                        + "COPY --from=b /x /x\n"),
                "environment-of-build-platform"))
        .isEmpty();
  }

  @Test
  void compilersInTheImage() {
    assertThat(
            DrawnAudit.found(
                DrawnAudit.of(GOOD + "RUN apt-get install -y curl gcc libpq-dev\n"),
                "build-packages-left"))
        .containsExactly("2:gcc");
    assertThat(
            DrawnAudit.found(
                DrawnAudit.of(
                    GOOD
                        + "RUN apt-get install -y gcc && pip install x && apt-get purge -y --auto-remove gcc\n"),
                "build-packages-left"))
        .isEmpty();
    assertThat(
            DrawnAudit.found(
                DrawnAudit.of(
                    "FROM python:3.12-alpine3.24\nRUN apk add --no-cache --virtual .build gcc && apk del .build\n"),
                "build-packages-left"))
        .isEmpty();
    assertThat(
            DrawnAudit.found(
                DrawnAudit.of(
                    GOOD
                        + "RUN tools='gcc g++' && apt-get install -y $tools && apt-get purge -y $tools\n"),
                "build-packages-left"))
        .isEmpty();
    assertThat(DrawnAudit.found(DrawnAudit.of("FROM python:3.12-trixie\n"), "full-image"))
        .containsExactly("1:python:3.12-trixie");
    assertThat(DrawnAudit.found(DrawnAudit.of(GOOD), "full-image")).isEmpty();
  }

  @Test
  void whatBuildKitRefusesIsToldAndNothingElse() {
    Audit audit = DrawnAudit.of("FROM python\nRUNN x\n");
    assertThat(audit.findings()).extracting(Finding::id).containsExactly("unknown-instruction");
    assertThat(audit.hasErrors()).isTrue();
  }
}
