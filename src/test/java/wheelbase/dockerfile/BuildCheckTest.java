package wheelbase.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wheelbase.application.Application;
import wheelbase.application.Framework;
import wheelbase.application.ServerInterface;
import wheelbase.testing.BuildCheck;

/**
 * Builds generated files for real, on stand-ins for the base images, and has the image looked over.
 */
@Tag("build")
class BuildCheckTest {
  private static final String HELLO_WSGI =
      """
      def app(environ, start_response):
          start_response("200 OK", [("Content-Type", "text/plain")])
          return [b"hello"]
      """;

  /** A project: its files, and the request that the rest of wheelbase would make of it. */
  private record Project(Map<String, String> files, Requests request) {}

  private static Map<String, Project> projects() {
    Map<String, Project> projects = new TreeMap<>();
    projects.put(
        "flask",
        new Project(
            Map.of(
                "requirements.txt",
                "flask==3.1.0\ngunicorn==23.0.0\n",
                "app.py",
                """
                from flask import Flask
                app = Flask(__name__)
                @app.get("/")
                def hello():
                    return "hello"
                """),
            Requests.slim().application(Requests.web(Framework.FLASK, "app:app", "gunicorn"))));
    projects.put(
        "psycopg2",
        new Project(
            Map.of(
                "requirements.txt", "psycopg2==2.9.10\ngunicorn==23.0.0\n", "app.py", HELLO_WSGI),
            Requests.bookworm()
                .application(Requests.web(Framework.FLASK, "app:app", "gunicorn"))
                .build(
                    "gcc: psycopg2 2.9.10 compiles C",
                    "libc6-dev: psycopg2 2.9.10 compiles C",
                    "libpq-dev: psycopg2 2.9.10 is linked to libpq")
                .runtime("libpq5: psycopg2 2.9.10 is linked to libpq")));
    projects.put(
        "mysqlclient",
        new Project(
            Map.of(
                "requirements.txt", "mysqlclient==2.2.7\nwaitress==3.0.2\n", "app.py", HELLO_WSGI),
            Requests.slim()
                .application(Requests.web(Framework.FLASK, "app:app", "waitress"))
                .build(
                    "gcc: mysqlclient 2.2.7 compiles C",
                    "libc6-dev: mysqlclient 2.2.7 compiles C",
                    "libmariadb-dev: mysqlclient 2.2.7 is linked to libmariadb",
                    "pkg-config: mysqlclient 2.2.7 asks pkg-config for libmariadb")
                .runtime("libmariadb3: mysqlclient 2.2.7 is linked to libmariadb")));
    projects.put(
        "python-ldap",
        new Project(
            Map.of(
                "requirements/prod.txt",
                "-r base.txt\n-c ../constraints.txt\npython-ldap\n",
                "requirements/base.txt",
                "./vendored\n",
                "constraints.txt",
                "python-ldap==3.4.4\n",
                "vendored/pyproject.toml",
                """
                [build-system]
                requires = ["setuptools"]
                build-backend = "setuptools.build_meta"
                [project]
                name = "vendored-thing"
                version = "1"
                """,
                "vendored/vendored_thing.py",
                "ANSWER = 42\n",
                "night shift.py",
                "import ldap, vendored_thing, time\nprint('up', flush=True)\ntime.sleep(3600)\n"),
            Requests.bookworm()
                .application(Requests.script("night shift.py"))
                .requirements(
                    List.of("requirements/prod.txt"),
                    List.of("requirements/base.txt", "constraints.txt"))
                .local("vendored")
                .build(
                    "gcc: python-ldap 3.4.4 compiles C",
                    "libc6-dev: python-ldap 3.4.4 compiles C",
                    "libldap2-dev: python-ldap 3.4.4 is linked to libldap",
                    "libsasl2-dev: python-ldap 3.4.4 is linked to libsasl2")
                .runtime("libldap-2.5-0: python-ldap 3.4.4 is linked to libldap")));
    projects.put(
        "fastapi",
        new Project(
            Map.of(
                "requirements.txt",
                "fastapi==0.115.6\nuvicorn==0.34.0\n",
                "api/main.py",
                """
                from fastapi import FastAPI
                service = FastAPI()
                """),
            Requests.slim()
                .application(Requests.web(Framework.FASTAPI, "api.main:service", "uvicorn"))));
    projects.put(
        "django",
        new Project(
            Map.of(
                "requirements.txt",
                "django==5.1.4\n",
                "backend/manage.py",
                """
                import os, sys
                os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site1.settings")
                from django.core.management import execute_from_command_line
                execute_from_command_line(sys.argv)
                """,
                "backend/site1/settings.py",
                """
                SECRET_KEY = "for a test only"
                ALLOWED_HOSTS = ["example.com"]
                ROOT_URLCONF = "site1.urls"
                """,
                "backend/site1/urls.py",
                """
                from django.http import HttpResponse
                from django.urls import path
                urlpatterns = [path("healthz/", lambda request: HttpResponse("well"))]
                """,
                "backend/site1/wsgi.py",
                """
                import os
                from django.core.wsgi import get_wsgi_application
                os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site1.settings")
                application = get_wsgi_application()
                """),
            Requests.slim()
                .application(
                    new Application(
                        Framework.DJANGO,
                        Optional.of("site1.wsgi:application"),
                        Optional.empty(),
                        List.of(),
                        OptionalInt.of(8000),
                        Optional.of("backend/site1/wsgi.py:4"),
                        List.of(),
                        ServerInterface.WSGI,
                        false,
                        "backend",
                        Optional.of("site1.settings"),
                        Optional.of("/healthz/")))));
    projects.put(
        "choices",
        new Project(
            Map.of("requirements.txt", "flask==3.1.0\ngunicorn==23.0.0\n", "app.py", HELLO_WSGI),
            Requests.slim()
                .application(listening(9000))
                .workers(3)
                .user(12345)
                .withoutCacheMounts()));
    projects.put(
        "choices-compiling",
        new Project(
            Map.of("requirements.txt", "python-ldap==3.4.4\n", "app.py", HELLO_WSGI),
            Requests.bookworm()
                .application(listening(80))
                .build("gcc: python-ldap 3.4.4 compiles C")
                .runtime("libldap-2.5-0: python-ldap 3.4.4 is linked to libldap")
                .hashes()
                .privateIndex()
                .health(new HealthCheck.None())
                .withoutCacheMounts()
                .withoutDockerIgnore()));
    projects.put(
        "odd-names",
        new Project(
            Map.of(
                "we $ird/re'quire\"ments [1].txt",
                "-r <<EOF.txt\nidna==3.10\n",
                "we $ird/<<EOF.txt",
                "iniconfig==2.0.0\n",
                "main.py",
                "print('hello')\n"),
            Requests.slim()
                .requirements(
                    List.of("we $ird/re'quire\"ments [1].txt"), List.of("we $ird/<<EOF.txt"))
                .notes("RUN rm -rf / \\", "escape=`", "a note\nRUN false")));
    return projects;
  }

  private static Application listening(int port) {
    return new Application(
        Framework.FLASK,
        Optional.of("app:app"),
        Optional.of("gunicorn"),
        List.of(),
        OptionalInt.of(port),
        Optional.empty(),
        List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"flask", "psycopg2", "choices"})
  void buildsAndHoldsTogether(String name) throws IOException, InterruptedException {
    BuildCheck.assertComplete(write(name, projects().get(name)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fastapi", "python-ldap", "django", "choices", "choices-compiling"})
  void lintersFindNothing(String name) throws IOException, InterruptedException {
    BuildCheck.assertLintFree(write(name, projects().get(name)));
  }

  /** Writes the project with its generated files, as {@code generate} would. */
  private static Path write(String name, Project project) throws IOException {
    Path directory = Path.of("target", "build-check", name).toAbsolutePath();
    for (Map.Entry<String, String> file : project.files().entrySet()) {
      Path path = directory.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    DockerfilePlan plan = project.request().plan();
    WriteOutcome written =
        new ProjectWriter(directory).write(plan, new DockerfileWriter().files(plan), true);
    assertThat(written.refused()).isFalse();
    return directory;
  }
}
