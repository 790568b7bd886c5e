package wheelbase.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Reads the linkage of an ELF file the way a loader finds it: by the program headers, and not by
 * the section headers, which a stripped file may lack and which lie at its very end. Small pieces
 * are read, a block each, and none is taken to be as big as the file says it is.
 */
public final class ElfReader {
  private static final int MAGIC = 0x7f454c46;
  private static final int MOST_NAMES = 4096;

  private final Pieces pieces;
  private final boolean wide;
  private final boolean bigEndian;

  private ElfReader(ByteSource source, boolean wide, boolean bigEndian) {
    this.pieces = new Pieces(source, bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    this.wide = wide;
    this.bigEndian = bigEndian;
  }

  /**
   * What the file says, or why it cannot be read.
   *
   * @throws IOException where the source cannot be read
   */
  public static ElfReading read(ByteSource source) throws IOException {
    byte[] start = source.read(0, 16);
    if (start.length < 16 || ByteBuffer.wrap(start).getInt() != MAGIC) {
      return new ElfReading.OtherFile();
    }
    boolean known = (start[4] == 1 || start[4] == 2) && (start[5] == 1 || start[5] == 2);
    if (!known) {
      return new ElfReading.Unreadable("it is an ELF file of an unknown kind");
    }
    try {
      return new ElfReader(source, start[4] == 2, start[5] == 2).file();
    } catch (DamagedElfException damaged) {
      return new ElfReading.Unreadable(damaged.getMessage());
    }
  }

  private ElfFile file() throws IOException, DamagedElfException {
    ByteBuffer header = pieces.at(0, wide ? 64 : 52, "header");
    int machine = Short.toUnsignedInt(header.getShort(18));
    Segments segments =
        Segments.read(
            pieces,
            wide,
            wide ? header.getLong(32) : Integer.toUnsignedLong(header.getInt(28)),
            Short.toUnsignedInt(header.getShort(wide ? 56 : 44)),
            Short.toUnsignedInt(header.getShort(wide ? 54 : 42)));
    Optional<Segments.Segment> dynamic = segments.dynamic();
    if (dynamic.isEmpty()) {
      return file(machine, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }
    DynamicSection section = DynamicSection.read(pieces, wide, dynamic.get());
    // Their records lie behind the string table: read first, they spare a packed source a way back.
    List<SymbolVersions.Need> needs = List.of();
    OptionalLong needsAt = section.first(DynamicSection.VERNEED);
    if (needsAt.isPresent()) {
      needs =
          new SymbolVersions(pieces)
              .needs(
                  segments.offsetOf(needsAt.getAsLong()),
                  section.first(DynamicSection.VERNEEDNUM).orElse(0));
    }
    List<Long> definitions = List.of();
    OptionalLong definitionsAt = section.first(DynamicSection.VERDEF);
    if (definitionsAt.isPresent()) {
      definitions =
          new SymbolVersions(pieces)
              .definitions(
                  segments.offsetOf(definitionsAt.getAsLong()),
                  section.first(DynamicSection.VERDEFNUM).orElse(0));
    }
    Names names = new Names(section, segments);
    return file(
        machine,
        names.all(section.all(DynamicSection.SONAME)),
        names.all(section.all(DynamicSection.NEEDED)),
        paths(names.all(section.all(DynamicSection.RPATH))),
        paths(names.all(section.all(DynamicSection.RUNPATH))),
        names.versions(needs),
        names.all(definitions));
  }

  private ElfFile file(
      int machine,
      List<String> sonames,
      List<String> needed,
      List<String> rpath,
      List<String> runpath,
      List<VersionNeed> needs,
      List<String> definitions) {
    return new ElfFile(
        machine,
        wide ? 64 : 32,
        bigEndian,
        sonames.stream().findFirst(),
        needed,
        rpath,
        runpath,
        new TreeSet<>(needs),
        new TreeSet<>(definitions));
  }

  private static List<String> paths(List<String> texts) {
    return texts.stream()
        .flatMap(text -> List.of(text.split(":")).stream())
        .filter(path -> !path.isEmpty())
        .toList();
  }

  /** The string table of the dynamic section. */
  private final class Names {
    private final DynamicSection section;
    private final Segments segments;
    private int read;

    Names(DynamicSection section, Segments segments) {
      this.section = section;
      this.segments = segments;
    }

    List<String> all(List<Long> places) throws IOException, DamagedElfException {
      List<String> names = new ArrayList<>();
      for (long place : places) {
        names.add(name(place));
      }
      return names;
    }

    List<VersionNeed> versions(List<SymbolVersions.Need> needs)
        throws IOException, DamagedElfException {
      SortedSet<VersionNeed> versions = new TreeSet<>();
      for (SymbolVersions.Need need : needs) {
        versions.add(new VersionNeed(name(need.library()), name(need.version())));
      }
      return List.copyOf(versions);
    }

    private String name(long place) throws IOException, DamagedElfException {
      if (++read > 2 * MOST_NAMES) {
        throw new DamagedElfException("there are too many names in it");
      }
      OptionalLong table = section.first(DynamicSection.STRTAB);
      if (table.isEmpty()) {
        throw new DamagedElfException("it has no string table");
      }
      return pieces.text(segments.offsetOf(table.getAsLong() + place));
    }
  }
}
