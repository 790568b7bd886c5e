package wheelbase.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.pep508.PackageName;

/** Files that are applications as they stand. */
class ServingFileTest {
  @TempDir Path directory;
  private DrawnProject project;

  @BeforeEach
  void draw() {
    project = new DrawnProject(directory);
  }

  private Application listeningOn(int port, String framework) {
    return new ApplicationDetector(directory)
        .detect(Set.of(new PackageName(framework)), Optional.empty(), OptionalInt.of(port));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "app.listen(8123)                                  ! 8123 ! port-in-source",
        "app.listen(port=8123)                             ! 8123 ! port-in-source",
        "app.listen(int(os.environ['PORT']))               ! 8888 !",
        "app.listen(int(os.environ.get('PORT', 8124)))     ! 8124 !",
        "app.listen(8123, '127.0.0.1')                     ! 8123 ! port-in-source, listens-on-loopback",
        "app.listen(settings.port, address='localhost')    ! 8888 ! listens-on-loopback",
        "app.listen(settings.port)                         ! 8888 !",
      })
  void itsOwnPortCounts(String line, int port, String ids) {
    project.file("main.py", "import os\nimport tornado.web\n" + line + "\n");
    assertThat(project.detect("tornado").port()).isEqualTo(OptionalInt.of(port));
    Application moved = listeningOn(9000, "tornado");
    assertThat(moved.port()).isEqualTo(OptionalInt.of(9000));
    assertThat(
            String.join(
                ", ", moved.observations().diagnostics().stream().map(each -> each.id()).toList()))
        .isEqualTo(ids == null ? "" : ids);
  }

  @Test
  void aCallOverSeveralLinesIsReadAsWell() {
    project.file(
        "main.py",
        """
        from aiohttp import web

        def main():
            web.run_app(
                make(1, 2),
                port=8123,
            )
        """);
    assertThat(project.detect("aiohttp").port()).isEqualTo(OptionalInt.of(8123));
  }

  @Test
  void ofStreamlitsFilesThoseWithAUsualNameAreMeant() {
    var application =
        project
            .file("app.py", "import streamlit as st\n")
            .file("charts.py", "import streamlit as st\n")
            .file("pages/main.py", "import streamlit as st\nst.set_page_config()\n")
            .detect("streamlit");
    assertThat(application.entryPoint()).hasValue("app.py");
    assertThat(application.alternatives()).isEmpty();
    assertThat(application.healthPath()).hasValue("/_stcore/health");
  }

  @Test
  void amongUnusualNamesThePageConfigurationTells() {
    var application =
        project
            .file("a.py", "import streamlit as st\n")
            .file("sales.py", "import streamlit as st\nst.set_page_config(layout='wide')\n")
            .detect("streamlit");
    assertThat(application.entryPoint()).hasValue("sales.py");
  }

  @Test
  void aFileThatALongOptionWouldBeTakenForIsNotStarted() {
    var application =
        project.file("--server.address=evil.py", "import streamlit as st\n").detect("streamlit");
    assertThat(application.entryPoint()).isEmpty();
  }

  @Test
  void aServedApplicationComesBeforeAFileThatServesItself() {
    var application =
        project
            .file("api.py", "from fastapi import FastAPI\napp = FastAPI()\n")
            .file("app.py", "import streamlit as st\n")
            .detect("fastapi", "streamlit", "uvicorn");
    assertThat(application.entryPoint()).hasValue("api:app");
    assertThat(application.alternatives()).containsExactly("app.py");
    assertThat(project.detectChosen("app.py", "fastapi", "streamlit").framework())
        .isEqualTo(Framework.STREAMLIT);
  }
}
