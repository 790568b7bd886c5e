package wheelbase.index.pypi;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends after so many bytes, whatever follows, and knows whether that was so. */
final class LimitedStream extends FilterInputStream {
  private long left;
  private boolean cutOff;

  LimitedStream(InputStream stream, long limit) {
    super(stream);
    this.left = limit;
  }

  /** Whether more was wanted than it may give. */
  boolean isCutOff() {
    return cutOff;
  }

  @Override
  public int read() throws IOException {
    if (left <= 0) {
      cutOff = true;
      return -1;
    }
    int octet = super.read();
    left -= octet < 0 ? 0 : 1;
    return octet;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (left <= 0 && length > 0) {
      cutOff = true;
      return -1;
    }
    int count = super.read(target, offset, (int) Math.min(length, left));
    left -= Math.max(0, count);
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = super.skip(Math.min(count, left));
    left -= skipped;
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
