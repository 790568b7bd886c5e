package wheelbase.index.pypi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import wheelbase.elf.ByteSource;

/**
 * A member of a ZIP file that is still arriving, read anywhere: it is fetched and unpacked as far
 * as somebody reads, and no farther. Kept are the packed bytes that have come, and of the unpacked
 * ones a piece; a step back unpacks again from the beginning.
 */
final class PackedMember implements ByteSource, AutoCloseable {
  /** A reader that goes to and fro more often than this wants to keep us busy. */
  private static final int MOST_ROUNDS = 6;

  private static final int INPUT = 64 * 1024;
  private static final int WINDOW = 128 * 1024;

  private final ZipDirectory.Entry entry;
  private final InputStream arriving;
  private final List<byte[]> packed = new ArrayList<>();
  private long arrived;
  private Unpacking unpacking = new Unpacking();
  private long mostToUnpack;

  /**
   * @param arriving from the first byte of the member's content on
   */
  PackedMember(ZipDirectory.Entry entry, InputStream arriving) {
    this.entry = entry;
    this.arriving = arriving;
    this.mostToUnpack = MOST_ROUNDS * (entry.size() + WINDOW);
  }

  /** The archive is not what it says; to ask for it again would not help. */
  static final class DamagedMemberException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedMemberException(String message) {
      super(message);
    }
  }

  @Override
  public long size() {
    return entry.size();
  }

  @Override
  public byte[] read(long offset, int length) throws IOException {
    if (offset < unpacking.windowStart) {
      unpacking.close();
      unpacking = new Unpacking();
    }
    return unpacking.read(offset, length);
  }

  /** How many packed bytes have come. */
  long fetched() {
    return arrived;
  }

  @Override
  public void close() {
    unpacking.close();
  }

  /** The next piece of packed bytes, fetched where it has to be; empty after the last. */
  private Optional<byte[]> piece(int number) throws IOException {
    if (number == packed.size() && arrived < entry.compressed()) {
      byte[] more = arriving.readNBytes((int) Math.min(INPUT, entry.compressed() - arrived));
      if (more.length == 0) {
        throw new IOException("the transfer ended early");
      }
      packed.add(more);
      arrived += more.length;
    }
    return number < packed.size() ? Optional.of(packed.get(number)) : Optional.empty();
  }

  /** One way through the member, from its beginning on. */
  private final class Unpacking {
    private final Inflater inflater = new Inflater(true);
    private final byte[] window = new byte[WINDOW];
    private long windowStart;
    private int filled;
    private int pieces;
    private ByteBuffer stored = ByteBuffer.allocate(0);

    byte[] read(long offset, int length) throws IOException {
      long end = Math.min(offset + Math.min(length, WINDOW / 2), entry.size());
      if (offset >= end) {
        return new byte[0];
      }
      while (windowStart + filled < end) {
        fill();
      }
      return Arrays.copyOfRange(window, (int) (offset - windowStart), (int) (end - windowStart));
    }

    /** Unpacks more; the older half of a full window is let go. */
    private void fill() throws IOException {
      if (filled == WINDOW) {
        System.arraycopy(window, WINDOW / 2, window, 0, WINDOW / 2);
        windowStart += WINDOW / 2;
        filled = WINDOW / 2;
      }
      int count = entry.method() == ZipDirectory.STORED ? copy() : inflate();
      if (count == 0) {
        throw new DamagedMemberException("it is shorter than it says");
      }
      mostToUnpack -= count;
      if (mostToUnpack < 0) {
        throw new DamagedMemberException("its parts lie too far apart");
      }
      filled += count;
    }

    private int copy() throws IOException {
      if (!stored.hasRemaining()) {
        stored = piece(pieces++).map(ByteBuffer::wrap).orElse(stored);
      }
      int count = Math.min(stored.remaining(), WINDOW - filled);
      stored.get(window, filled, count);
      return count;
    }

    private int inflate() throws IOException {
      try {
        int count = inflater.inflate(window, filled, WINDOW - filled);
        while (count == 0 && inflater.needsInput()) {
          Optional<byte[]> next = piece(pieces);
          if (next.isEmpty()) {
            return 0;
          }
          pieces++;
          inflater.setInput(next.get());
          count = inflater.inflate(window, filled, WINDOW - filled);
        }
        return count;
      } catch (DataFormatException damaged) {
        throw new DamagedMemberException("it is damaged");
      }
    }

    void close() {
      inflater.end();
    }
  }
}
