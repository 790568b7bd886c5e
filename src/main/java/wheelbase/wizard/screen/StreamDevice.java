package wheelbase.wizard.screen;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.input.KeyStroke;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** As a terminal of 80 x 24 that nobody looks at. */
final class StreamDevice implements ScreenDevice {
  private final LanternaTerminal terminal;
  private final Painter painter;
  private final Signals signals;

  StreamDevice(InputStream keys, Theme theme) {
    terminal = new LanternaTerminal(keys, OutputStream.nullOutputStream());
    painter = new Painter(terminal, theme);
    signals = new Signals(new Unheard());
  }

  @Override
  public TerminalSize size() {
    return new TerminalSize(80, 24);
  }

  @Override
  public KeyStroke read() throws IOException {
    return terminal.readInput();
  }

  @Override
  public void paint(Canvas canvas) throws IOException {
    painter.paint(canvas);
  }

  @Override
  public void copy(String text) {
    Clipboard.sequence(text);
  }

  @Override
  public void close() {
    signals.close();
  }

  private static final class Unheard implements Signals.Listener {
    @Override
    public void interrupted() {}

    @Override
    public void stopping() {}

    @Override
    public void continued() {}

    @Override
    public void resized() {}
  }
}
