package wheelbase.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The keys of somebody who looks around, and says Enter to everything; slowly, so that there is an
 * analysis in between. They end where the wizard has not ended long before.
 */
final class RehearsedKeys extends InputStream {
  private static final List<String> KEYS = List.of("\033[B", "\033[A", "?", "\r", "\r");
  private static final int MOST = 200;
  private static final long PAUSE_MILLISECONDS = 50;

  private int pressed;

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (pressed == MOST) {
      return -1;
    }
    try {
      Thread.sleep(PAUSE_MILLISECONDS);
    } catch (InterruptedException e) {
      return -1;
    }
    byte[] key = KEYS.get(pressed++ % KEYS.size()).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(key, 0, bytes, from, key.length);
    return key.length;
  }

  @Override
  public int read() {
    throw new UnsupportedOperationException("whoever reads keys reads as many as there are");
  }
}
