package wheelbase.wizard.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.googlecode.lanterna.TextColor;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Colours that can be read on any background, and meaning without them. */
class ThemeTest {
  @ParameterizedTest
  @EnumSource(Role.class)
  void coloursOfThePaletteCanBeReadOnBlackAndOnWhite(Role role) {
    TextColor colour = Theme.of(Theme.Depth.PALETTE).look(role).colour();
    if (colour != TextColor.ANSI.DEFAULT) {
      double luminance = luminance(colour);
      assertThat((luminance + 0.05) / 0.05).as("on black").isGreaterThan(3.7);
      assertThat(1.05 / (luminance + 0.05)).as("on white").isGreaterThan(3.7);
    }
  }

  /** WCAG 2.2, "relative luminance". */
  private static double luminance(TextColor colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(int eightBits) {
    double value = eightBits / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  @ParameterizedTest
  @EnumSource(Theme.Depth.class)
  void nothingIsPaintedBlackOrWhite(Theme.Depth depth) {
    for (Role role : Role.values()) {
      assertThat(Theme.of(depth).look(role).colour())
          .isNotIn(
              TextColor.ANSI.BLACK,
              TextColor.ANSI.WHITE,
              TextColor.ANSI.BLACK_BRIGHT,
              TextColor.ANSI.WHITE_BRIGHT);
    }
  }

  @ParameterizedTest
  @EnumSource(Theme.Depth.class)
  void theCursorIsReversedWhateverTheColours(Theme.Depth depth) {
    assertThat(Theme.of(depth).look(Role.CURSOR)).isNotEqualTo(Theme.of(depth).look(Role.PLAIN));
  }

  @Test
  void withoutColourNothingHasOne() {
    for (Role role : Role.values()) {
      assertThat(Theme.of(false, Map.of("COLORTERM", "truecolor")).look(role).colour())
          .isEqualTo(TextColor.ANSI.DEFAULT);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "xterm,, ANSI",
    "linux,, ANSI",
    "xterm-256color,, Indexed",
    "tmux-256color,, Indexed",
    "xterm,truecolor, Indexed",
    "xterm,24bit, Indexed",
    "xterm-direct,, Indexed",
  })
  void howManyColoursThereAreIsWhatTheTerminalSays(String term, String announced, String kind) {
    Map<String, String> environment =
        announced == null ? Map.of("TERM", term) : Map.of("TERM", term, "COLORTERM", announced);
    assertThat(Theme.of(true, environment).look(Role.GOOD).colour().getClass().getSimpleName())
        .isEqualTo(kind);
  }
}
