package wheelbase.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads numbers and texts from a source, a block at a time: neighbours come out of the block that
 * was read last.
 */
final class Pieces {
  private static final int BLOCK = 16 * 1024;
  private static final int LONGEST_TEXT = 4096;

  private final ByteSource source;
  private final ByteOrder order;
  private byte[] block = new byte[0];
  private long blockOffset;

  Pieces(ByteSource source, ByteOrder order) {
    this.source = source;
    this.order = order;
  }

  /**
   * Exactly these bytes.
   *
   * @param length not more than a block
   */
  ByteBuffer at(long offset, int length, String what) throws IOException, DamagedElfException {
    if (!isHeld(offset, length)) {
      hold(offset, what);
    }
    if (!isHeld(offset, length)) {
      throw new DamagedElfException("its " + what + " lies outside it");
    }
    return ByteBuffer.wrap(block, (int) (offset - blockOffset), length).slice().order(order);
  }

  /** The text that begins there and ends with a zero byte. */
  String text(long offset) throws IOException, DamagedElfException {
    int length = textLength(offset);
    if (length < 0) {
      hold(offset, "string table");
      length = textLength(offset);
    }
    if (length < 0) {
      throw new DamagedElfException("a name in it has no end");
    }
    return new String(block, (int) (offset - blockOffset), length, StandardCharsets.UTF_8);
  }

  /** Up to the zero byte; negative where the block does not hold it. */
  private int textLength(long offset) {
    if (!isHeld(offset, 1)) {
      return -1;
    }
    int start = (int) (offset - blockOffset);
    for (int at = start; at < Math.min(block.length, start + LONGEST_TEXT); at++) {
      if (block[at] == 0) {
        return at - start;
      }
    }
    return -1;
  }

  private boolean isHeld(long offset, int length) {
    return offset >= blockOffset && offset - blockOffset <= block.length - (long) length;
  }

  private void hold(long offset, String what) throws IOException, DamagedElfException {
    if (offset < 0 || offset >= source.size()) {
      throw new DamagedElfException("its " + what + " lies outside it");
    }
    block = source.read(offset, (int) Math.min(BLOCK, source.size() - offset));
    blockOffset = offset;
  }
}
