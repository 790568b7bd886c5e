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
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import wheelbase.application.Application;
import wheelbase.application.Framework;
import wheelbase.application.ServerInterface;
import wheelbase.requirements.LockFormat;
import wheelbase.requirements.Selection;

/**
 * Whole files, to be read like code. {@code -Dupdate.goldens=true} writes them anew; look at the
 * difference before it is committed.
 */
class GoldenDockerfileTest {
  private static final Path GOLDENS = Path.of("src/test/resources/dockerfile");

  static Map<String, Requests> requests() {
    Map<String, Requests> requests = new TreeMap<>();
    requests.put(
        "flask-gunicorn-wheels",
        Requests.slim().application(Requests.web(Framework.FLASK, "app:app", "gunicorn")));
    requests.put(
        "psycopg2-from-source",
        Requests.bookworm()
            .application(Requests.web(Framework.FLASK, "shop.web:app", "gunicorn"))
            .build(
                "gcc: psycopg2 2.9.11 compiles C",
                "libc6-dev: psycopg2 2.9.11 compiles C",
                "libpq-dev: psycopg2 2.9.11 is linked to libpq")
            .runtime(
                "libpq5: psycopg2 2.9.11 is linked to libpq",
                "libmagic1: python-magic 0.4.27 loads libmagic"));
    requests.put(
        "optional-files",
        Requests.slim()
            .application(Requests.script("main.py"))
            .optionalFiles("numba/np/ufunc/omppool.*", "numba")
            .optionalFiles("numba/np/ufunc/tbbpool.*", "numba")
            .optionalFiles("torch/lib/libcaffe2_nvrtc.so", "torch"));
    requests.put(
        "without-link-check",
        Requests.bookworm()
            .application(Requests.web(Framework.FLASK, "app:app", "gunicorn"))
            .build("gcc: psycopg2 2.9.11 compiles C")
            .runtime("libpq5: psycopg2 2.9.11 is linked to libpq")
            .withoutLinkCheck());
    requests.put(
        "compiled-without-libraries",
        Requests.slim()
            .application(Requests.script("main.py"))
            .build("gcc: coverage 7.6.1 compiles C"));
    requests.put(
        "flask-from-a-lock",
        Requests.slim()
            .application(Requests.web(Framework.FLASK, "app:app", "gunicorn"))
            .requirements(List.of("requirements.lock"), List.of())
            .hashes()
            .complete());
    requests.put(
        "django-on-alpine",
        Requests.alpine()
            .application(Requests.web(Framework.DJANGO, "site.wsgi:application", "gunicorn"))
            .build(
                "gcc: mysqlclient 2.2.7 compiles C",
                "musl-dev: mysqlclient 2.2.7 compiles C",
                "mariadb-connector-c-dev: mysqlclient 2.2.7 is linked to libmariadb")
            .runtime("so:libmariadb.so.3: mysqlclient 2.2.7 is linked to libmariadb"));
    requests.put(
        "django-development-server",
        Requests.slim().application(Requests.web(Framework.DJANGO, "site.wsgi:application", null)));
    requests.put(
        "django-in-a-directory",
        Requests.slim()
            .application(
                new Application(
                    Framework.DJANGO,
                    Optional.of("site.asgi:application"),
                    Optional.of("uvicorn"),
                    List.of(),
                    OptionalInt.of(9000),
                    Optional.of("backend/site/asgi.py:12"),
                    List.of("admin.wsgi:application"),
                    ServerInterface.ASGI,
                    false,
                    "backend",
                    Optional.of("site.settings"),
                    Optional.of("/healthz/"))));
    requests.put(
        "many-reasons",
        Requests.slim()
            .application(Requests.web(Framework.FASTAPI, "api.main:service", "uvicorn"))
            .requirements(
                List.of("requirements/prod.txt", "requirements/extra.txt"),
                List.of("requirements/base.txt", "constraints.txt"))
            .environment("CXX", "g++")
            .build(
                "g++: python-snappy 0.7.3 compiles C++",
                "libc6-dev: python-snappy 0.7.3 compiles C++",
                "gcc: python-ldap 3.4.5 compiles C",
                "libc6-dev: python-ldap 3.4.5 compiles C",
                "libldap-dev: python-ldap 3.4.5 is linked to libldap",
                "libsasl2-dev: python-ldap 3.4.5 is linked to libsasl2",
                "libsnappy-dev: python-snappy 0.7.3 is linked to libsnappy")
            .runtime(
                "libldap2: python-ldap 3.4.5 is linked to libldap",
                "libsasl2-2: python-ldap 3.4.5 is linked to libsasl2",
                "libsnappy1v5: python-snappy 0.7.3 is linked to libsnappy",
                "tesseract-ocr: pytesseract 0.3.13 runs tesseract")
            .hashes()
            .privateIndex()
            .notes("Python 3.13 gets fixes until October 2029"));
    requests.put(
        "script-with-pinned-base",
        Requests.bookworm()
            .digest("sha256:" + "0123456789abcdef".repeat(4))
            .application(Requests.script("jobs/night shift.py")));
    requests.put("nothing-found", Requests.slim().application(Requests.script(null)));
    requests.put("the-project-itself", Requests.slim().local("."));
    requests.put(
        "vendored", Requests.slim().local("vendored/tools", "wheels/our-1.0-py3-none-any.whl"));
    requests.put(
        "procfile",
        Requests.slim()
            .application(
                Requests.procfile(
                    Framework.FLASK, "gunicorn", "shop:app", "--bind", "0.0.0.0:5000")));
    requests.put(
        "every-choice-made",
        Requests.bookworm()
            .application(web(9000, "hypercorn", ServerInterface.ASGI))
            .build("gcc: lxml 6.0.2 compiles C")
            .runtime("libxml2: lxml 6.0.2 is linked to libxml2")
            .health(new HealthCheck.AskPath("/up"))
            .workers(3)
            .user(12345)
            .withoutCacheMounts()
            .withoutDockerIgnore());
    requests.put(
        "distroless",
        Requests.distroless().application(Requests.web(Framework.FLASK, "app:app", "gunicorn")));
    requests.put(
        "distroless-by-uv",
        Requests.distroless()
            .installer(Installer.UV)
            .user(20002)
            .application(Requests.web(Framework.FASTAPI, "api:app", "uvicorn")));
    requests.put(
        "base-of-ones-own",
        Requests.own()
            .build("gcc: psycopg2 2.9.11 compiles C")
            .runtime("libpq5: psycopg2 2.9.11 is linked to libpq")
            .application(Requests.web(Framework.FLASK, "app:app", "gunicorn")));
    requests.put(
        "locked-by-uv",
        Requests.slim()
            .lock(LockFormat.UV, "uv.lock", Selection.NONE, "pyproject.toml")
            .local("packages/core")
            .application(web(8000, "gunicorn", ServerInterface.WSGI)));
    requests.put(
        "locked-by-uv-with-all-options",
        Requests.slim()
            .lock(
                LockFormat.UV,
                "service/uv.lock",
                Selection.of(List.of("mail", "postgres"), List.of("serve")),
                "service/pyproject.toml")
            .build("gcc: lxml 6.0.2 compiles C")
            .privateIndex()
            .withoutCacheMounts());
    requests.put(
        "locked-by-poetry",
        Requests.slim()
            .lock(
                LockFormat.POETRY,
                "poetry.lock",
                Selection.of(List.of("postgres"), List.of("serve")),
                "pyproject.toml")
            .application(web(8000, "gunicorn", ServerInterface.WSGI)));
    requests.put(
        "locked-by-pipenv",
        Requests.bookworm()
            .lock(LockFormat.PIPENV, "Pipfile.lock", Selection.NONE, "Pipfile")
            .application(web(8000, "gunicorn", ServerInterface.WSGI)));
    requests.put(
        "locked-by-pipenv-below",
        Requests.bookworm()
            .lock(
                LockFormat.PIPENV,
                "service/Pipfile.lock",
                Selection.of(List.of(), List.of("serve")),
                "service/Pipfile")
            .withoutCacheMounts());
    requests.put(
        "locked-in-pylock",
        Requests.alpine().lock(LockFormat.PYLOCK, "pylock.toml", Selection.NONE));
    requests.put(
        "nobody-asks-on-alpine",
        Requests.alpine()
            .application(web(8080, "gunicorn", ServerInterface.WSGI))
            .build("gcc: lxml 6.0.2 compiles C")
            .health(new HealthCheck.None())
            .workers(4)
            .user(2000)
            .withoutCacheMounts());
    requests.putAll(PatternProjects.requests());
    return requests;
  }

  private static Application web(int port, String server, ServerInterface kind) {
    return new Application(
        Framework.FLASK,
        Optional.of("app:app"),
        Optional.of(server),
        List.of(),
        OptionalInt.of(port),
        Optional.empty(),
        List.of(),
        kind,
        false,
        "",
        Optional.empty(),
        Optional.of("/healthz"));
  }

  @TestFactory
  Stream<DynamicTest> isAsItWas() {
    return requests().entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(), () -> compare(entry.getKey(), entry.getValue().text())));
  }

  private static void compare(String name, String text) throws IOException {
    Path golden = GOLDENS.resolve(name + ".Dockerfile");
    if (Boolean.getBoolean("update.goldens")) {
      Files.createDirectories(GOLDENS);
      Files.writeString(golden, text);
    }
    assertThat(golden).as("-Dupdate.goldens=true writes it").exists();
    assertThat(text).isEqualTo(Files.readString(golden));
  }
}
