package wheelbase.index.pypi;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import wheelbase.index.IndexException;

/**
 * A stream that refuses to give more than so many bytes: an answer without end must not fill us.
 */
final class BoundedStream extends FilterInputStream {
  private final long limit;
  private long count;

  BoundedStream(InputStream stream, long limit) {
    super(stream);
    this.limit = limit;
  }

  /** All of it. */
  static byte[] readAll(InputStream stream, long limit) throws IOException {
    return new BoundedStream(stream, limit).readAllBytes();
  }

  @Override
  public int read() throws IOException {
    int octet = super.read();
    counted(octet < 0 ? 0 : 1);
    return octet;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = super.read(target, offset, length);
    counted(Math.max(0, read));
    return read;
  }

  private void counted(int read) {
    count += read;
    if (count > limit) {
      throw new IndexException("the answer is longer than " + limit / 1_000_000 + " MB");
    }
  }
}
