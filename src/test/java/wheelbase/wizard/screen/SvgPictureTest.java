package wheelbase.wizard.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Pictures of canvases. */
class SvgPictureTest {
  private static String drawn(Role role, String text) {
    Canvas canvas = new Canvas(20, 1, Glyphs.UNICODE);
    canvas.put(1, 0, role, text);
    return SvgPicture.of(canvas, Theme.of(Theme.Depth.PALETTE), "a <test>");
  }

  @Test
  void textsAreAsWideAsTheirCells() {
    assertThat(drawn(Role.GOOD, "to be  seen 日本"))
        .contains(
            "<text class=\"good\" x=\"23\" y=\"29\" textLength=\"45\">to be</text>",
            "<text class=\"good\" x=\"86\" y=\"29\" textLength=\"36\">seen</text>",
            "<text class=\"good\" x=\"131\" y=\"29\" textLength=\"18\">日</text>",
            "<text class=\"good\" x=\"149\" y=\"29\" textLength=\"18\">本</text>");
  }

  @Test
  void nothingInTheTextBecomesMarkup() {
    assertThat(drawn(Role.PLAIN, "<b>&\"\u0007")).contains(">&lt;b>&amp;&quot;\\u0007</text>");
    assertThat(drawn(Role.PLAIN, "")).contains("<title>a &lt;test></title>");
  }

  @Test
  void linesAndBarsAreDrawn() {
    assertThat(drawn(Role.FRAME, "├█▌"))
        .doesNotContain("<text")
        .contains(
            "<path class=\"line frame\" d=\"M27.5 24V14M27.5 24V34M27.5 24H32\"/>",
            "x=\"32\" y=\"17\" width=\"9\" height=\"14\"/>",
            "x=\"41\" y=\"17\" width=\"4.5\" height=\"14\"/>");
  }
}
