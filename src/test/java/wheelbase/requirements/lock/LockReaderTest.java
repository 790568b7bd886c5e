package wheelbase.requirements.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.requirements.FileReader;
import wheelbase.requirements.Inputs;
import wheelbase.requirements.Lock;
import wheelbase.requirements.LockFormat;
import wheelbase.requirements.MemoryFiles;
import wheelbase.requirements.ProjectRequirements;
import wheelbase.requirements.ReaderOptions;
import wheelbase.requirements.Selection;

class LockReaderTest {
  private static final String PROJECT =
      "[project]\nname = 'shop'\nversion = '1'\ndependencies = ['flask>=3']\n";

  private static final String UV =
      """
      version = 1
      requires-python = ">=3.11"
      [[package]]
      name = "shop"
      version = "1"
      source = { virtual = "." }
      dependencies = [{ name = "flask" }]
      [package.metadata]
      requires-dist = [{ name = "flask", specifier = ">=3" }]
      [[package]]
      name = "flask"
      version = "3.1.0"
      source = { registry = "https://index.test/simple" }
      """;

  private static ProjectRequirements read(FileReader files, String file) {
    return new LockReader(MemoryFiles.ROOT, files)
        .read(
            LockFormat.of(Path.of(file)).orElseThrow(),
            Inputs.of(List.of(Path.of(file)), List.of(), ReaderOptions.NONE));
  }

  private static Lock.Pinned on(ProjectRequirements read, String python) {
    return read.lock().orElseThrow().on(LockTruthTest.target(python, "x86_64").markerEnvironment());
  }

  private static List<String> texts(Lock.Pinned pinned) {
    return pinned.pins().stream().map(pin -> pin.text()).toList();
  }

  private static List<String> ids(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(Diagnostic::id).toList();
  }

  @Test
  void theUsersOwnRequirementsAreThoseOfTheProject() {
    ProjectRequirements read =
        read(MemoryFiles.of("pyproject.toml", PROJECT, "uv.lock", UV), "uv.lock");
    assertThat(read.diagnostics()).isEmpty();
    assertThat(read.requirements()).extracting(each -> each.text()).containsExactly("flask>=3");
    assertThat(read.files())
        .containsExactly(
            MemoryFiles.ROOT.resolve("uv.lock"), MemoryFiles.ROOT.resolve("pyproject.toml"));
    assertThat(texts(on(read, "3.12.1"))).containsExactly("flask==3.1.0");
    assertThat(read.lock().orElseThrow().indexes()).containsExactly("https://index.test/simple");
  }

  @Test
  void pathsStartWhereTheLockLies() {
    String lock =
        UV.replace("registry = \"https://index.test/simple\"", "directory = \"../flask\"");
    ProjectRequirements read =
        read(
            MemoryFiles.of("service/pyproject.toml", PROJECT, "service/uv.lock", lock),
            "service/uv.lock");
    assertThat(on(read, "3.12.1").pins())
        .singleElement()
        .satisfies(
            pin ->
                assertThat(Path.of(URI.create(pin.link().orElseThrow())).normalize())
                    .isEqualTo(MemoryFiles.ROOT.resolve("flask")));
  }

  /** Before 2.1 an edge that an extra brings has the extra in its marker, maybe beside more. */
  @ParameterizedTest
  @CsvSource({"3.11.2, true", "3.12.1, false"})
  void theRestOfAnExtrasMarkerCounts(String python, boolean isLocked) {
    String lock =
        """
        [[package]]
        name = "flask"
        version = "3.1.0"
        python-versions = "*"
        [package.dependencies]
        asgiref = {version = "*", optional = true, markers = "extra == \\"async\\" and python_version < \\"3.12\\""}
        [package.extras]
        async = ["asgiref"]
        [[package]]
        name = "asgiref"
        version = "3"
        python-versions = "*"
        [metadata]
        lock-version = "2.0"
        """;
    String project = PROJECT.replace("flask>=3", "flask[async]>=3");
    ProjectRequirements read =
        read(MemoryFiles.of("pyproject.toml", project, "poetry.lock", lock), "poetry.lock");
    assertThat(texts(on(read, python)).contains("asgiref==3")).isEqualTo(isLocked);
    assertThat(texts(on(read, python))).contains("flask[async]==3.1.0");
  }

