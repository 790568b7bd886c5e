package wheelbase.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The program headers: where the parts of the file lie in memory (System V ABI, chapter 5). */
final class Segments {
  private static final int LOAD = 1;
  private static final int DYNAMIC = 2;
  private static final int MOST = 2048;

  /** Bytes of the file and the address that they are loaded at. */
  record Segment(long offset, long address, long fileSize) {
    boolean holds(long wanted) {
      return Long.compareUnsigned(wanted, address) >= 0
          && Long.compareUnsigned(wanted - address, fileSize) < 0;
    }
  }

  private final List<Segment> loaded;
  private final Optional<Segment> dynamic;

  private Segments(List<Segment> loaded, Optional<Segment> dynamic) {
    this.loaded = List.copyOf(loaded);
    this.dynamic = dynamic;
  }

  static Segments read(Pieces pieces, boolean wide, long offset, int count, int entryLength)
      throws IOException, DamagedElfException {
    if (count > MOST || count > 0 && entryLength < (wide ? 56 : 32)) {
      throw new DamagedElfException("its program headers are odd");
    }
    List<Segment> loaded = new ArrayList<>();
    Optional<Segment> dynamic = Optional.empty();
    for (int index = 0; index < count; index++) {
      ByteBuffer header =
          pieces.at(offset + (long) index * entryLength, wide ? 56 : 32, "program header");
      int type = header.getInt(0);
      Segment segment =
          wide
              ? new Segment(header.getLong(8), header.getLong(16), header.getLong(32))
              : new Segment(word(header, 4), word(header, 8), word(header, 16));
      if (type == LOAD) {
        loaded.add(segment);
      } else if (type == DYNAMIC && dynamic.isEmpty()) {
        dynamic = Optional.of(segment);
      }
    }
    return new Segments(loaded, dynamic);
  }

  /** Empty where the file is linked to nothing at run time. */
  Optional<Segment> dynamic() {
    return dynamic;
  }

  /** Where in the file the byte lies that is loaded at an address. */
  long offsetOf(long address) throws DamagedElfException {
    for (Segment segment : loaded) {
      if (segment.holds(address)) {
        return segment.offset() + (address - segment.address());
      }
    }
    throw new DamagedElfException("an address in it is loaded from nowhere");
  }

  private static long word(ByteBuffer header, int at) {
    return Integer.toUnsignedLong(header.getInt(at));
  }
}
