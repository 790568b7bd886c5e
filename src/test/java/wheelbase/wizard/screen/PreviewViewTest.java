package wheelbase.wizard.screen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.dockerfile.DockerfilePlan;
import wheelbase.dockerfile.ExplainedLine;
import wheelbase.testing.Golden;
import wheelbase.testing.MiniIndex;
import wheelbase.testing.WizardWorld;
import wheelbase.wizard.Answers;
import wheelbase.wizard.Key;
import wheelbase.wizard.LastPages;
import wheelbase.wizard.Preview;
import wheelbase.wizard.PreviewPage;
import wheelbase.wizard.PreviewTab;
import wheelbase.wizard.PreviewTask;
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
        LastPages.press(
            page(Answers.NONE), Key.PAGE_DOWN, Key.PAGE_DOWN, Key.DOWN, Key.DOWN, Key.DOWN));
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

  @Test
  void linesThatAreTooLongAreSeenByMovingSideways() throws IOException {
    PreviewPage page = LastPages.press(page(Answers.NONE), Key.HOME, Key.RIGHT, Key.RIGHT);
    assertLooks("preview-sideways", page, 56, 13, Glyphs.UNICODE);
    assertLooks("preview-sideways", page, 20, 4, Glyphs.ASCII);
  }

  @Test
  void whatATerminalWouldObeyIsShown() throws IOException {
    assertLooks("preview-hostile", hostile(), 76, 21, Glyphs.UNICODE);
    assertLooks("preview-hostile", hostile(), 56, 13, Glyphs.ASCII);
  }

  private PreviewPage hostile() {
    String escape = "\u001b[2J";
    Preview preview =
        new Preview(
            project,
            new DockerfilePlan(List.of(), List.of(), List.of()),
            List.of(),
            List.of(),
            "wheelbase generate -r '" + escape + "'",
            List.of(Diagnostic.warning("strange-name", "a name with " + escape + "\u202e in it")));
    List<ExplainedLine> lines =
        List.of(
            new ExplainedLine("COPY [\"" + escape + "\", \"./\"]", List.of("wanted by " + escape)),
            new ExplainedLine("# \u4e2d\u6587 \ud83d\udc0d " + "\u5317".repeat(60), List.of()),
            new ExplainedLine("CMD [\"\u202egnp.exe\"]", List.of()));
    PreviewTab tab =
        new PreviewTab(escape + "file", PreviewTab.Kind.DOCKERFILE, escape + "state", lines);
    return new PreviewPage(
        Answers.NONE,
        preview,
        List.of(tab, tab),
        new PreviewPage.Place(0, 0, 0),
        new PreviewTask.Reading(),
        false);
  }
}
