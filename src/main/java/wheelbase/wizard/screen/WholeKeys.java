package wheelbase.wizard.screen;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a terminal, with what one key sends kept together. An arrow key begins like Esc:
 * where a slow line delivers its first byte alone, the rest is waited for; after Esc itself in
 * vain, for a time that nobody notices.
 */
final class WholeKeys extends FilterInputStream {
  private static final byte ESCAPE = 0x1b;
  private static final int PAUSES = 6;
  private static final long PAUSE_MILLISECONDS = 4;

  WholeKeys(InputStream in) {
    super(in);
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int count = in.read(bytes, from, length);
    if (count > 0 && bytes[from + count - 1] == ESCAPE && count < length && moreComes()) {
      count += Math.max(0, in.read(bytes, from + count, length - count));
    }
    return count;
  }

  private boolean moreComes() throws IOException {
    for (int pause = 0; pause < PAUSES && in.available() == 0; pause++) {
      try {
        Thread.sleep(PAUSE_MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return in.available() > 0;
  }
}
