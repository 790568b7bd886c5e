package wheelbase.wizard.screen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.testing.Golden;
import wheelbase.testing.MiniIndex;
import wheelbase.testing.WizardWorld;
import wheelbase.wizard.Answers;
import wheelbase.wizard.Key;
import wheelbase.wizard.LastPages;
import wheelbase.wizard.PreviewPage;
import wheelbase.wizard.Topic;

/** What the preview looks like, from the smallest terminal to a large one. */
class PreviewViewTest {
  @TempDir Path project;

  @BeforeEach
  void drawTheProject() throws IOException {
    Files.writeString(project.resolve("requirements.txt"), "flask==3\ngunicorn\npsycopg2\n");
    Files.writeString(project.resolve(".python-version"), "3.13\n");
    Files.writeString(
        project.resolve("app.py"), "from flask import Flask\napp = Flask(__name__)\n");
  }

  private PreviewPage page(Answers answers) {
    return LastPages.preview(
        new WizardWorld(
            project,
            MiniIndex.of(
                "flask 3 -> click", "click 8", "gunicorn 23", "psycopg2 2.9.11 {compiles=C}")),
        answers);
  }

  private static void assertLooks(String name, PreviewPage page) throws IOException {
    assertLooks(name, page, 76, 21, Glyphs.UNICODE);
    assertLooks(name, page, 56, 13, Glyphs.UNICODE);
    assertLooks(name, page, 20, 4, Glyphs.ASCII);
    assertLooks(name, page, 116, 37, Glyphs.ASCII);
  }

  private static void assertLooks(
      String name, PreviewPage page, int columns, int rows, Glyphs glyphs) throws IOException {
    Canvas canvas = new Canvas(columns, rows, glyphs);
    new PreviewView().draw(page, canvas);
    Golden.assertMatches("wizard/" + name + "-" + columns + "x" + rows + ".txt", canvas.toString());
  }

  @Test
  void theDockerfileAndTheReasonOfALine() throws IOException {
    assertLooks(
        "preview",
        LastPages.press(page(Answers.NONE), Key.PAGE_DOWN, Key.DOWN, Key.DOWN, Key.DOWN));
  }

  @Test
  void aDifferenceIsShownFirst() throws IOException {
    Files.writeString(
        project.resolve("Dockerfile"),
        "FROM python:3.9\nCOPY . .\nRUN pip install -r requirements.txt\n");
    Files.writeString(project.resolve(".dockerignore"), ".git\n");
    assertLooks("preview-difference", LastPages.press(page(Answers.NONE), Key.ENTER));
  }

  @Test
  void whatWasDecided() throws IOException {
    PreviewPage page =
        page(Answers.NONE.with(Topic.PORT, "80").with(Topic.DOCKERIGNORE, Answers.NO));
    assertLooks("preview-decided", LastPages.press(page, Key.BACK_TAB));
  }

  @Test
  void aNameIsTyped() throws IOException {
    assertLooks("preview-saving", LastPages.press(page(Answers.NONE), Key.of('s'), Key.of('x')));
  }
}
