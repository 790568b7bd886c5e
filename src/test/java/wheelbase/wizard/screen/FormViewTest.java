package wheelbase.wizard.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
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
  void aProjectWithoutRequirementsSaysSoInLinesOfTheirOwn() throws IOException {
    Canvas canvas = new Canvas(76, 21, Glyphs.UNICODE);
    new FormView().draw(FormPages.of(project, Step.PROJECT), canvas);
    assertThat(canvas.toString()).contains("no requirements file found").doesNotContain("\\u");
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

  @Test
  void whatATerminalWouldObeyIsShown() throws IOException {
    FormPage page =
        FormPages.of(
            project,
            Step.PROJECT,
            "requirements.txt",
            "-r \u6587\u5b57\u202e.txt\nflask=3 # \u001b[31m\ud83d\udc0d\n",
            "\u6587\u5b57\u202e.txt",
            "click\n");
    Canvas canvas = new Canvas(76, 21, Glyphs.UNICODE);
    new FormView().draw(page, canvas);
    assertThat(canvas.toString()).doesNotContain("\u202e").doesNotContain("\u001b");
    Golden.assertMatches("wizard/project-hostile-76x21.txt", canvas.toString());
    Canvas ascii = new Canvas(76, 21, Glyphs.ASCII);
    new FormView().draw(page, ascii);
    assertThat(ascii.toString()).matches("[\\n -~]*");
  }

  @Test
  void theCursorOfALongTextIsInView() {
    FormPage page = FormPages.of(project, Step.PROJECT, FILES);
    for (int at = 0; at < 50; at++) {
      page = FormPages.press(page, Key.of('\u6587'), Key.of('a' + at % 26));
    }
    Canvas canvas = new Canvas(40, 9, Glyphs.UNICODE);
    new FormView().draw(page, canvas);
    assertThat(cursorText(canvas)).isEqualTo(" ");
    page = FormPages.press(page, Key.LEFT, Key.LEFT);
    canvas = new Canvas(40, 9, Glyphs.UNICODE);
    new FormView().draw(page, canvas);
    assertThat(cursorText(canvas)).startsWith("\u6587");
    page = FormPages.press(page, Key.HOME);
    canvas = new Canvas(40, 9, Glyphs.UNICODE);
    new FormView().draw(page, canvas);
    assertThat(cursorText(canvas)).isEqualTo("r");
  }

  private static String cursorText(Canvas canvas) {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < canvas.rows(); row++) {
      for (int column = 0; column < canvas.columns(); column++) {
        if (canvas.cell(column, row).role() == Role.CURSOR) {
          text.append(canvas.cell(column, row).text());
        }
      }
    }
    return text.toString();
  }

  @Test
  void theTextIsScrolledLineByLine() {
    String[] files = FILES.clone();
    files[1] = "flask\n".repeat(300);
    FormPage page = FormPages.of(project, Step.PROJECT, files);
    Canvas canvas = new Canvas(76, 21, Glyphs.UNICODE);
    new FormView().draw(FormPages.press(page, Key.PAGE_DOWN, Key.PAGE_DOWN), canvas);
    assertThat(canvas.toString()).contains(" 21 flask").doesNotContain(" 20 flask");
    Key[] down = new Key[100];
    Arrays.fill(down, Key.PAGE_DOWN);
    canvas = new Canvas(76, 21, Glyphs.UNICODE);
    new FormView().draw(FormPages.press(page, down), canvas);
    assertThat(canvas.toString()).contains("300 flask");
  }
}
