package wheelbase.wizard.screen;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.input.KeyStroke;
import java.io.IOException;

/** What the wizard is shown on: the user's terminal, or a test's. */
interface ScreenDevice extends AutoCloseable {
  /** What happens to it besides keys; told on any thread. */
  interface Listener {
    /** It is to be painted anew, perhaps in another size. */
    void resized();

    /** The user wants it to end. */
    void interrupted();
  }

  TerminalSize size();

  /** Waits for the next key. */
  KeyStroke read() throws IOException;

  void paint(Canvas canvas) throws IOException;

  /** Puts a text on the clipboard, where the terminal lets programs do that. */
  void copy(String text) throws IOException;

  @Override
  void close();
}
