package wheelbase.wizard.screen;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.testing.Golden;
import wheelbase.wizard.FormPage;
import wheelbase.wizard.FormPages;
import wheelbase.wizard.Key;
import wheelbase.wizard.Step;

/** What forms look like, from the smallest terminal to a large one. */
class FormViewTest {
  @TempDir Path project;

  private static final String REQUIREMENTS =
      """
      # what the service needs
      flask==3.0
      -r requirements/base.txt
      psycopg2=2.9
      numpy>=1.26 ; python_version < "3.13"
      """;

  private static final String[] FILES = {
    "requirements.txt", REQUIREMENTS,
    "requirements-dev.txt", "pytest\n",
    "requirements/base.txt", "gunicorn\n",
    ".python-version", "3.12\n",
    "app.py", "from flask import Flask\n\napp = Flask(__name__)\n"
  };

  private static void assertLooks(String name, FormPage page) throws IOException {
    assertLooks(name, page, 76, 21, Glyphs.UNICODE);
    assertLooks(name, page, 56, 13, Glyphs.UNICODE);
    assertLooks(name, page, 20, 4, Glyphs.ASCII);
    assertLooks(name, page, 116, 37, Glyphs.ASCII);
  }

  private static void assertLooks(String name, FormPage page, int columns, int rows, Glyphs glyphs)
      throws IOException {
    Canvas canvas = new Canvas(columns, rows, glyphs);
    new FormView().draw(page, canvas);
    Golden.assertMatches("wizard/" + name + "-" + columns + "x" + rows + ".txt", canvas.toString());
  }

  @Test
  void theProjectWithAnErrorInIt() throws IOException {
    assertLooks("project-unread", FormPages.of(project, Step.PROJECT, FILES));
  }

  @Test
  void theProject() throws IOException {
    String[] files = FILES.clone();
    files[1] = REQUIREMENTS.replace("=2.9", "==2.9");
    assertLooks("project", FormPages.of(project, Step.PROJECT, files));
  }

  @Test
  void theTargets() throws IOException {
    FormPage page = FormPages.of(project, Step.TARGETS, FILES);
    assertLooks("targets", FormPages.press(page, Key.DOWN));
  }

  @Test
  void theOptions() throws IOException {
    assertLooks("options", FormPages.of(project, Step.OPTIONS, FILES));
  }
}
