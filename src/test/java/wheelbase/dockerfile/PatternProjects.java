package wheelbase.dockerfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import wheelbase.application.Framework;

/**
 * The patterns of the {@code patterns} page, all of the same small service: Flask, gunicorn and
 * psycopg2, which has no wheel for Linux.
 */
final class PatternProjects {
  static final String REQUIREMENTS = "flask==3.1.0\ngunicorn==23.0.0\npsycopg2==2.9.10\n";

  private static final String SERVICE =
      """
      import psycopg2
      from flask import Flask

      app = Flask(__name__)


      @app.get("/")
      def hello():
          return psycopg2.__version__
      """;

  private PatternProjects() {}

  private static final String TESTS =
      """
      import unittest
      from app import app


      class Answers(unittest.TestCase):
          def test_it_answers(self):
              self.assertEqual(app.test_client().get("/").status_code, 200)
      """;

  /** What lies in the project beside the Dockerfile; on Alpine nothing can be compiled here. */
  static Map<String, String> files(String name) throws IOException {
    return Map.of(
        "requirements.txt",
        name.contains("alpine")
            ? REQUIREMENTS.replace("psycopg2", "psycopg2-binary")
            : REQUIREMENTS,
        "requirements.lock",
        Files.readString(Path.of("src/test/resources/patterns/requirements.lock")),
        "constraints.txt",
        "markupsafe<4\n",
        "app.py",
        SERVICE,
        "test_app.py",
        TESTS);
  }

  private static Requests service(Requests on) {
    return on.application(Requests.web(Framework.FLASK, "app:app", "gunicorn"))
        .installed("flask", "gunicorn", "psycopg2")
        .build(
            "gcc: psycopg2 2.9.10 compiles C",
            "libc6-dev: psycopg2 2.9.10 compiles C",
            "libpq-dev: psycopg2 2.9.10 is linked to libpq")
        .runtime("libpq5: psycopg2 2.9.10 is linked to libpq");
  }

  /** By the name of the golden file. */
  static Map<String, Requests> requests() {
    Map<String, Requests> requests = new TreeMap<>();
    requests.put("pattern-venv", service(Requests.slim()));
    requests.put("pattern-user", service(Requests.slim()).layout(Layout.USER));
    requests.put("pattern-prefix", service(Requests.slim()).layout(Layout.PREFIX));
    requests.put("pattern-wheelhouse", service(Requests.slim()).layout(Layout.WHEELHOUSE));
    requests.put("pattern-test-imports", service(Requests.slim()).test(new ImageTest.Imports()));
    requests.put(
        "pattern-test-command",
        service(Requests.slim()).test(new ImageTest.Command("python -m unittest -v")));
    requests.put(
        "pattern-test-shell",
        service(Requests.bookworm())
            .layout(Layout.WHEELHOUSE)
            .test(new ImageTest.Command("pip install pytest==8.4.2 && pytest -q")));
    requests.put(
        "pattern-no-binary", service(Requests.bookworm()).noBinary("markupsafe", "psycopg2"));
    requests.put(
        "pattern-lock-with-hashes",
        service(Requests.slim())
            .requirements(List.of("requirements.lock"), List.of())
            .hashes()
            .complete());
    requests.put("pattern-uv", service(Requests.slim()).installer(Installer.UV));
    requests.put(
        "pattern-uv-lock-with-hashes",
        service(Requests.slim())
            .installer(Installer.UV)
            .requirements(List.of("requirements.lock"), List.of())
            .hashes()
            .complete()
            .privateIndex());
    requests.put(
        "pattern-uv-user", service(Requests.slim()).installer(Installer.UV).layout(Layout.USER));
    requests.put(
        "pattern-uv-prefix",
        service(Requests.bookworm())
            .installer(Installer.UV)
            .layout(Layout.PREFIX)
            .requirements(List.of("requirements.txt"), List.of("constraints.txt"))
            .constraints("constraints.txt")
            .withoutCacheMounts());
    requests.put("pattern-private-index", service(Requests.slim()).privateIndex());
    requests.put(
        "pattern-full-builder",
        Requests.slim()
            .application(Requests.web(Framework.FLASK, "app:app", "gunicorn"))
            .installed("flask", "gunicorn", "psycopg2")
            .builder(BuilderKind.FULL)
            .runtime("libpq5: psycopg2 2.9.10 is linked to libpq"));
    for (Layout layout : Layout.values()) {
      requests.put(
          "pattern-alpine-" + layout.id(),
          Requests.alpine()
              .application(Requests.web(Framework.FLASK, "app:app", "gunicorn"))
              .installed("flask", "gunicorn", "psycopg2-binary")
              .layout(layout));
    }
    return requests;
  }
}
