package wheelbase.elf;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an ELF file says of its linkage: the header, the dynamic section, and the symbol versions.
 * The names of the parts are those of the System V ABI, chapters 4 and 5, and of the Linux Standard
 * Base, symbol versioning.
 *
 * @param machine {@code e_machine}: 62 for x86-64, 183 for AArch64
 * @param wordBits 32 or 64
 * @param bigEndian the order of its bytes
 * @param needed {@code DT_NEEDED}, in the file's order
 * @param rpath {@code DT_RPATH}, taken apart at the colons
 * @param runpath {@code DT_RUNPATH}, likewise
 * @param versionNeeds {@code .gnu.version_r}, without the weak ones
 * @param versionDefinitions {@code .gnu.version_d}: the versions of its own symbols, the file's own
 *     name among them
 */
public record ElfFile(
    int machine,
    int wordBits,
    boolean bigEndian,
    Optional<String> soname,
    List<String> needed,
    List<String> rpath,
    List<String> runpath,
    SortedSet<VersionNeed> versionNeeds,
    SortedSet<String> versionDefinitions)
    implements ElfReading {
  public ElfFile {
    needed = List.copyOf(needed);
    rpath = List.copyOf(rpath);
    runpath = List.copyOf(runpath);
    versionNeeds = Collections.unmodifiableSortedSet(new TreeSet<>(versionNeeds));
    versionDefinitions = Collections.unmodifiableSortedSet(new TreeSet<>(versionDefinitions));
  }

  /** Where the loader looks for what it needs, before the system's directories. */
  public List<String> searchPath() {
    return runpath.isEmpty() ? rpath : runpath;
  }
}
