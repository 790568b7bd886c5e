package wheelbase.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import wheelbase.requirements.LockFormat;
import wheelbase.requirements.Selection;

/** How requirements come into the image, by layout and installer. */
class InstallationTest {
  private static String installing(Requests requests) {
    ParsedDockerfile file = ParsedDockerfile.of(requests.text());
    return file.of(0).stream()
        .filter(line -> line.keyword().equals("RUN"))
        .map(ParsedDockerfile.Line::rest)
        .map(rest -> rest.replaceAll("--mount=\\S+", "").replaceAll("\\s+", " ").strip())
        .filter(rest -> rest.contains("requirements.txt") || rest.contains(".lock"))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "VENV | PIP | pip --python /opt/venv/bin/python install",
        "USER | PIP | pip install --user --root-user-action=ignore",
        "PREFIX | PIP | pip install --prefix /install --ignore-installed --root-user-action=ignore",
        "WHEELHOUSE | PIP | pip wheel --wheel-dir /wheels",
        "VENV | UV | uv pip install --python /opt/venv/bin/python",
        "USER | UV | uv pip install --system --prefix /opt/user",
        "PREFIX | UV | uv pip install --system --prefix /install",
      })
  void theCommandOfEachLayout(Layout layout, Installer installer, String command) {
    Requests requests = Requests.slim().layout(layout).installer(installer);
    assertThat(installing(requests)).isEqualTo(command + " -r requirements.txt");
    assertThat(
            installing(
                requests.hashes().complete().noBinary("lxml", "psycopg2").withoutCacheMounts()))
        .isEqualTo(
            command
                + " --require-hashes --no-deps --no-binary lxml --no-binary psycopg2 "
                + (installer == Installer.PIP ? "--no-cache-dir" : "--no-cache")
                + " -r requirements.txt");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UV | uv.lock | uv sync --frozen --no-default-groups --no-install-project"
            + " --no-binary-package lxml",
        "PYLOCK | pylock.toml | uv pip sync --python /opt/venv/bin/python --no-binary lxml"
            + " pylock.toml",
      })
  void aLockOfUvIsInstalledWithoutTheWheelToo(LockFormat format, String file, String command) {
    Requests requests = Requests.slim().lock(format, file, Selection.NONE).noBinary("lxml");
    assertThat(requests.text().replaceAll("[\\s\\\\]+", " ")).contains(command);
  }

  @ParameterizedTest
  @CsvSource({
    "POETRY, poetry.lock, POETRY_INSTALLER_NO_BINARY",
    "PIPENV, Pipfile.lock, PIP_NO_BINARY"
  })
  void otherToolsAreToldByAVariable(LockFormat format, String file, String variable) {
    Requests requests = Requests.slim().lock(format, file, Selection.NONE).noBinary("lxml", "yarl");
    assertThat(requests.text()).contains(variable + "=lxml,yarl");
  }

  /** Whatever is taken out of the build stage lies where the runtime stage looks for it. */
  @ParameterizedTest
  @EnumSource(Layout.class)
  void onlyTheInstalledRequirementsLeaveTheBuildStage(Layout layout) {
    ParsedDockerfile file = ParsedDockerfile.of(Requests.slim().layout(layout).text());
    List<String> taken =
        file.of(1).stream()
            .map(ParsedDockerfile.Line::rest)
            .filter(rest -> rest.contains("from=builder"))
            .toList();
    assertThat(taken).hasSize(1);
    assertThat(taken.get(0))
        .startsWith(
            switch (layout) {
              case VENV -> "--from=builder /opt/venv /opt/venv";
              case USER -> "--from=builder /opt/user /opt/user";
              case PREFIX -> "--from=builder /install /usr/local";
              case WHEELHOUSE -> "--mount=type=bind,from=builder,source=/wheels,target=/wheels";
            });
  }

  /** Root's own directory cannot be entered by the account that the container runs as. */
  @Test
  void theUserSchemeIsAtAPathForEverybody() {
    ParsedDockerfile file = ParsedDockerfile.of(Requests.slim().layout(Layout.USER).text());
    for (int stage : List.of(0, 1)) {
      assertThat(file.of(stage))
          .extracting(ParsedDockerfile.Line::rest)
          .contains("PYTHONUSERBASE=/opt/user", "PATH=/opt/user/bin:$PATH");
    }
    assertThat(file.text()).doesNotContain("/root/.local");
  }

  @Test
  void uvComesFromItsOwnImageAtOneVersionAndStaysBehind() {
    ParsedDockerfile file = ParsedDockerfile.of(Requests.slim().installer(Installer.UV).text());
    assertThat(file.of(0))
        .filteredOn("keyword", "COPY")
        .extracting(ParsedDockerfile.Line::rest)
        .anyMatch(rest -> rest.matches("--from=ghcr\\.io/astral-sh/uv:\\d+\\.\\d+\\.\\d+ /uv .*"));
    assertThat(file.of(1)).extracting(ParsedDockerfile.Line::rest).noneMatch(r -> r.contains("uv"));
  }

  /** Each installer reads its own settings; a build is told only of those that it asks for. */
  @Test
  void thePrivateIndexIsASecretOfTheInstaller() {
    String pip = Requests.slim().privateIndex().text();
    assertThat(pip)
        .contains("id=pip-conf,target=/etc/pip.conf,required=false")
        .contains("# docker build --secret id=pip-conf,src=$HOME/.config/pip/pip.conf -t NAME .")
        .doesNotContain("uv");
    String uv = Requests.slim().privateIndex().installer(Installer.UV).text();
    assertThat(uv)
        .contains("id=uv-toml,target=/etc/uv/uv.toml,required=false")
        .contains("# docker build --secret id=uv-toml,src=$HOME/.config/uv/uv.toml -t NAME .")
        .doesNotContain("pip-conf");
    assertThat(Requests.slim().text()).doesNotContain("secret");
  }

  @Test
  void theBuildStageStartsFromTheFullImageAndTheImageDoesNot() {
    DockerfilePlan plan = Requests.slim().builder(BuilderKind.FULL).plan();
    assertThat(plan.stages())
        .extracting(Stage::image)
        .containsExactly("python:3.13-trixie", "python:3.13-slim-trixie");
    assertThat(Optional.of(plan.stages().get(1).purpose())).get().asString().contains("compilers");
  }
}
