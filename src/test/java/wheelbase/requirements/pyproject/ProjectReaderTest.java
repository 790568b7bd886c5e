package wheelbase.requirements.pyproject;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wheelbase.requirements.DeclaredRequirement;
import wheelbase.requirements.MemoryFiles;
import wheelbase.requirements.ProjectRequirements;
import wheelbase.requirements.PythonDeclaration;
import wheelbase.requirements.ReaderOptions;

class ProjectReaderTest {
  private static ProjectReader reader(String... namesAndTexts) {
    return new ProjectReader(MemoryFiles.ROOT, MemoryFiles.of(namesAndTexts), Map.of());
  }

  private static ProjectRequirements read(String pyproject) {
    return reader("pyproject.toml", pyproject)
        .read(List.of(Path.of("pyproject.toml")), List.of(), ReaderOptions.NONE);
  }

  private static List<String> described(ProjectRequirements read) {
    return read.requirements().stream().map(ProjectReaderTest::described).toList();
  }

  private static String described(DeclaredRequirement one) {
    return one.place().line() + ":" + one.place().column() + " " + one.text();
  }

  @Test
  void theProjectTablesDependenciesHaveTheirPlaces() {
    var read =
        read(
            """
            [build-system]
            requires = ["flask"]
            [project]
            name = "x"
            dependencies = [
              "flask",
              'requests[socks]>=2 ; python_version < "4"',  # c
              "a @ https://x.test/a.zip", "b",
            ]
            [project.optional-dependencies]
            dev = ["pytest"]
            """);
    assertThat(read.diagnostics()).isEmpty();
    assertThat(described(read))
        .containsExactly(
            "6:4 flask",
            "7:4 requests[socks]>=2 ; python_version < \"4\"",
            "8:4 a @ https://x.test/a.zip",
            "8:32 b");
    assertThat(read.requirements().get(2).isOutsideTheIndex()).isTrue();
    assertThat(read.files()).containsExactly(MemoryFiles.ROOT.resolve("pyproject.toml"));
  }

  @Test
  void groupsAloneAskForNothingUntilOneIsNamed() {
    var read = read("[dependency-groups]\nmain = [\"flask\"]\ndev = [\"pytest\"]\n");
    assertThat(read.requirements()).isEmpty();
    assertThat(read.diagnostics().get(0).id()).isEqualTo("groups-alone");
    assertThat(read.diagnostics().get(0).hint())
        .contains("name those to install: --group dev, main");
    assertThat(read("[project]\nname = \"x\"\n").diagnostics()).isEmpty();
  }

  @Test
  void aFaultIsShownInsideTheText() {
    var fault = read("[project]\ndependencies = [\"ok\", \"flask=2\"]\n").diagnostics().get(0);
    assertThat(fault.id()).isEqualTo("invalid-requirement");
    assertThat(fault.place().orElseThrow().line()).isEqualTo(2);
    assertThat(fault.place().orElseThrow().column()).isEqualTo(29);
  }

  @Test
  void poetrysDependenciesAreTranslated() {
    var read =
        read(
            """
            [tool.poetry.dependencies]
            python = "^3.10"
            fastapi = "^0.110"
            "zope.interface" = "*"
            uvicorn = {version = "~0.29", extras = ["standard"]}
            tool = {git = "https://x.test/tool.git", tag = "v1"}
            local = {path = "../local", develop = true}
            extra = {version = "1.0", optional = true}
            old = [
              {version = "1.*", python = "<3.12"},
              {version = "^2.0", python = "^3.12"},
            ]
            win = {version = "1", markers = "a == 'b' or os_name == 'nt'", platform = "win32"}
            wide = "^1 || ^2"
            [tool.poetry.dependencies.table]
            version = "3.0"
            [tool.poetry.group.dev.dependencies]
            pytest = "^8"
            """);
    assertThat(described(read))
        .containsExactly(
            "3:1 fastapi>=0.110,<0.111",
            "4:1 zope.interface",
            "5:1 uvicorn[standard]>=0.29,<0.30",
            "6:1 tool @ git+https://x.test/tool.git@v1",
            "7:1 local @ file:../local",
            "9:1 old==1.* ; python_version < '3.12'",
            "9:1 old>=2.0,<3 ; python_version >= '3.12' and python_version < '4'",
            "15:1 table==3.0");
    assertThat(read.diagnostics())
        .extracting(fault -> fault.id() + " " + fault.place().orElseThrow().line())
        .containsExactly("invalid-requirement 13", "unsupported-constraint 14");
  }

  @Test
  void dependenciesThatOnlyABuildKnowsAreSaid() {
    var fault = read("[project]\ndynamic = [\"version\", \"dependencies\"]\n").diagnostics().get(0);
    assertThat(fault.id()).isEqualTo("dynamic-dependencies");
    assertThat(fault.place().orElseThrow().line()).isEqualTo(2);
  }

  @Test
  void whatIsNotTomlIsShown() {
    var fault = read("[project]\nname = \n").diagnostics().get(0);
    assertThat(fault.id()).isEqualTo("invalid-toml");
    assertThat(fault.place().orElseThrow().line()).isEqualTo(2);
  }

  @Test
  void requirementsFilesComeFirst() {
    var read =
        reader("pyproject.toml", "[project]\ndependencies = ['a']\n", "r.txt", "b\n")
            .read(
                List.of(Path.of("pyproject.toml"), Path.of("r.txt")),
                List.of(),
                ReaderOptions.NONE);
    assertThat(described(read)).containsExactly("1:1 b", "2:18 a");
  }

  @Test
  void thePythonAskedForIsFoundWhereverItIsSaid() {
    var declarations =
        reader(
                "pyproject.toml", "[project]\nrequires-python = '>=3.10'\n",
                ".python-version", "3.12\n")
            .pythonDeclarations();
    assertThat(declarations).extracting(PythonDeclaration::text).containsExactly("3.12", ">=3.10");
    assertThat(declarations.get(1).isPin()).isFalse();
    assertThat(declarations.get(1).place().line()).isEqualTo(2);
    assertThat(
            reader("pyproject.toml", "[tool.poetry.dependencies]\npython = '^3.11'\n")
                .pythonDeclarations())
        .singleElement()
        .satisfies(one -> assertThat(one.admitted()).hasToString("<4,>=3.11"));
  }

  @Test
  void scriptsAreNamed() {
    var pyproject =
        reader("pyproject.toml", "[project.scripts]\nserve = 'shop.cli:main'\n")
            .pyproject(MemoryFiles.ROOT.resolve("pyproject.toml"));
    assertThat(pyproject.orElseThrow().scripts()).containsEntry("serve", "shop.cli:main");
  }
}
