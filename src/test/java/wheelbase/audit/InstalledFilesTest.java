package wheelbase.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.dockerfile.syntax.DockerfileReader;

/** What the commands of a Dockerfile install, in the spellings of the tools. */
class InstalledFilesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      value = {
        "pip install -r requirements.txt                 | requirements.txt | ''      | ''       | ''",
        "pip3 install --requirement=a.txt -rb.txt        | a.txt b.txt      | ''      | ''       | ''",
        "pip install 'pip>=25.1' && pip install --group main --group=dev | '' | '' | ''     | dev main",
        "pip install --group main flask                  | ''               | flask   | ''       | main",
        "uv sync --frozen --no-dev --extra s3 --group web | ''              | ''      | s3       | web",
        "poetry install --with prod,web -E redis         | ''               | ''      | redis    | prod web",
        "poetry install --extras 'pg redis'              | ''               | ''      | pg redis | ''",
        "if [ $D ]; then pip install -r dev.txt; fi; pip install -r a.txt | a.txt | ''   | ''       | ''",
        "if [ -f a.txt ]; then pip install -r a.txt; fi   | a.txt            | ''      | ''       | ''",
        "uv pip sync requirements.lock                   | requirements.lock | ''     | ''       | ''",
      })
  void installs(String command, String files, String packages, String extras, String groups) {
    InstalledFiles installed =
        InstalledFiles.of(
            DockerfileReader.read(
                "Dockerfile", "FROM python:3.13-slim-trixie\nRUN " + command + "\n"));
    assertThat(installed.installs()).isTrue();
    assertThat(
            String.join(
                " ", installed.requirementsFiles().stream().map(each -> each.get(0)).toList()))
        .isEqualTo(files);
    assertThat(String.join(" ", installed.packages())).isEqualTo(packages);
    assertThat(String.join(" ", installed.optional().extras())).isEqualTo(extras);
    assertThat(String.join(" ", installed.optional().groups())).isEqualTo(groups);
    assertThat(installed.bases()).isEqualTo(List.of(installed.bases().get(0)));
  }
}
