package wheelbase.wizard.screen;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.terminal.virtual.DefaultVirtualTerminal;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A terminal in memory, and somebody at it who waits until a text is to be seen, and then does the
 * next thing.
 */
final class ScriptedScreen implements ScreenDevice {
  private final DefaultVirtualTerminal terminal;
  private final Painter painter;
  private final Deque<Cue> cues = new ArrayDeque<>();
  private final LinkedBlockingQueue<KeyStroke> keys = new LinkedBlockingQueue<>();
  private final List<String> seen = new ArrayList<>();
  private final List<String> copied = new ArrayList<>();

  private record Cue(String text, Runnable action) {}

  ScriptedScreen(int columns, int rows, Theme theme) {
    terminal = new DefaultVirtualTerminal(new TerminalSize(columns, rows));
    painter = new Painter(terminal, theme);
  }

  /** When the text is to be seen, the screen is remembered and the keys are pressed. */
  ScriptedScreen on(String text, KeyStroke... pressed) {
    return on(text, () -> keys.addAll(List.of(pressed)));
  }

  ScriptedScreen on(String text, Runnable action) {
    cues.add(new Cue(text, action));
    return this;
  }

  void resize(int columns, int rows) {
    terminal.setTerminalSize(new TerminalSize(columns, rows));
    painter.forget();
  }

  /** The screens at which something was done, in order. */
  List<String> seen() {
    return seen;
  }

  List<String> copied() {
    return copied;
  }

  /** Of the first cell that shows the text's first character. */
  TextCharacter look(String text) {
    String[] lines = screen().split("\n");
    for (int row = 0; row < lines.length; row++) {
      if (lines[row].contains(text)) {
        return terminal.getBufferCharacter(new TerminalPosition(lines[row].indexOf(text), row));
      }
    }
    throw new AssertionError("not to be seen: " + text + "\n" + screen());
  }

  String screen() {
    StringBuilder text = new StringBuilder();
    TerminalSize size = terminal.getTerminalSize();
    for (int row = 0; row < size.getRows(); row++) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < size.getColumns(); column++) {
        line.append(
            terminal.getBufferCharacter(new TerminalPosition(column, row)).getCharacterString());
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  @Override
  public TerminalSize size() {
    return terminal.getTerminalSize();
  }

  @Override
  public KeyStroke read() throws IOException {
    try {
      return keys.take();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void paint(Canvas canvas) throws IOException {
    painter.paint(canvas);
    String screen = screen();
    if (!cues.isEmpty() && screen.contains(cues.peek().text())) {
      seen.add(screen);
      cues.remove().action().run();
    }
  }

  @Override
  public void copy(String text) {
    copied.add(text);
  }

  @Override
  public void close() {}
}
