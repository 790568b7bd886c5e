package wheelbase.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/** Bytes that can be read anywhere, in pieces: a file, an array, a packed member of an archive. */
public interface ByteSource {
  /** Bytes in all, as far as is known: what is beyond cannot be read. */
  long size();

  /**
   * The bytes from {@code offset} on, {@code length} of them, or fewer where the source ends.
   *
   * @param offset not negative; beyond the end there are no bytes
   */
  byte[] read(long offset, int length) throws IOException;

  /** Over an array. */
  static ByteSource of(byte[] bytes) {
    return new ByteSource() {
      @Override
      public long size() {
        return bytes.length;
      }

      @Override
      public byte[] read(long offset, int length) {
        int from = (int) Math.min(offset, bytes.length);
        return Arrays.copyOfRange(bytes, from, (int) Math.min((long) from + length, bytes.length));
      }
    };
  }

  /** Over an open file, which the caller closes. */
  static ByteSource of(FileChannel file) throws IOException {
    long size = file.size();
    return new ByteSource() {
      @Override
      public long size() {
        return size;
      }

      @Override
      public byte[] read(long offset, int length) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate((int) Math.max(0, Math.min(length, size - offset)));
        while (piece.hasRemaining() && file.read(piece, offset + piece.position()) >= 0) {
          // Until the piece is full or the file ends.
        }
        return Arrays.copyOf(piece.array(), piece.position());
      }
    };
  }
}
