package wheelbase.wizard.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wheelbase.index.IndexException;
import wheelbase.testing.MiniIndex;
import wheelbase.testing.WizardWorld;
import wheelbase.wizard.Answers;
import wheelbase.wizard.FormPage;
import wheelbase.wizard.Key;
import wheelbase.wizard.LookingPage;
import wheelbase.wizard.Message;
import wheelbase.wizard.Question;
import wheelbase.wizard.Step;
import wheelbase.wizard.Wizard;

/** Whatever is pressed and however large the window is, up to the matrix. */
class AnyKeysTest {
  private static final List<Key> KEYS =
      List.of(
          Key.ENTER,
          Key.ENTER,
          Key.TAB,
          Key.BACK_TAB,
          Key.ESCAPE,
          Key.BACKSPACE,
          Key.DELETE,
          Key.UP,
          Key.DOWN,
          Key.DOWN,
          Key.LEFT,
          Key.RIGHT,
          Key.PAGE_UP,
          Key.PAGE_DOWN,
          Key.HOME,
          Key.END,
          Key.ERASE_LINE,
          Key.ERASE_WORD,
          Key.of(' '),
          Key.of('?'),
          Key.of('r'),
          Key.of('o'),
          Key.of('b'),
          Key.of('t'),
          Key.of('/'),
          Key.of(0x6587),
          Key.of(0x1f40d));

  @TempDir Path project;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theWizardGoesOnAndIsDrawn(long seed) throws IOException {
    Files.writeString(
        project.resolve("requirements.txt"), seed % 3 == 0 ? "flask=3\n" : "flask==3\n");
    Files.writeString(project.resolve("other \u6587.txt"), "click==8\n");
    WizardWorld world = new WizardWorld(project, MiniIndex.of("flask 3 -> click", "click 8"));
    if (seed % 2 == 0) {
      world.failing(new IndexException("timed out")).failing(new IllegalStateException("\u001b"));
    }
    Wizard wizard = world.wizard(Answers.NONE);
    Random random = new Random(seed);
    for (int press = 0; press < 120 && wizard.step().compareTo(Step.MATRIX) < 0; press++) {
      wizard.handle(new Message.Pressed(KEYS.get(random.nextInt(KEYS.size()))));
      draw(wizard, random);
      world.settle(wizard);
      draw(wizard, random);
    }
    assertThat(wizard.ending()).isEmpty();
  }

  private static void draw(Wizard wizard, Random random) {
    Glyphs glyphs = random.nextBoolean() ? Glyphs.UNICODE : Glyphs.ASCII;
    Canvas canvas = new Canvas(1 + random.nextInt(130), 1 + random.nextInt(40), glyphs);
    if (wizard.page() instanceof FormPage form) {
      new FormView().draw(form, canvas);
      assertThat(form.cursor()).isBetween(0, form.questions().size() - 1);
      if (!form.isEdited()) {
        assertThat(form.field().map(field -> field.words()))
            .isEqualTo(form.question().map((Question each) -> each.standing(form.answers())));
      }
    } else if (wizard.page() instanceof LookingPage looking) {
      new LookingView().draw(looking, canvas);
    }
    assertThat(canvas.toString()).doesNotContain("\u001b");
  }
}
