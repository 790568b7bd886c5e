package wheelbase.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DjangoProjectTest {
  @TempDir Path directory;
  private DrawnProject project;

  @BeforeEach
  void draw() {
    project = new DrawnProject(directory);
    project
        .file(
            "backend/manage.py",
            "os.environ.setdefault(\"DJANGO_SETTINGS_MODULE\", \"shop.settings.dev\")\n")
        .file("backend/shop/__init__.py", "")
        .file("backend/shop/settings/dev.py", "DEBUG = True\n")
        .file(
            "backend/shop/settings/base.py",
            "ROOT_URLCONF = 'shop.urls'\nWSGI_APPLICATION = 'shop.wsgi.application'\n")
        .file("backend/shop/urls.py", "urlpatterns = [\n    path('healthz/', health),\n]\n")
        .file(
            "backend/shop/wsgi.py",
            "os.environ['DJANGO_SETTINGS_MODULE'] = 'shop.settings.live'\n"
                + "application = get_wsgi_application()\n")
        .file("backend/shop/asgi.py", "application = get_asgi_application()\n");
  }

  @Test
  void theSettingsNameTheApplication() {
    var application = project.detect("django", "gunicorn", "uvicorn");
    assertThat(application.framework()).isEqualTo(Framework.DJANGO);
    assertThat(application.entryPoint()).hasValue("shop.wsgi:application");
    assertThat(application.directory()).isEqualTo("backend");
    assertThat(application.settingsModule()).hasValue("shop.settings.live");
    assertThat(application.foundIn()).hasValue("backend/shop/settings/base.py:2");
    assertThat(application.server()).hasValue("gunicorn");
    assertThat(application.serverInterface()).isEqualTo(ServerInterface.WSGI);
    assertThat(application.healthPath()).hasValue("/healthz/");
  }

  @Test
  void whereOnlyAnAsgiServerIsInstalledTheAsgiModuleIsServed() {
    var application = project.detect("django", "uvicorn");
    assertThat(application.entryPoint()).hasValue("shop.asgi:application");
    assertThat(application.foundIn()).hasValue("backend/shop/asgi.py:1");
    assertThat(application.settingsModule()).hasValue("shop.settings.dev");
    assertThat(application.server()).hasValue("uvicorn");
    assertThat(application.serverInterface()).isEqualTo(ServerInterface.ASGI);
  }
}
