package wheelbase.wizard.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import com.googlecode.lanterna.input.MouseAction;
import com.googlecode.lanterna.input.MouseActionType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.testing.MiniIndex;
import wheelbase.testing.WizardWorld;
import wheelbase.wizard.Ending;

/** The wizard on a terminal in memory: keys in, cells out. */
@Timeout(120)
class ScreenWizardTest {
  private static final KeyStroke ENTER = new KeyStroke(KeyType.Enter);
  private static final KeyStroke ESCAPE = new KeyStroke(KeyType.Escape);
  private static final KeyStroke ALL_KEYS = new KeyStroke(KeyType.F1);
  private static final KeyStroke DOWN = new KeyStroke(KeyType.ArrowDown);
  private static final KeyStroke INTERRUPT = new KeyStroke('c', true, false);
  private static final KeyStroke END_OF_INPUT = new KeyStroke(KeyType.EOF);

  @TempDir Path directory;
  private Path project;
  private WizardWorld world;

  @BeforeEach
  void drawTheWorld() throws IOException {
    project = Files.createDirectory(directory.resolve("karapace"));
    Files.writeString(project.resolve("requirements.txt"), "flask==3\n");
    world = new WizardWorld(project, MiniIndex.of("flask 3 -> click", "click 8"));
  }

  private Ending walk(ScriptedScreen screen) {
    return walk(screen, Glyphs.UNICODE);
  }

  private Ending walk(ScriptedScreen screen, Glyphs glyphs) {
    return new ScreenWizard(glyphs).walk(screen, world, world.start());
  }

  private static ScriptedScreen screen(int columns, int rows) {
    return new ScriptedScreen(columns, rows, Theme.of(Theme.Depth.NONE));
  }

  @Test
  void theFrameNamesTheProjectAndTheStep() {
    ScriptedScreen screen = screen(80, 24).on("1 of 8", INTERRUPT);
    assertThat(walk(screen)).isEqualTo(Ending.NOTHING_WRITTEN);
    List<String> lines = screen.seen().get(0).lines().toList();
    assertThat(lines.get(0))
        .isEqualTo("┌── wheelbase ── karapace " + "─".repeat(34) + " 1 of 8  Project ──┐");
    assertThat(lines.get(22)).isEqualTo("└" + "─".repeat(78) + "┘");
    assertThat(lines.get(23)).startsWith(" Enter next").contains("F1 keys", "Ctrl-C quit");
  }

  @Test
  void withoutUnicodeTheFrameIsAscii() {
    ScriptedScreen screen = screen(80, 24).on("1 of 8", INTERRUPT);
    walk(screen, Glyphs.ASCII);
    assertThat(screen.seen().get(0)).containsPattern("^\\+-- wheelbase -- karapace -{34} 1 of 8");
    assertThat(screen.seen().get(0).chars()).allMatch(unit -> unit < 0x7f);
  }

  @Test
  void keysLeadThroughTheStepsWhileTheAnalysisSendsItsNews() {
    ScriptedScreen screen =
        screen(80, 24)
            .on("1 of 8", ENTER)
            .on("2 of 8", ENTER, ENTER, ENTER)
            .on("4 of 8  Matrix", ESCAPE)
            .on("2 of 8", INTERRUPT);
    walk(screen);
    assertThat(screen.seen()).hasSize(4);
  }

  @Test
  void aWindowThatShrinksAndGrowsAgainShowsWhatItShowedBefore() {
    ScriptedScreen screen = screen(80, 24);
    ScreenWizard wizard = new ScreenWizard(Glyphs.UNICODE);
    screen
        .on("1 of 8", () -> resize(screen, wizard, 40, 10))
        .on("1/8 Project  karapace", () -> resize(screen, wizard, 20, 5))
        .on("1/8 Project  F1 keys", () -> resize(screen, wizard, 7, 2))
        .on("too", () -> resize(screen, wizard, 80, 24))
        .on("1 of 8", INTERRUPT);
    wizard.walk(screen, world, world.start());
    assertThat(screen.seen()).hasSize(5);
    assertThat(screen.seen().get(4)).isEqualTo(screen.seen().get(0));
    assertThat(screen.seen().get(2)).contains("requirements.txt");
  }

  private static void resize(ScriptedScreen screen, ScreenWizard wizard, int columns, int rows) {
    screen.resize(columns, rows);
    wizard.resized();
  }

  @Test
  void allKeysAreShownOverThePageAndGoWithTheNextKey() {
    ScriptedScreen screen =
        screen(80, 24)
            .on("1 of 8", ALL_KEYS)
            .on("┌─ keys ─", new KeyStroke('x', false, false))
            .on("1 of 8", INTERRUPT);
    walk(screen);
    assertThat(screen.seen().get(1)).contains("Ctrl-C  quit", "Ctrl-W  erase a word");
    assertThat(screen.seen().get(2)).isEqualTo(screen.seen().get(0));
  }

  @Test
  void allKeysAreScrolledWhereTheWindowIsSmall() {
    ScriptedScreen screen = screen(40, 5);
    screen
        .on("1/8", ALL_KEYS)
        .on("more: down", DOWN, DOWN, DOWN, DOWN, DOWN, DOWN, DOWN, DOWN)
        .on("Ctrl-C  quit", new KeyStroke('x', false, false))
        .on("1/8 Project  F1 keys", INTERRUPT);
    walk(screen);
    assertThat(screen.seen()).hasSize(4);
  }

  @Test
  void theWheelIsTheArrowKeysAndAKeyInTheHelpLineIsPressedByAClick() {
    MouseAction click = new MouseAction(MouseActionType.CLICK_DOWN, 1, new TerminalPosition(1, 23));
    MouseAction wheel =
        new MouseAction(MouseActionType.SCROLL_DOWN, 5, new TerminalPosition(10, 10));
    ScriptedScreen screen =
        screen(80, 24).on("1 of 8", click).on("▸ [ ] 3.14", wheel).on("▸ [ ] 3.13", INTERRUPT);
    walk(screen);
    assertThat(screen.seen()).hasSize(3);
  }

  @Test
  void whereTheKeysEndSoDoesTheWizard() {
    assertThat(walk(screen(80, 24).on("1 of 8", END_OF_INPUT))).isEqualTo(Ending.NOTHING_WRITTEN);
  }

  @Test
  void aBugIsNotSwallowed() {
    ScriptedScreen screen =
        screen(80, 24)
            .on(
                "1 of 8",
                () -> {
                  throw new IllegalStateException("a bug");
                });
    assertThatThrownBy(() -> walk(screen)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void coloursAreTheThemesAndTheBackgroundIsTheTerminalsOwn() {
    ScriptedScreen screen = new ScriptedScreen(80, 24, Theme.of(Theme.Depth.PALETTE));
    walk(screen.on("1 of 8", INTERRUPT));
    assertThat(screen.look("Enter").getForegroundColor()).isEqualTo(new TextColor.Indexed(31));
    assertThat(screen.look("Enter").isBold()).isTrue();
    assertThat(screen.look("Enter").getBackgroundColor()).isEqualTo(TextColor.ANSI.DEFAULT);
    assertThat(screen.look("next").getForegroundColor()).isEqualTo(TextColor.ANSI.DEFAULT);
  }

  @Test
  void withoutColourKeysAreBold() {
    ScriptedScreen screen = screen(80, 24);
    walk(screen.on("1 of 8", INTERRUPT));
    assertThat(screen.look("Enter").getModifiers()).containsExactly(SGR.BOLD);
    assertThat(screen.look("Enter").getForegroundColor()).isEqualTo(TextColor.ANSI.DEFAULT);
  }
}
