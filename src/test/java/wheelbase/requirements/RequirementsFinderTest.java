package wheelbase.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequirementsFinderTest {
  private static RequirementsSearch find(String... names) {
    var files = new MemoryFiles();
    for (String name : names) {
      files.with(name, name.endsWith("pyproject.toml") ? "[project]\nname = 'x'\n" : "");
    }
    return new RequirementsFinder(files).find(MemoryFiles.ROOT, "./service");
  }

  private static String chosen(RequirementsSearch search) {
    return search.fold(
        found -> MemoryFiles.ROOT.relativize(found.files().get(0)).toString(),
        several -> "one of " + several.candidates(),
        notFound -> "none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "requirements.txt pyproject.toml requirements/prod.txt | requirements.txt",
        "requirements/base.txt requirements/dev.txt requirements/production.txt | requirements/production.txt",
        "requirements/base.txt requirements/dev.txt | requirements/base.txt",
        "requirements/default.txt requirements/test.txt requirements/docs.txt | requirements/default.txt",
        "requirements/server.txt requirements/test.txt | requirements/server.txt",
        "requirements/server.txt requirements/worker.txt | one of [requirements/server.txt, requirements/worker.txt]",
        "requirements-dev.txt requirements-prod.txt | requirements-prod.txt",
        "requirements_docker.txt requirements_test.txt | requirements_docker.txt",
        "prod-requirements.txt dev-requirements.txt | prod-requirements.txt",
        "requirements-dev.txt | none",
        "requirements-dev.txt pyproject.toml | pyproject.toml",
        "requirements/oci.txt requirements/py-dev.txt | requirements/oci.txt",
        "pyproject.toml setup.py | pyproject.toml",
        "requirements.in setup.py | requirements.in",
        "src/requirements.txt | src/requirements.txt",
        "a/b/c/requirements.txt a/b/README | a/b/c/requirements.txt",
        "a/b/requirements.txt c/d/e/requirements.txt | a/b/requirements.txt",
        "a/requirements.txt b/pyproject.toml | one of [a/requirements.txt, b/pyproject.toml]",
        "1/2/3/4/5/requirements.txt | none",
        "venv/requirements.txt .git/requirements.txt tests/requirements.txt | none",
        "own/pyvenv.cfg own/requirements.txt | none",
        "uv.lock pyproject.toml | uv.lock",
        "uv.lock pyproject.toml requirements.txt | uv.lock",
        "uv.lock | none",
        "uv.lock poetry.lock pyproject.toml | uv.lock",
        "poetry.lock pyproject.toml requirements/prod.txt | poetry.lock",
        "Pipfile Pipfile.lock | Pipfile.lock",
        "pylock.toml uv.lock pyproject.toml | pylock.toml",
        "service/uv.lock service/pyproject.toml | service/uv.lock",
        "requirements.in requirements.txt | requirements.txt",
        "requirements.lock requirements.in | requirements.in",
        "requirements.lock uv.lock pyproject.toml | uv.lock",
        "requirements.lock | none",
        "notes.txt | none"
      })
  void theFileMeantForProductionIsChosen(String names, String expected) {
    assertThat(chosen(find(names.split(" ")))).isEqualTo(expected);
  }

  @Test
  void theChoiceIsExplained() {
    var note = find("requirements/base.txt", "requirements/prod.txt").diagnostic();
    assertThat(note.message()).isEqualTo("requirements/prod.txt is read: its name says prod");
    assertThat(note.hint()).hasValue("requirements/base.txt is not; choose with -r");
  }

  @Test
  void whatTheDockerfileInstallsIsChosen() {
    var files =
        MemoryFiles.of(
            "Dockerfile",
            "RUN pip install -r /tmp/requirements-docker.txt --requirement=requirements/x.txt \\\n"
                + " -r gone.txt -r requirements-dev.txt\n",
            "requirements.txt",
            "",
            "requirements-docker.txt",
            "",
            "requirements-dev.txt",
            "",
            "requirements/x.txt",
            "");
    var note = new RequirementsFinder(files).find(MemoryFiles.ROOT, ".").diagnostic();
    assertThat(note.message())
        .isEqualTo("requirements-docker.txt, requirements/x.txt: the Dockerfile installs it");
    assertThat(note.hint())
        .hasValue("requirements-dev.txt, requirements.txt are not; choose with -r");
  }

  @Test
  void theLockThatWheelbaseWroteIsNotWhatTheUserAsksFor() {
    var files =
        MemoryFiles.of(
            "Dockerfile",
            "RUN pip install --require-hashes --no-deps -r requirements.lock\n",
            "requirements.txt",
            "",
            "requirements.lock",
            "");
    assertThat(chosen(new RequirementsFinder(files).find(MemoryFiles.ROOT, ".")))
        .isEqualTo("requirements.txt");
  }

  @Test
  void aFileForDevelopmentIsNotChosenButNamed() {
    assertThat(find("requirements-dev.txt").diagnostic().hint())
        .hasValue("wheelbase check ./service/requirements-dev.txt");
  }

  @Test
  void aPyprojectWithoutProjectSaysNothing() {
    var files = MemoryFiles.of("pyproject.toml", "[tool.black]\nline-length = 100\n");
    assertThat(chosen(new RequirementsFinder(files).find(MemoryFiles.ROOT, "."))).isEqualTo("none");
  }

  @Test
  void aMisspeltFileIsSuggested() {
    var search = find("requirments.txt", "README.md");
    assertThat(search)
        .isInstanceOfSatisfying(
            RequirementsSearch.NotFound.class,
            notFound -> {
              assertThat(notFound.there()).containsExactly("requirments.txt");
              assertThat(notFound.didYouMean()).hasValue("requirments.txt");
            });
    assertThat(search.diagnostic().message())
        .isEqualTo(
            """
            no requirements file found in ./service
              looked for   requirements.txt, requirements/*.txt, pyproject.toml
              there is     requirments.txt   did you mean requirments.txt?""");
    assertThat(search.diagnostic().hint()).hasValue("wheelbase check ./service/requirments.txt");
  }

  @Test
  void aLockFileIsToBeExported() {
    assertThat(find("setup.py", "pdm.lock").diagnostic().hint())
        .hasValue("pdm export --prod -o requirements.txt");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "# This file was autogenerated by uv via the following command: | requirements.txt",
        "# This file is autogenerated by pip-compile with Python 3.12 | requirements.txt",
        "#    uv export --no-dev -o requirements.txt | requirements.txt",
        "# what the uv people told us | uv.lock",
        "flask | uv.lock"
      })
  void whatAToolMadeToBeInstalledFromBeatsALockAndALockWhatAPersonWrote(
      String head, String expected) {
    var files =
        MemoryFiles.of(
            "uv.lock",
            "",
            "pyproject.toml",
            "[project]\nname = 'x'\n",
            "requirements.txt",
            head + "\nflask==3\n");
    assertThat(chosen(new RequirementsFinder(files).find(MemoryFiles.ROOT, ".")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RUN uv sync --frozen | uv.lock",
        "RUN uv --no-cache sync | uv.lock",
        "RUN poetry install --no-root | poetry.lock",
        "RUN pipenv sync | Pipfile.lock",
        "RUN pipenv install --deploy --system | Pipfile.lock",
        "RUN pip install -r pylock.toml | pylock.toml",
        "RUN pip install -r requirements.txt | requirements.txt",
        "RUN make | pylock.toml"
      })
  void aDockerfileSaysWhichLockIsInstalled(String command, String expected) {
    var files =
        MemoryFiles.of(
            "Dockerfile",
            "FROM python:3.13\n" + command + "\n",
            "uv.lock",
            "",
            "poetry.lock",
            "",
            "Pipfile.lock",
            "",
            "pylock.toml",
            "",
            "pyproject.toml",
            "[project]\nname = 'x'\n",
            "requirements.txt",
            "");
    assertThat(chosen(new RequirementsFinder(files).find(MemoryFiles.ROOT, ".")))
        .isEqualTo(expected);
  }

  @Test
  void theToolThatThePyprojectNamesIsBelieved() {
    var files =
        MemoryFiles.of(
            "uv.lock", "", "poetry.lock", "", "pyproject.toml", "[tool.poetry]\nname = 'x'\n");
    assertThat(chosen(new RequirementsFinder(files).find(MemoryFiles.ROOT, ".")))
        .isEqualTo("poetry.lock");
  }
}
