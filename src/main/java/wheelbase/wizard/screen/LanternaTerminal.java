package wheelbase.wizard.screen;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.terminal.ansi.ANSITerminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * lanterna's reading of keys and writing of colours alone. Its {@code UnixTerminal} would start
 * five processes before the first frame, and has ideas of its own about signals and the end of the
 * process, which are {@link TerminalSession}'s here.
 */
final class LanternaTerminal extends ANSITerminal {
  LanternaTerminal(InputStream in, OutputStream out) {
    super(new WholeKeys(in), out, StandardCharsets.UTF_8);
    getInputDecoder().addProfile(() -> List.of(new MousePattern()));
  }

  /** lanterna's own would put a zero byte behind each character of two bytes. */
  @Override
  public void putString(String text) throws IOException {
    writeToTerminal(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Nobody asks: the session knows the size. Asking the terminal would mix with its keys. */
  @Override
  protected TerminalSize findTerminalSize() {
    return new TerminalSize(80, 24);
  }
}
