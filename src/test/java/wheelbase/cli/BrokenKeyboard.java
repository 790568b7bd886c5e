package wheelbase.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;

/** The wizard in a real terminal, over keys that after the first one are a bug. */
final class BrokenKeyboard extends InputStream {
  private final InputStream keys = new FileInputStream(FileDescriptor.in);
  private boolean pressed;

  public static void main(String[] arguments) {
    Streams streams =
        new Streams(
            new BrokenKeyboard(),
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err),
            true,
            true,
            true);
    Surroundings surroundings =
        new Surroundings(streams, System.getenv(), Path.of(""), Clock.systemUTC());
    System.exit(new Main(surroundings, new IndexedPipeline(System.getenv())).run());
  }

  @Override
  public int available() {
    return 0;
  }

  @Override
  public int read() throws IOException {
    if (pressed) {
      throw new IllegalStateException("no second key");
    }
    pressed = true;
    return keys.read();
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int key = read();
    bytes[from] = (byte) key;
    return key < 0 ? -1 : 1;
  }
}
