package wheelbase.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneApplicationTest {
  @TempDir Path directory;
  private DrawnProject project;

  @BeforeEach
  void draw() {
    project = new DrawnProject(directory);
  }

  @Test
  void theVariableThatHoldsFastApiIsTheEntryPoint() {
    var application =
        project
            .file("app/__init__.py", "")
            .file(
                "app/main.py",
                """
                \"""Serve it:

                example = FastAPI()
                \"""
                from fastapi import FastAPI

                # app2 = FastAPI()
                service: FastAPI = FastAPI(title="#1")

                @service.get("/healthz")
                def health(): ...
                """)
            .detect("fastapi", "starlette", "uvicorn");
    assertThat(application.framework()).isEqualTo(Framework.FASTAPI);
    assertThat(application.entryPoint()).hasValue("app.main:service");
    assertThat(application.foundIn()).hasValue("app/main.py:8");
    assertThat(application.server()).hasValue("uvicorn");
    assertThat(application.serverInterface()).isEqualTo(ServerInterface.ASGI);
    assertThat(application.healthPath()).hasValue("/healthz");
    assertThat(application.port()).isEqualTo(OptionalInt.of(8000));
    assertThat(application.alternatives()).isEmpty();
    assertThat(application.factory()).isFalse();
  }

  @Test
  void aFrameworkThatIsNotInstalledIsNotSeen() {
    var application = project.file("main.py", "app = FastAPI()\n").detect("flask", "fastapi-utils");
    assertThat(application.framework()).isEqualTo(Framework.SCRIPT);
    assertThat(application.entryPoint()).hasValue("main.py");
  }

  @Test
  void aVariableMadeByAFactoryStandsForTheFactory() {
    var application =
        project
            .file(
                "app/__init__.py",
                """
                from flask import Flask

                def create_app(config):
                    app = Flask(__name__)
                    return app
                """)
            .file("microblog.py", "from app import create_app\n\napp = create_app('production')\n")
            .detect("flask", "gunicorn");
    assertThat(application.entryPoint()).hasValue("microblog:app");
    assertThat(application.foundIn()).hasValue("microblog.py:3");
    assertThat(application.server()).hasValue("gunicorn");
    assertThat(application.factory()).isFalse();
    assertThat(application.alternatives()).isEmpty();
  }

  @Test
  void aFactoryNobodyCallsIsItselfTheEntryPoint() {
    var application =
        project
            .file(
                "shop/__init__.py",
                "from flask import Flask\n\ndef create_app():\n    return Flask(__name__)\n")
            .detect("flask", "waitress");
    assertThat(application.entryPoint()).hasValue("shop:create_app");
    assertThat(application.factory()).isTrue();
    assertThat(application.server()).hasValue("waitress");
  }

  @Test
  void aMountedApplicationIsPartOfTheOther() {
    var application =
        project
            .file(
                "main.py",
                """
                from fastapi import FastAPI
                app = FastAPI()
                admin = FastAPI()
                app.mount("/admin", admin)
                """)
            .detect("fastapi");
    assertThat(application.entryPoint()).hasValue("main:app");
    assertThat(application.alternatives()).isEmpty();
    assertThat(application.server()).isEmpty();
  }

  @Test
  void modulesBelowADirectoryThatIsNoPackageAreNamedFromThere() {
    var application =
        project
            .file("src/app.py", "from flask import Flask\napp = Flask(__name__)\n")
            .detect("flask");
    assertThat(application.entryPoint()).hasValue("app:app");
    assertThat(application.directory()).isEqualTo("src");
  }

  @Test
  void aDirectoryThatIsImportedByNameIsAPackageWithoutInitToo() {
    var application =
        project
            .file(
                "app/main.py",
                "from app.routes import r\nfrom fastapi import FastAPI\napp = FastAPI()\n")
            .file("app/routes.py", "r = 1\n")
            .detect("fastapi");
    assertThat(application.entryPoint()).hasValue("app.main:app");
    assertThat(application.directory()).isEmpty();
  }

  @Test
  void testsAndInstalledPackagesAreNotTheProgram() {
    var application =
        project
            .file("main.py", "app = Flask(__name__)\n")
            .file("tests/app.py", "app = Flask(__name__)\n")
            .file(".venv/lib/flask/app.py", "app = Flask(__name__)\n")
            .file("own/pyvenv.cfg", "")
            .file("own/lib/x.py", "app = Flask(__name__)\n")
            .file("node_modules/gyp/x.py", "app = Flask(__name__)\n")
            .detect("flask");
    assertThat(application.alternatives()).isEmpty();
  }

  @Test
  void aLinkOutOfTheProjectIsNotFollowed(@TempDir Path elsewhere) throws IOException {
    Files.writeString(elsewhere.resolve("secret.py"), "app = Flask(__name__)\n");
    Files.createSymbolicLink(directory.resolve("linked"), elsewhere);
    Files.createSymbolicLink(directory.resolve("main.py"), elsewhere.resolve("secret.py"));
    assertThat(project.detect("flask").entryPoint()).isEmpty();
  }

  @Test
  void ofSeveralNamesForOneApplicationTheFirstIsTaken() {
    var application =
        project.file("main.py", "application = app = Flask(__name__)\n").detect("flask");
    assertThat(application.entryPoint()).hasValue("main:application");
  }

  @Test
  void whatOnlyAClassOrATestMakesIsNoEntryPoint() {
    var application =
        project
            .file("main.py", "class Shop:\n    def make(self):\n        self.app = Flask('x')\n")
            .file("test_main.py", "app = Flask(__name__)\n")
            .detect("flask");
    assertThat(application.framework()).isEqualTo(Framework.SCRIPT);
    assertThat(application.entryPoint()).hasValue("main.py");
  }
}
