package wheelbase.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerIgnoreTest {
  /** Docker's reference, ".dockerignore files"; lines of a file are joined by spaces here. */
  @ParameterizedTest
  @CsvSource({
    "*/temp*, somedir/temporary.txt, true",
    "*/temp*, a/b/temporary.txt, false",
    "*/*/temp*, somedir/subdir/temporary.txt, true",
    "temp?, tempa, true",
    "temp?, temp, false",
    "**/*.go, main.go, true",
    "**/*.go, a/b/main.go, true",
    "*.md !README.md, README.md, false",
    "*.md !README*.md README-secret.md, README-secret.md, true",
    "*.md README-secret.md !README*.md, README-secret.md, false",
    "/foo/bar, foo/bar, true",
    "foo/bar/, foo/bar, true",
    "./foo//bar, foo/bar, true",
    "foo, foo/bar/baz, true",
    "foo, foobar, false",
    "foo !foo/keep.txt, foo/keep.txt, false",
    "foo !foo/keep.txt, foo/other.txt, true",
    "docs/**, docs/a/b.txt, true",
    "[a-c].txt, b.txt, true",
    "[^a-c].txt, b.txt, false",
    "'\\[a].txt', '[a].txt', true",
    "a.c, abc, false",
    "* !app, app/main.py, false",
    "* !app, other/main.py, true",
  })
  void readsPatternsAsDockerDoes(String lines, String path, boolean excluded) {
    assertThat(DockerIgnore.parse(lines.replace(' ', '\n')).excludes(path)).isEqualTo(excluded);
  }

  @Test
  void skipsCommentsAndEmptyLines() {
    DockerIgnore ignore = DockerIgnore.parse("# app\n\n   \n  build  \n!\n");
    assertThat(ignore.excludes("app")).isFalse();
    assertThat(ignore.excludes("build")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".git/config",
        ".venv/bin/python",
        "service/venv/pyvenv.cfg",
        "app/__pycache__/main.cpython-313.pyc",
        ".env",
        "deploy/.env.production",
        "certificates/server.key",
        "pip.conf",
        "Dockerfile",
        "Dockerfile.bak",
        ".dockerignore",
        "docker-compose.yml",
        "db.sqlite3"
      })
  void keepsFromTheImage(String path) {
    assertThat(usual().excludes(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "requirements.txt",
        "requirements/base.txt",
        "app/main.py",
        "manage.py",
        "static/site.css",
        "tests/test_app.py",
        "environment/settings.py",
        "pyproject.toml",
        "README.md"
      })
  void letsIntoTheImage(String path) {
    assertThat(usual().excludes(path)).isFalse();
  }

  @Test
  void letsThroughWhatTheDockerfileCopies() {
    List<String> copied = List.of("requirements.txt", "venv/requirements.txt", ".env/a b.txt");
    String text = DockerIgnore.textFor(copied);
    assertThat(text)
        .endsWith("# But the Dockerfile copies these\n!.env/a?b.txt\n!venv/requirements.txt\n");
    assertThat(DockerIgnore.parse(text).check(copied)).isEmpty();
  }

  @Test
  void saysWhichCopiedFileAnExistingOneExcludes() {
    assertThat(
            DockerIgnore.parse("*.txt\n!constraints.txt\n")
                .check(List.of("requirements.txt", "constraints.txt")))
        .singleElement()
        .satisfies(
            diagnostic -> {
              assertThat(diagnostic.id()).isEqualTo("copied-file-ignored");
              assertThat(diagnostic.message())
                  .isEqualTo(
                      ".dockerignore excludes requirements.txt, which the Dockerfile copies");
            });
  }

  private static DockerIgnore usual() {
    return DockerIgnore.parse(DockerIgnore.textFor(List.of()));
  }
}
