package wheelbase.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeveralApplicationsTest {
  @TempDir Path directory;
  private DrawnProject project;

  @BeforeEach
  void draw() {
    project = new DrawnProject(directory);
    project
        .file("api.py", "from fastapi import FastAPI\napp = FastAPI()\n")
        .file("admin.py", "from fastapi import FastAPI\napp = FastAPI()\n");
  }

  @Test
  void bothAreNamed() {
    var application = project.detect("fastapi");
    assertThat(application.entryPoint()).hasValue("admin:app");
    assertThat(application.alternatives()).containsExactly("api:app");
  }

  @Test
  void theUserDecides() {
    var application = project.detectChosen("api:app", "fastapi");
    assertThat(application.entryPoint()).hasValue("api:app");
    assertThat(application.foundIn()).hasValue("api.py:2");
    assertThat(application.alternatives()).isEmpty();
  }

  @Test
  void theUserMayNameWhatWasNotFound() {
    var application = project.detectChosen("other:make()", "fastapi", "uvicorn");
    assertThat(application.entryPoint()).hasValue("other:make");
    assertThat(application.factory()).isTrue();
    assertThat(application.framework()).isEqualTo(Framework.FASTAPI);
    assertThat(application.foundIn()).isEmpty();
  }

  @Test
  void theDockerfileDecides() {
    var application =
        project
            .file("Dockerfile", "EXPOSE 8080\nCMD [\"uvicorn\", \"api:app\"]\n")
            .detect("fastapi");
    assertThat(application.entryPoint()).hasValue("api:app");
    assertThat(application.alternatives()).isEmpty();
    assertThat(application.port()).isEqualTo(OptionalInt.of(8080));
  }

  @Test
  void theProcfileDecides() {
    var application =
        project
            .file("Procfile", "release: true\nweb: uvicorn api:app --port $PORT --proxy-headers\n")
            .detect("fastapi");
    assertThat(application.entryPoint()).hasValue("api:app");
    assertThat(application.command())
        .containsExactly("uvicorn", "api:app", "--port", "8000", "--proxy-headers");
    assertThat(application.alternatives()).isEmpty();
  }

  @Test
  void theUsersWordIsStrongerThanTheProcfile() {
    project.file("Procfile", "web: uvicorn api:app\n");
    assertThat(project.detectChosen("admin:app", "fastapi", "uvicorn").command()).isEmpty();
    assertThat(project.detectChosen("api:app", "fastapi", "uvicorn").command())
        .containsExactly("uvicorn", "api:app");
  }
}
