package wheelbase.wizard.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.testing.Golden;
import wheelbase.testing.MiniIndex;
import wheelbase.testing.ScriptedLines;
import wheelbase.testing.WizardWorld;
import wheelbase.wizard.Answers;
import wheelbase.wizard.Ending;
import wheelbase.wizard.Road;

/** The wizard line by line, by what is said and answered. */
class PromptWizardTest {
  @TempDir Path project;
  private WizardWorld world;

  @BeforeEach
  void drawTheWorld() throws IOException {
    Files.writeString(project.resolve("requirements.txt"), "flask==3\ngunicorn\nspeedy>=1\n");
    Files.writeString(
        project.resolve("app.py"), "from flask import Flask\napp = Flask(__name__)\n");
    world =
        new WizardWorld(
            project,
            MiniIndex.of(
                "flask 3 -> click",
                "click 8",
                "gunicorn 23",
                "speedy 1 {wheel=cp313-cp313-manylinux_2_28_x86_64, compiles=C}",
                "speedy-binary 1"));
  }

  private Ending walk(ScriptedLines lines) {
    return PromptWizard.walk(lines, true, world, new Road(world.request()), Answers.NONE);
  }

  private String transcript(String... replies) {
    ScriptedLines lines = new ScriptedLines(replies);
    walk(lines);
    return said(lines);
  }

  private String said(ScriptedLines lines) {
    return lines
        .transcript()
        .replace(project.toString(), "/service")
        // They are done in whatever order.
        .replaceAll("is done: Python.*", "is done: NAME.");
  }

  @Test
  void enterAlone() throws IOException {
    ScriptedLines lines =
        new ScriptedLines("", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "");
    Ending ending = walk(lines);
    Golden.assertMatches("wizard/prompts.txt", said(lines));
    assertThat(ending.written()).containsExactly("Dockerfile", ".dockerignore");
    assertThat(ending.command()).contains("wheelbase generate");
  }

  @Test
  void theEndOfTheInputWritesNothing() {
    assertThat(walk(new ScriptedLines(""))).isEqualTo(Ending.NOTHING_WRITTEN);
    assertThat(project.resolve("Dockerfile")).doesNotExist();
  }

  @Test
  void optionsAreNamedByNumberAndValue() {
    assertThat(transcript("", "4, 3.12", "2", "quit"))
        .contains(
            "\nPython: 3.12, 3.11.\n", "\nArchitectures: arm64.\n", "Resolving for 6 targets.");
  }
}
