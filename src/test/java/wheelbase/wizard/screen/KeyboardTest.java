package wheelbase.wizard.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import com.googlecode.lanterna.input.MouseAction;
import com.googlecode.lanterna.input.MouseActionType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import wheelbase.wizard.Key;

/** Bytes of a terminal in, keys out. */
class KeyboardTest {
  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<KeyStroke> strokes(InputStream in) throws IOException {
    LanternaTerminal terminal = new LanternaTerminal(in, OutputStream.nullOutputStream());
    List<KeyStroke> strokes = new ArrayList<>();
    for (KeyStroke stroke = terminal.readInput();
        stroke.getKeyType() != KeyType.EOF;
        stroke = terminal.readInput()) {
      strokes.add(stroke);
    }
    return strokes;
  }

  private static List<Key> keys(InputStream in) throws IOException {
    Keyboard keyboard = new Keyboard();
    return strokes(in).stream().flatMap(stroke -> keyboard.key(stroke).stream()).toList();
  }

  @Test
  void keysOfXtermAndOfTheLinuxConsole() throws IOException {
    assertThat(keys(bytes("\033[A\033OB\033[C\033[D")))
        .containsExactly(Key.UP, Key.DOWN, Key.RIGHT, Key.LEFT);
    assertThat(keys(bytes("\033[5~\033[6~\033[H\033[F\033[1~\033[4~\033[3~")))
        .containsExactly(
            Key.PAGE_UP, Key.PAGE_DOWN, Key.HOME, Key.END, Key.HOME, Key.END, Key.DELETE);
    assertThat(keys(bytes("\t\033[Z\n\177\bq?")))
        .containsExactly(
            Key.TAB,
            Key.BACK_TAB,
            Key.ENTER,
            Key.BACKSPACE,
            Key.BACKSPACE,
            Key.of('q'),
            Key.of('?'));
    assertThat(keys(bytes("\033OP\033[11~"))).containsExactly(Key.F1, Key.F1);
    assertThat(keys(bytes("\003"))).containsExactly(Key.INTERRUPT);
  }

  @Test
  void aCharacterOfTwoHalvesIsOneKey() throws IOException {
    assertThat(keys(bytes("é日😀"))).containsExactly(Key.of('é'), Key.of('日'), Key.of(0x1f600));
  }

  @Test
  void escapeAloneIsEscape() throws IOException {
    assertThat(keys(bytes("\033"))).containsExactly(Key.ESCAPE);
  }

  @Test
  void anArrowKeyThatComesInPiecesIsOneKey() throws IOException {
    assertThat(keys(new Pieces("\033", "[A", "x"))).containsExactly(Key.UP, Key.of('x'));
  }

  @Test
  void clicksAndTheWheel() throws IOException {
    List<KeyStroke> strokes = strokes(bytes("\033[<0;5;24M\033[<0;5;24m\033[<65;3;3M"));
    assertThat(strokes).hasOnlyElementsOfType(MouseAction.class).hasSize(3);
    MouseAction click = (MouseAction) strokes.get(0);
    assertThat(click.getActionType()).isEqualTo(MouseActionType.CLICK_DOWN);
    assertThat(click.getPosition().getColumn()).isEqualTo(4);
    assertThat(click.getPosition().getRow()).isEqualTo(23);
    assertThat(((MouseAction) strokes.get(2)).getActionType())
        .isEqualTo(MouseActionType.SCROLL_DOWN);
  }

  /** Gives one piece at each reading, as a slow line does. */
  private static final class Pieces extends InputStream {
    private final Deque<byte[]> pieces = new ArrayDeque<>();

    Pieces(String... texts) {
      for (String text : texts) {
        pieces.add(text.getBytes(StandardCharsets.US_ASCII));
      }
    }

    @Override
    public int available() {
      return pieces.isEmpty() ? 0 : pieces.peek().length;
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
      if (pieces.isEmpty()) {
        return -1;
      }
      byte[] piece = pieces.remove();
      System.arraycopy(piece, 0, bytes, from, piece.length);
      return piece.length;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException();
    }
  }
}
