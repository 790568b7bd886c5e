package wheelbase.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Django's settings say of static files, and what they cannot do without. */
class StaticFilesTest {
  private static final String COLLECTS =
      "INSTALLED_APPS = ['django.contrib.staticfiles']\nSTATIC_ROOT = 'static'\n";

  @TempDir Path directory;
  private DrawnProject project;

  @BeforeEach
  void draw() {
    project = new DrawnProject(directory);
    project
        .file(
            "web/manage.py", "os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'site1.settings')\n")
        .file("web/site1/wsgi.py", "application = get_wsgi_application()\n");
  }

  private Observations found() {
    return project.detect("django", "gunicorn").observations();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "SECRET_KEY = os.environ['KEY']              ! KEY=only-for-collectstatic",
        "SECRET_KEY = os.environ.get('KEY')          ! KEY=only-for-collectstatic",
        "SECRET_KEY = os.getenv('KEY', 'x')          !",
        "SECRET_KEY = os.environ.get('KEY', 'x')     !",
        "DEBUG = os.environ.get('DEBUG')             !",
        "SECRET_KEY = config('KEY')                  ! KEY=only-for-collectstatic",
        "SECRET_KEY = config('KEY', default='x')     !",
        "AGE = config('AGE', cast=int)               ! AGE=1",
        "AGE = int(os.environ['AGE'])                ! AGE=1",
        "DEBUG = env.bool('DEBUG')                   ! DEBUG=false",
        "DATABASES = {'default': env.db()}           ! DATABASE_URL=sqlite://:memory:",
        "SENTRY = env('SENTRY_DSN')                  ! SENTRY_DSN=",
        "X = os.environ['A'] + os.environ[\"B\"]     ! A=only-for-collectstatic, B=only-for-collectstatic",
        "# os.environ['KEY']                         !",
        "X = os.environ['$(reboot)']                 !",
      })
  void whatTheyCannotDoWithoutIsMadeUp(String line, String variables) {
    project.file("web/site1/settings.py", COLLECTS + line + "\n");
    StaticFiles files = found().staticFiles().orElseThrow();
    assertThat(files.manage()).isEqualTo("web/manage.py");
    assertThat(files.environment().toString())
        .isEqualTo("{" + (variables == null ? "" : variables) + "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "from .base import *",
        "from site1.settings.base import *",
        "from ..settings.base import *",
      })
  void settingsThatAreTakenOverCount(String line) {
    project
        .file("web/site1/settings/__init__.py", line + "\n")
        .file("web/site1/settings/base.py", COLLECTS + "X = os.environ['X']\nfrom . import *\n")
        .file("web/site1/settings/other.py", "Y = os.environ['Y']\n");
    assertThat(found().staticFiles().orElseThrow().environment())
        .isEqualTo(Map.of("X", "only-for-collectstatic"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSTALLED_APPS = ['django.contrib.staticfiles']",
        "STATIC_ROOT = 'static'",
        "INSTALLED_APPS = ['django.contrib.staticfiles']\nSTATIC_ROOT = None",
        "INSTALLED_APPS = ['django.contrib.staticfiles.more']\nSTATIC_ROOT = 'static'",
        "INSTALLED_APPS = ['django.contrib.staticfiles']\n# STATIC_ROOT = 'static'",
      })
  void nothingIsCollectedWhereDjangoWouldRefuse(String text) {
    project.file("web/site1/settings.py", text + "\n");
    assertThat(found().staticFiles()).isEmpty();
  }

  @Test
  void theSettingsThatAreServedAreTheOnesThatAreAsked() {
    project
        .file(
            "web/site1/wsgi.py",
            "os.environ['DJANGO_SETTINGS_MODULE'] = 'site1.live'\n"
                + "application = get_wsgi_application()\n")
        .file("web/site1/settings.py", COLLECTS)
        .file("web/site1/live.py", "DEBUG = False\n");
    assertThat(found().staticFiles()).isEmpty();
  }
}
