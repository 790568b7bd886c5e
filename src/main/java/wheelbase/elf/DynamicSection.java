package wheelbase.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The entries of the dynamic section that tell of linkage (System V ABI, chapter 5, "Dynamic
 * Section").
 */
final class DynamicSection {
  static final long NEEDED = 1;
  static final long STRTAB = 5;
  static final long SONAME = 14;
  static final long RPATH = 15;
  static final long RUNPATH = 29;
  static final long VERDEF = 0x6ffffffcL;
  static final long VERDEFNUM = 0x6ffffffdL;
  static final long VERNEED = 0x6ffffffeL;
  static final long VERNEEDNUM = 0x6fffffffL;

  private static final int MOST = 8192;

  private record Entry(long tag, long value) {}

  private final List<Entry> entries;

  private DynamicSection(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  static DynamicSection read(Pieces pieces, boolean wide, Segments.Segment segment)
      throws IOException, DamagedElfException {
    int length = wide ? 16 : 8;
    List<Entry> entries = new ArrayList<>();
    for (int index = 0; index < segment.fileSize() / length; index++) {
      if (index == MOST) {
        throw new DamagedElfException("its dynamic section is too long");
      }
      ByteBuffer entry =
          pieces.at(segment.offset() + (long) index * length, length, "dynamic section");
      long tag = wide ? entry.getLong(0) : Integer.toUnsignedLong(entry.getInt(0));
      long value = wide ? entry.getLong(8) : Integer.toUnsignedLong(entry.getInt(4));
      if (tag == 0) {
        break;
      }
      entries.add(new Entry(tag, value));
    }
    return new DynamicSection(entries);
  }

  List<Long> all(long tag) {
    return entries.stream().filter(entry -> entry.tag() == tag).map(Entry::value).toList();
  }

  OptionalLong first(long tag) {
    return entries.stream().filter(entry -> entry.tag() == tag).mapToLong(Entry::value).findFirst();
  }
}
