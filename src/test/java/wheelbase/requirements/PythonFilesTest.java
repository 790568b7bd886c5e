package wheelbase.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.pep440.Version;

class PythonFilesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ".python-version | 3.11.7                     | 3.11 | 3.11.7 | .python-version:1:1",
        ".python-version | 3.12                       | 3.12 |        | .python-version:1:1",
        ".python-version | cpython-3.13               | 3.13 |        | .python-version:1:9",
        "runtime.txt     | python-3.10.4              | 3.10 | 3.10.4 | runtime.txt:1:8",
        ".tool-versions  | python 3.11.2              | 3.11 | 3.11.2 | .tool-versions:1:8",
        "Pipfile         | python_version = \"3.12\"  | 3.12 |        | Pipfile:1:19",
        "Dockerfile      | FROM python:3.9-slim AS b  | 3.9  |        | Dockerfile:1:13",
        "Dockerfile      | FROM --platform=x docker.io/library/python:3.12.1 | 3.12 | 3.12.1 | Dockerfile:1:44"
      })
  void aFileNamesTheVersion(String file, String line, String series, String release, String place) {
    var found = new PythonFiles(MemoryFiles.of(file, line + "\n")).find(MemoryFiles.ROOT);
    assertThat(found)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.series()).hasValue(series);
              assertThat(one.release().orElse(null)).isEqualTo(release);
              assertThat(one.place().file() + ":" + one.place().line() + ":" + one.place().column())
                  .isEqualTo(place);
              assertThat(one.isPin()).isTrue();
            });
  }

  @Test
  void otherPythonsAndVariablesAreNotRead() {
    var files =
        MemoryFiles.of(
            ".python-version", "pypy3.10-7.3\nmyenv\n",
            "Dockerfile", "FROM mypython:3.9\nFROM python:${V}\nFROM python:3-slim\n");
    assertThat(new PythonFiles(files).find(MemoryFiles.ROOT)).isEmpty();
  }

  @Test
  void theMostDefiniteComesFirst() {
    var files = MemoryFiles.of("Dockerfile", "FROM python:3.9\n", ".python-version", "3.12\n");
    var found = new PythonFiles(files).find(MemoryFiles.ROOT);
    assertThat(found).extracting(PythonDeclaration::text).containsExactly("3.12", "3.9");
    assertThat(found.get(0).admitted().admits(Version.parse("3.12.4"))).isTrue();
    assertThat(found.get(0).admitted().admits(Version.parse("3.13.0"))).isFalse();
  }
}