  @Test
  void anotherPythonIsAFault() {
    ProjectRequirements read =
        read(MemoryFiles.of("pyproject.toml", PROJECT, "uv.lock", UV), "uv.lock");
    assertThat(on(read, "3.10.4").faults())
        .singleElement()
        .satisfies(
            fault ->
                assertThat(fault.message())
                    .isEqualTo("uv.lock was made for Python >=3.11, not for 3.10.4"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"flask>=3\"           | ",
        "\"flask>=3.1\"         | uv.lock is out of date: pyproject.toml asks for `flask>=3.1` now",
        "\"flask>=3\", \"click\"  | uv.lock is out of date: pyproject.toml asks for click, which it lacks",
        "\"Flask >= 3\"         | "
      })
  void anEditedProjectMakesTheLockOfUvStale(String dependencies, String expected) {
    String project = PROJECT.replace("'flask>=3'", dependencies);
    ProjectRequirements read =
        read(MemoryFiles.of("pyproject.toml", project, "uv.lock", UV), "uv.lock");
    if (expected == null) {
      assertThat(read.diagnostics()).isEmpty();
    } else {
      assertThat(read.diagnostics())
          .singleElement()
          .satisfies(
              stale -> {
                assertThat(stale.id()).isEqualTo("stale-lock");
                assertThat(stale.message()).isEqualTo(expected);
                assertThat(stale.hint()).hasValue("uv lock");
              });
    }
  }

  @Test
  void whatUvSaysCannotBeHadTogetherIsRefused() {
    String conflicting =
        "conflicts = [[{ package = \"shop\", extra = \"cpu\" }, { package = \"shop\", extra = \"gpu\" }]]\n"
            + UV;
    String project = PROJECT + "[project.optional-dependencies]\ncpu = []\ngpu = []\n";
    Inputs inputs =
        Inputs.of(List.of(Path.of("uv.lock")), List.of(), ReaderOptions.NONE)
            .withSelection(Selection.of(List.of("cpu", "gpu"), List.of()));
    assertThat(
            ids(
                new LockReader(
                        MemoryFiles.ROOT,
                        MemoryFiles.of("pyproject.toml", project, "uv.lock", conflicting))
                    .read(LockFormat.UV, inputs)
                    .diagnostics()))
        .containsExactly("conflicting-selection");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "uv.lock      | version = 2                      | of version 2 of its format",
        "uv.lock      |                                  | does not say",
        "uv.lock      | version =                        | this is not TOML",
        "poetry.lock  | [metadata]                       | does not say",
        "pylock.toml  | lock-version = '2.0'             | of version 2.0",
        "Pipfile.lock | {\"_meta\": {\"pipfile-spec\": 7}} | of version 7",
        "Pipfile.lock | [                                | is not JSON",
        "Pipfile.lock | []                               | does not say"
      })
  void whatCannotBeReadIsAnErrorWithAReason(String file, String text, String reason) {
    ProjectRequirements read =
        read(MemoryFiles.of("pyproject.toml", PROJECT, file, text == null ? "" : text), file);
    assertThat(read.hasErrors()).isTrue();
    assertThat(read.diagnostics().get(0).message()).contains(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"uv.lock", "poetry.lock"})
  void aLockWithoutItsProjectIsAnError(String file) {
    String text = file.equals("uv.lock") ? UV : "[metadata]\nlock-version = '2.1'\n";
    assertThat(ids(read(MemoryFiles.of(file, text), file).diagnostics()))
        .containsExactly("missing-requirements-file");
    assertThat(ids(read(new MemoryFiles(), file).diagnostics()))
        .containsExactly("missing-requirements-file");
  }

  @Test
  void aLockIsReadAlone() {
    Inputs inputs =
        Inputs.of(List.of(Path.of("uv.lock"), Path.of("more.txt")), List.of(), ReaderOptions.NONE);
    assertThat(
            ids(
                new LockReader(MemoryFiles.ROOT, MemoryFiles.of("uv.lock", UV))
                    .read(LockFormat.UV, inputs)
                    .diagnostics()))
        .containsExactly("lock-not-alone");
  }

