package wheelbase.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import wheelbase.elf.ElfFile;

/**
 * What the machine code in a wheel says of its linkage, as far as it was read.
 *
 * @param files what was read, by path
 * @param unread what was not read, by path, and why
 * @param licences paths of licence texts, that of the package and those of what it brings along
 * @param bills paths of bills of materials ({@code dist-info/sboms}, PEP 770)
 */
public record SharedObjects(
    SortedMap<String, ElfFile> files,
    SortedMap<String, String> unread,
    List<String> licences,
    List<String> bills) {
  /** How much of a wheel is read. */
  public enum Depth {
    /** What is reached from the extension modules, and 16 MB at most. */
    REACHED(16_000_000),
    /** Whatever is in it, and 64 MB at most. */
    ALL(64_000_000);

    private final long packedBytes;

    Depth(long packedBytes) {
      this.packedBytes = packedBytes;
    }

    /** The most bytes that are read of one wheel, as they lie packed in it. */
    public long packedBytes() {
      return packedBytes;
    }
  }

  public SharedObjects {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    unread = Collections.unmodifiableSortedMap(new TreeMap<>(unread));
    licences = List.copyOf(licences);
    bills = List.copyOf(bills);
  }

  /** A wheel without machine code. */
  public static SharedObjects none() {
    return new SharedObjects(new TreeMap<>(), new TreeMap<>(), List.of(), List.of());
  }

  /** Every file with machine code, read or not. */
  public List<NativeFile> nativeFiles() {
    List<NativeFile> all = new ArrayList<>();
    Map<String, Object> paths = new TreeMap<>(files);
    paths.putAll(unread);
    paths.keySet().forEach(path -> NativeFile.of(path).ifPresent(all::add));
    return all;
  }
}
