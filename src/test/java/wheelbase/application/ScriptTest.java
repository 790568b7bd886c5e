package wheelbase.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptTest {
  @TempDir Path directory;
  private DrawnProject project;

  @BeforeEach
  void draw() {
    project = new DrawnProject(directory);
  }

  @Test
  void aUsualNameIsTakenAndTheOthersAreNamed() {
    var application =
        project.file("run.py", "x = 1\n").file("main.py", "x = 1\n").detect("requests");
    assertThat(application.framework()).isEqualTo(Framework.SCRIPT);
    assertThat(application.entryPoint()).hasValue("main.py");
    assertThat(application.command()).containsExactly("python", "main.py");
    assertThat(application.alternatives()).containsExactly("run.py");
    assertThat(application.port()).isEmpty();
    assertThat(application.serverInterface()).isEqualTo(ServerInterface.NONE);
  }

  @Test
  void aPackageWithMainIsStartedAsModule() {
    var application =
        project
            .file("src/tool/__init__.py", "")
            .file("src/tool/__main__.py", "from . import x\n")
            .detect();
    assertThat(application.command()).containsExactly("python", "-m", "tool");
    assertThat(application.directory()).isEqualTo("src");
  }

  @Test
  void aDeclaredScriptIsCalledAsItsInstalledProgramWould() {
    var application =
        project
            .file("tool/cli.py", "")
            .file("pyproject.toml", "[project.scripts]\ntool = 'tool.cli:main'\n")
            .detect();
    assertThat(application.entryPoint()).hasValue("tool.cli:main");
    assertThat(application.command())
        .containsExactly("python", "-c", "import sys; from tool.cli import main; sys.exit(main())");
  }

  @Test
  void anEmptyDirectoryHasNoEntryPoint() {
    assertThat(project.detect("requests").entryPoint()).isEmpty();
  }

  @Test
  void withoutSourceTheFrameworkIsGuessedFromThePackages() {
    var application = project.detect("fastapi", "starlette", "gunicorn", "uvicorn");
    assertThat(application.framework()).isEqualTo(Framework.FASTAPI);
    assertThat(application.entryPoint()).isEmpty();
    assertThat(application.server()).hasValue("uvicorn");
  }
}
