package wheelbase.index.pypi;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import wheelbase.elf.ElfFile;
import wheelbase.elf.VersionNeed;
import wheelbase.index.SharedObjects;

/** The linkage of a wheel's machine code to bytes and back, for the cache. */
final class SharedObjectPacking {
  private static final int VERSION = 1;
  private static final int WIDE = 1;
  private static final int BIG_ENDIAN = 2;

  private SharedObjectPacking() {}

  static byte[] toBytes(SharedObjects objects) {
    Packing.Writer writer = new Packing.Writer().number(VERSION).number(objects.files().size());
    objects.files().forEach((path, file) -> write(writer.text(path), file));
    writer.number(objects.unread().size());
    objects.unread().forEach((path, why) -> writer.text(path).text(why));
    return writer.texts(objects.licences()).texts(objects.bills()).toBytes();
  }

  private static void write(Packing.Writer writer, ElfFile file) {
    writer
        .number(file.machine())
        .number((file.wordBits() == 64 ? WIDE : 0) | (file.bigEndian() ? BIG_ENDIAN : 0))
        .optional(file.soname())
        .texts(file.needed())
        .texts(file.rpath())
        .texts(file.runpath())
        .number(file.versionNeeds().size());
    file.versionNeeds().forEach(need -> writer.text(need.library()).text(need.version()));
    writer.texts(List.copyOf(file.versionDefinitions()));
  }

  /** Empty where the bytes are damaged, or of another version. */
  static Optional<SharedObjects> fromBytes(byte[] bytes) {
    try {
      Packing.Reader reader = new Packing.Reader(bytes);
      if (reader.number() != VERSION) {
        return Optional.empty();
      }
      SortedMap<String, ElfFile> files = new TreeMap<>();
      for (int left = reader.count(); left > 0; left--) {
        String path = reader.text();
        files.put(path, file(reader));
      }
      SortedMap<String, String> unread = new TreeMap<>();
      for (int left = reader.count(); left > 0; left--) {
        String path = reader.text();
        unread.put(path, reader.text());
      }
      return Optional.of(new SharedObjects(files, unread, reader.texts(), reader.texts()));
    } catch (Packing.DamagedException damaged) {
      return Optional.empty();
    }
  }

  private static ElfFile file(Packing.Reader reader) {
    int machine = (int) reader.number();
    long kind = reader.number();
    Optional<String> soname = reader.optionalText();
    List<String> needed = reader.texts();
    List<String> rpath = reader.texts();
    List<String> runpath = reader.texts();
    SortedSet<VersionNeed> needs = new TreeSet<>();
    for (int left = reader.count(); left > 0; left--) {
      String library = reader.text();
      needs.add(new VersionNeed(library, reader.text()));
    }
    return new ElfFile(
        machine,
        (kind & WIDE) != 0 ? 64 : 32,
        (kind & BIG_ENDIAN) != 0,
        soname,
        needed,
        rpath,
        runpath,
        needs,
        new TreeSet<>(reader.texts()));
  }
}
