package wheelbase.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.application.Application;
import wheelbase.application.Framework;
import wheelbase.application.ServerInterface;

class StartCommandTest {
  @ParameterizedTest
  @CsvSource({
    "gunicorn, WSGI, gunicorn --bind 0.0.0.0:8000 --worker-tmp-dir /dev/shm a.b:app",
    "gunicorn, ASGI, gunicorn --bind 0.0.0.0:8000 --worker-tmp-dir /dev/shm"
        + " --worker-class uvicorn.workers.UvicornWorker a.b:app",
    "uvicorn, ASGI, uvicorn --host 0.0.0.0 --port 8000 a.b:app",
    "hypercorn, ASGI, hypercorn --bind 0.0.0.0:8000 a.b:app",
    "granian, WSGI, granian --interface wsgi --host 0.0.0.0 --port 8000 a.b:app",
    "daphne, ASGI, daphne -b 0.0.0.0 -p 8000 a.b:app",
    "waitress, WSGI, waitress-serve --listen=0.0.0.0:8000 a.b:app",
    "uwsgi, WSGI, uwsgi --http 0.0.0.0:8000 --master --need-app --die-on-term --module a.b:app",
    "unheard-of, WSGI, flask --app a.b:app run --host 0.0.0.0 --port 8000",
  })
  void servesOnAllInterfaces(String server, ServerInterface kind, String command) {
    assertThat(start(Framework.FLASK, server, kind, false).words())
        .containsExactly(command.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "gunicorn, WSGI, a.b:app()",
    "uvicorn, ASGI, --factory a.b:app",
    "granian, ASGI, --factory a.b:app",
    "waitress, WSGI, --call a.b:app",
    "uwsgi, WSGI, a.b:app()",
  })
  void callsAFactoryAsEachServerWantsIt(String server, ServerInterface kind, String end) {
    assertThat(String.join(" ", start(Framework.FLASK, server, kind, true).words())).endsWith(end);
  }

  @Test
  void saysThatADevelopmentServerIsNotForProduction() {
    StartCommand django = start(Framework.DJANGO, null, ServerInterface.WSGI, false);
    assertThat(django.words())
        .containsExactly("python", "manage.py", "runserver", "--noreload", "0.0.0.0:8000");
    assertThat(django.diagnostics()).extracting("id").containsExactly("development-server");
    assertThat(django.reasons())
        .containsExactly(
            "This is Django's development server, not for production: add gunicorn to the"
                + " requirements and run wheelbase again");
    assertThat(django.endsOnTerm()).isFalse();
  }

  @Test
  void startsNothingWhereNothingCanServe() {
    StartCommand start = start(Framework.FASTAPI, null, ServerInterface.ASGI, false);
    assertThat(start.words()).containsExactly("python3");
    assertThat(start.port()).isEmpty();
    assertThat(start.diagnostics()).extracting("id").containsExactly("no-server");
  }

