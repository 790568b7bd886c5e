package wheelbase.wizard.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import wheelbase.wizard.Key;
import wheelbase.wizard.KeyBinding;
import wheelbase.wizard.Turn;

/** As many keys as fit, and always the one that shows all. */
class HelpLineTest {
  private static final List<KeyBinding> BINDINGS =
      List.of(
          KeyBinding.main("next", Turn.Leave::new, Key.ENTER),
          KeyBinding.further("scroll", Turn.Leave::new, Key.PAGE_DOWN),
          KeyBinding.main("back", Turn.Leave::new, Key.ESCAPE),
          KeyBinding.main("keys", Turn.Leave::new, Key.of('?'), Key.F1),
          KeyBinding.main("quit", Turn.Leave::new, Key.of('q')));

  private static String line(int columns) {
    Canvas canvas = new Canvas(columns, 1, Glyphs.ASCII);
    HelpLine.of(BINDINGS, columns).draw(canvas);
    return canvas.toString().stripTrailing();
  }

  @Test
  void theFurtherKeysAreNotInIt() {
    assertThat(line(80)).isEqualTo("Enter next  Esc back  ? keys  q quit");
  }

  @Test
  void theLastLeaveFirstAndTheKeyForAllKeysNever() {
    assertThat(line(36)).isEqualTo("Enter next  Esc back  ? keys  q quit");
    assertThat(line(35)).isEqualTo("Enter next  Esc back  ? keys");
    assertThat(line(27)).isEqualTo("Enter next  ? keys");
    assertThat(line(17)).isEqualTo("? keys");
    assertThat(line(5)).isEmpty();
  }

  @Test
  void aKeyIsWhereItIsSeen() {
    HelpLine line = HelpLine.of(BINDINGS, 80);
    assertThat(line.at(0)).contains(Key.ENTER);
    assertThat(line.at(9)).contains(Key.ENTER);
    assertThat(line.at(10)).isEmpty();
    assertThat(line.at(12)).contains(Key.ESCAPE);
    assertThat(line.at(79)).isEmpty();
  }
}