  @Test
  void aPackageThatAnEdgeNamesAndTheLockLacksIsAFault() {
    String lock = UV.replace("{ name = \"flask\" }]", "{ name = \"flask\" }, { name = \"gone\" }]");
    ProjectRequirements read =
        read(MemoryFiles.of("pyproject.toml", PROJECT, "uv.lock", lock), "uv.lock");
    assertThat(ids(on(read, "3.12.1").faults())).containsExactly("lock-incomplete");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "git = 'https://index.test/x.git?rev=main#0123abc' | git+https://index.test/x.git@0123abc",
        "url = 'https://index.test/x.whl'                  | https://index.test/x.whl",
        "path = 'x.whl'                                    | file:///project/x.whl",
        "editable = 'packages/flask'                       | file:///project/packages/flask"
      })
  void whatDoesNotComeFromAnIndexIsAnAddress(String source, String expected) {
    String lock = UV.replace("registry = \"https://index.test/simple\"", source.replace('\'', '"'));
    ProjectRequirements read =
        read(MemoryFiles.of("pyproject.toml", PROJECT, "uv.lock", lock), "uv.lock");
    assertThat(on(read, "3.12.1").pins())
        .singleElement()
        .satisfies(pin -> assertThat(pin.link()).hasValue(expected))
        .satisfies(pin -> assertThat(pin.text()).doesNotContain("/project"));
  }

  @Test
  void pylockRefusesWhatPep751Refuses() {
    String head = "lock-version = '1.0'\nenvironments = [\"sys_platform == 'win32'\"]\n";
    ProjectRequirements read =
        read(
            MemoryFiles.of(
                "pylock.toml",
                head
                    + "[[packages]]\nname = 'a'\nversion = '1'\nrequires-python = '<3.12'\n"
                    + "[[packages]]\nname = 'A'\nversion = '2'\n"),
            "pylock.toml");
    assertThat(ids(on(read, "3.12.1").faults()))
        .containsExactly("lock-for-other-environment", "lock-for-other-python", "lock-ambiguous");
  }

  @Test
  void aPipfileThatWasEditedMakesItsLockStale() {
    String lock =
        "{\"_meta\": {\"pipfile-spec\": 6, \"hash\": {\"sha256\": \"00\"}}, \"default\": {}}";
    ProjectRequirements read =
        read(
            MemoryFiles.of("Pipfile", "[packages]\nflask = \"*\"\n", "Pipfile.lock", lock),
            "Pipfile.lock");
    assertThat(ids(read.diagnostics())).containsExactly("stale-lock");
    assertThat(read.requirements()).extracting(each -> each.place().line()).containsExactly(2);
  }

  /** Whatever the bytes are, the user is told something and nothing is thrown. */
  @Property(tries = 300)
  void garbageIsNoException(@ForAll @Size(max = 60) byte[] garbage) {
    for (LockFormat format : LockFormat.values()) {
      ProjectRequirements read = read(path -> Optional.of(garbage.clone()), format.fileName());
      assertThat(read.lock().isPresent() || read.hasErrors()).isTrue();
    }
  }

  /** What is in the place of every value is of another kind. */
  @ParameterizedTest
  @EnumSource(LockFormat.class)
  void valuesOfAnotherKindAreNoException(LockFormat format) {
    for (String odd : List.of("1", "true", "\"x\"", "[]", "[1]", "[[]]", "{}", "{ name = 1 }")) {
      String text =
          switch (format) {
            case UV ->
                "version = 1\nrequires-python = %s\nresolution-markers = %s\nconflicts = %s\npackage = %s\nmanifest = %s\n";
            case POETRY ->
                "package = %s\nextras = %s\nx = %s\ny = %s\nz = %s\n[metadata]\nlock-version = \"2.1\"\n";
            case PYLOCK ->
                "lock-version = \"1.0\"\npackages = %s\nenvironments = %s\nextras = %s\ndependency-groups = %s\nrequires-python = %s\n";
            case PIPENV ->
                "{\"_meta\": {\"pipfile-spec\": 6, \"sources\": %s, \"hash\": %s}, \"default\": %s, \"develop\": %s, \"x\": %s}";
          };
      String value = format == LockFormat.PIPENV ? odd.replace(" name =", " \"name\":") : odd;
      ProjectRequirements read =
          read(
              MemoryFiles.of(
                  "pyproject.toml",
                  PROJECT,
                  "Pipfile",
                  "packages = " + odd + "\nsource = " + odd + "\n",
                  format.fileName(),
                  text.formatted(value, value, value, value, value)),
              format.fileName());
      read.lock().ifPresent(lock -> assertThat(on(read, "3.12.1")).isNotNull());
      read.lock().ifPresent(lock -> assertThat(lock.indexes()).isNotNull());
    }
  }
}
