package wheelbase.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What takes its work from a queue. */
class WorkerTest {
  @TempDir Path directory;
  private DrawnProject project;

  @BeforeEach
  void draw() {
    project = new DrawnProject(directory);
  }

  private void drawCelery() {
    project
        .file("src/shop/__init__.py", "")
        .file("src/shop/tasks.py", "from celery import Celery\nqueue = Celery('shop')\n");
  }

  @Test
  void aWorkerIsStartedWhereNothingIsServed() {
    drawCelery();
    var application = project.detect("celery");
    assertThat(application.framework()).isEqualTo(Framework.CELERY);
    assertThat(application.entryPoint()).hasValue("shop.tasks:queue");
    assertThat(application.directory()).isEqualTo("src");
    assertThat(application.port()).isEqualTo(OptionalInt.empty());
    assertThat(application.healthPath()).isEmpty();
    assertThat(application.observations()).isEqualTo(Observations.NONE);
  }

  @Test
  void beatIsNamedWhereSomethingIsScheduled() {
    drawCelery();
    project.file("src/shop/config.py", "beat_schedule = {}\n");
    assertThat(project.detect("celery").observations().others())
        .extracting(OtherProcess::text)
        .containsExactly(
            "beat (celery --workdir src -A shop.tasks:queue beat --loglevel INFO"
                + " --schedule /dev/shm/celerybeat-schedule)");
  }

  @Test
  void beatKeepsItsScheduleInTheDatabaseWhereThatIsInstalled() {
    drawCelery();
    assertThat(project.detect("celery", "django-celery-beat").observations().others())
        .singleElement()
        .satisfies(beat -> assertThat(beat.text()).contains("DatabaseScheduler"));
  }

  @Test
  void besideWhatIsServedAWorkerIsNamed() {
    drawCelery();
    project.file("web.py", "from flask import Flask\napp = Flask(__name__)\n");
    var application = project.detect("celery", "flask", "gunicorn");
    assertThat(application.entryPoint()).hasValue("web:app");
    assertThat(application.alternatives()).isEmpty();
    assertThat(application.observations().others())
        .extracting(OtherProcess::name)
        .containsExactly("worker");
  }

  @Test
  void theUserMayChooseTheWorker() {
    drawCelery();
    project.file("web.py", "from flask import Flask\napp = Flask(__name__)\n");
    var application = project.detectChosen("shop.tasks:queue", "celery", "flask");
    assertThat(application.framework()).isEqualTo(Framework.CELERY);
    assertThat(application.server()).hasValue("celery");
    assertThat(application.port()).isEmpty();
  }

  @Test
  void aWorkerThatWasNotFoundDoesNotListenEither() {
    var application = project.detectChosen("shop.tasks:queue", "celery");
    assertThat(application.server()).hasValue("celery");
    assertThat(application.port()).isEmpty();
  }

  @Test
  void aQueueOfPythonsOwnIsNoQueueOfRq() {
    project.file("main.py", "from queue import Queue\nwork = Queue()\n");
    assertThat(project.detect("rq").entryPoint()).hasValue("main.py");
  }

  @Test
  void aProcfileIsStrongerThanWhatIsFound() {
    drawCelery();
    project.file("Procfile", "worker: celery -A shop.tasks worker -c 4\nclock: celery beat\n");
    var application = project.detect("celery");
    assertThat(application.command())
        .containsExactly("celery", "-A", "shop.tasks", "worker", "-c", "4");
    assertThat(application.port()).isEmpty();
    assertThat(application.observations().others())
        .extracting(OtherProcess::text)
        .containsExactly("clock (celery beat)");
  }
}
