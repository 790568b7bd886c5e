package wheelbase.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The version sections (Linux Standard Base, Core, "Symbol Versioning"): chains of records, each
 * with the distance to the next. Distances only go forward, and there is an end to the records that
 * are followed: a hostile file can lay many over each other.
 */
final class SymbolVersions {
  private static final int MOST = 16 * 1024;

  /** {@code VER_FLG_WEAK}: the loader does without it. */
  private static final int WEAK = 2;

  private final Pieces pieces;
  private int followed;

  SymbolVersions(Pieces pieces) {
    this.pieces = pieces;
  }

  /**
   * A name by its place in the string table.
   *
   * @param library of the library that is to have the version
   */
  record Need(long library, long version) {}

  /** {@code Elfxx_Verneed} and its {@code Elfxx_Vernaux}, the same in 32 and 64 bits. */
  List<Need> needs(long offset, long count) throws IOException, DamagedElfException {
    List<Need> needs = new ArrayList<>();
    long at = offset;
    for (long index = 0; index < count; index++) {
      ByteBuffer record = record(at, 16, "version needs");
      long library = word(record, 4);
      long auxiliary = at + word(record, 8);
      int auxiliaries = Short.toUnsignedInt(record.getShort(2));
      for (int each = 0; each < auxiliaries; each++) {
        ByteBuffer version = record(auxiliary, 16, "version needs");
        if ((version.getShort(4) & WEAK) == 0) {
          needs.add(new Need(library, word(version, 8)));
        }
        if (word(version, 12) == 0) {
          break;
        }
        auxiliary += word(version, 12);
      }
      if (word(record, 12) == 0) {
        break;
      }
      at += word(record, 12);
    }
    return needs;
  }

  /** {@code Elfxx_Verdef}, of which the first {@code Elfxx_Verdaux} has the name. */
  List<Long> definitions(long offset, long count) throws IOException, DamagedElfException {
    List<Long> names = new ArrayList<>();
    long at = offset;
    for (long index = 0; index < count; index++) {
      ByteBuffer record = record(at, 20, "version definitions");
      names.add(word(record(at + word(record, 12), 8, "version definitions"), 0));
      ByteBuffer again = record(at, 20, "version definitions");
      if (word(again, 16) == 0) {
        break;
      }
      at += word(again, 16);
    }
    return names;
  }

  private ByteBuffer record(long at, int length, String what)
      throws IOException, DamagedElfException {
    if (++followed > MOST) {
      throw new DamagedElfException("its " + what + " have no end");
    }
    return pieces.at(at, length, what);
  }

  private static long word(ByteBuffer record, int at) {
    return Integer.toUnsignedLong(record.getInt(at));
  }
}