  @Test
  void namesEveryCandidate() {
    Application several =
        new Application(
            Framework.FLASK,
            Optional.of("shop:app"),
            Optional.of("gunicorn"),
            List.of(),
            OptionalInt.of(8000),
            Optional.of("shop.py:3"),
            List.of("admin:app", "jobs:app"));
    StartCommand start = StartCommand.of(several, OptionalInt.empty());
    assertThat(start.reasons())
        .startsWith("Found in shop.py:3", "Also found, chosen with --app: admin:app, jobs:app");
    assertThat(start.diagnostics())
        .singleElement()
        .satisfies(
            diagnostic -> {
              assertThat(diagnostic.id()).isEqualTo("several-entry-points");
              assertThat(diagnostic.message()).endsWith("shop:app, admin:app, jobs:app");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "gunicorn, WSGI, gunicorn --bind 0.0.0.0:8000 --worker-tmp-dir /dev/shm a.b:app,"
        + " WEB_CONCURRENCY",
    "uvicorn, ASGI, uvicorn --host 0.0.0.0 --port 8000 a.b:app, WEB_CONCURRENCY",
    "hypercorn, ASGI, hypercorn --bind 0.0.0.0:8000 --workers 3 a.b:app,",
    "granian, ASGI, granian --interface asgi --host 0.0.0.0 --port 8000 a.b:app, GRANIAN_WORKERS",
    "waitress, WSGI, waitress-serve --listen=0.0.0.0:8000 --threads=3 a.b:app,",
    "uwsgi, WSGI, uwsgi --http 0.0.0.0:8000 --master --need-app --die-on-term --module a.b:app,"
        + " UWSGI_PROCESSES",
    "sanic, OWN, sanic --host 0.0.0.0 --port 8000 --workers 3 a.b:app,",
    "celery, NONE, celery -A a.b:app worker --loglevel INFO, CELERY_WORKER_CONCURRENCY",
  })
  void tellsEachServerOfItsWorkersInItsOwnWay(
      String server, ServerInterface kind, String command, String variable) {
    StartCommand start = start(Framework.FLASK, server, kind, false, OptionalInt.of(3));
    assertThat(start.words()).containsExactly(command.split(" "));
    Map<String, String> told = new TreeMap<>(start.environment());
    told.remove("TMPDIR"); // where sanic keeps its sockets is no word on workers
    assertThat(told).isEqualTo(variable == null ? Map.of() : Map.of(variable, "3"));
    assertThat(start.diagnostics()).isEmpty();
  }

  @Test
  void saysWhereTheNumberOfWorkersChangesNothing() {
    OptionalInt three = OptionalInt.of(3);
    List<StartCommand> deaf =
        List.of(
            start(Framework.FLASK, "daphne", ServerInterface.ASGI, false, three),
            start(Framework.FLASK, null, ServerInterface.WSGI, false, three),
            StartCommand.of(Requests.script("main.py"), three),
            StartCommand.of(Requests.procfile(Framework.FLASK, "python", "serve.py"), three),
            StartCommand.of(
                Requests.procfile(Framework.FLASK, "gunicorn", "-w", "2", "a:b"), three),
            StartCommand.of(
                Requests.procfile(Framework.FLASK, "uvicorn", "--workers=2", "a:b"), three));
    assertThat(deaf)
        .allSatisfy(
            start -> {
              assertThat(start.diagnostics()).extracting("id").contains("workers-unused");
              assertThat(start.environment()).doesNotContainKey("WEB_CONCURRENCY");
            });
    StartCommand hearing =
        StartCommand.of(Requests.procfile(Framework.FLASK, "uvicorn", "a:b"), three);
    assertThat(hearing.environment()).containsEntry("WEB_CONCURRENCY", "3");
    assertThat(hearing.diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "gunicorn a:b, true",
    "python serve.py, false",
    "sh -c 'exec x $Y', true",
    "env A=1 python x, false",
    "python -m uvicorn, true",
    "python -m tool, false",
    "uwsgi --ini u.ini, false",
    "uwsgi --die-on-term, true",
    "waitress-serve a:b, false",
    "flask run, false",
  })
  void pythonAsTheFirstProcessDoesNotEndOnTerm(String line, boolean ends) {
    StartCommand start =
        StartCommand.of(
            Requests.procfile(
                Framework.FLASK, line.startsWith("sh") ? line.split(" ", 3) : line.split(" ")),
            OptionalInt.empty());
    assertThat(start.endsOnTerm()).isEqualTo(ends);
  }

  @Test
  void takesAProcfileAtItsWordAndGivesItAPort() {
    StartCommand start =
        StartCommand.of(
            Requests.procfile(Framework.DJANGO, "gunicorn", "site.wsgi"), OptionalInt.empty());
    assertThat(start.words()).containsExactly("gunicorn", "site.wsgi");
    assertThat(start.environment())
        .containsEntry("PORT", "5000")
        .containsEntry("GUNICORN_CMD_ARGS", "--worker-tmp-dir=/dev/shm");
    assertThat(start.port()).hasValue(5000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "gunicorn app:app -w $WORKERS       ! exec gunicorn app:app -w $WORKERS",
        "a --check && b                     ! a --check && exec b",
        "cd site && a && b '--x'            ! cd site && a && b '--x'",
        "a 'x && y'                         ! a 'x && y'",
        "exec a $B                          ! exec a $B",
        "A=1 b $C                           ! A=1 b $C",
        "a $B | tee log                     ! a $B | tee log",
        "a; b $C                            ! a; b $C",
        "a --x \"$Y\"                       ! exec a --x \"$Y\"",
      })
  void theShellHandsOverToTheLastProgramWhereThatIsCertain(String line, String expected) {
    assertThat(ShellLine.handingOver(List.of("sh", "-c", line)))
        .containsExactly("sh", "-c", expected);
  }

  private static StartCommand start(
      Framework framework, String server, ServerInterface kind, boolean factory) {
    return start(framework, server, kind, factory, OptionalInt.empty());
  }

  private static StartCommand start(
      Framework framework,
      String server,
      ServerInterface kind,
      boolean factory,
      OptionalInt workers) {
    return StartCommand.of(
        new Application(
            framework,
            Optional.of("a.b:app"),
            Optional.ofNullable(server),
            List.of(),
            OptionalInt.of(8000),
            Optional.empty(),
            List.of(),
            kind,
            factory,
            "",
            Optional.empty(),
            Optional.empty()),
        workers);
  }
}
