package wheelbase.wizard.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is written to the terminal for a canvas. */
class PainterTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final Painter painter =
      new Painter(
          new LanternaTerminal(InputStream.nullInputStream(), written),
          Theme.of(Theme.Depth.SIXTEEN));

  private static Canvas canvas(String... lines) {
    Canvas canvas = new Canvas(10, 2, Glyphs.UNICODE);
    for (int row = 0; row < lines.length; row++) {
      canvas.put(0, row, Role.PLAIN, lines[row]);
    }
    return canvas;
  }

  /** Escape sequences with {@code ^} for ESC. */
  private String paint(Canvas canvas) throws IOException {
    written.reset();
    painter.paint(canvas);
    return written.toString(StandardCharsets.UTF_8).replace('\033', '^');
  }

  @Test
  void theFirstTimeAllIsWrittenOnACleanScreen() throws IOException {
    assertThat(paint(canvas("abc"))).isEqualTo("^[0m^[2J^[1;1Habc       ^[2;1H          ^[0m");
  }

  @Test
  void afterThatOnlyWhatChanged() throws IOException {
    paint(canvas("abc", "def"));
    assertThat(paint(canvas("abc", "dxf"))).isEqualTo("^[0m^[2;2Hx^[0m");
    assertThat(paint(canvas("abc", "dxf"))).isEqualTo("^[0m^[0m");
  }

  @Test
  void aRoleAloneIsAChange() throws IOException {
    paint(canvas("abc"));
    Canvas painted = canvas("abc");
    painted.paint(1, 0, 1, Role.CURSOR);
    assertThat(paint(painted)).isEqualTo("^[0m^[1;2H^[0m^[7mb^[0m");
  }

  @Test
  void whatWasForgottenIsWrittenAnew() throws IOException {
    paint(canvas("abc"));
    painter.forget();
    assertThat(paint(canvas("abc"))).startsWith("^[0m^[2J^[1;1Habc");
  }

  @Test
  void afterAWideOrCombinedCharacterThePlaceIsSaidAnew() throws IOException {
    assertThat(paint(canvas("日本x", "e\u0301x")))
        .contains("^[1;1H日^[1;3H本^[1;5Hx", "^[2;1He\u0301^[2;2Hx");
  }

  @Test
  void halfOfAWideCharacterIsNeverLeft() throws IOException {
    paint(canvas("日"));
    assertThat(paint(canvas("a"))).isEqualTo("^[0m^[1;1Ha ^[0m");
    assertThat(paint(canvas("日"))).isEqualTo("^[0m^[1;1H日^[0m");
  }
}
