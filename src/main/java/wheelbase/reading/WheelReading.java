package wheelbase.reading;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wheelbase.elf.ElfFile;
import wheelbase.elf.LinkedFiles;
import wheelbase.elf.LinkedFiles.Outside;
import wheelbase.elf.VersionNeed;
import wheelbase.index.NativeFile;
import wheelbase.index.SharedObjects;

/**
 * What a wheel needs from outside, told apart by whether an import comes to it. What is opened by
 * name ({@code dlopen}, {@code ctypes}) leaves no trace in a file and is not seen.
 *
 * @param fileName of the wheel
 * @param roots paths of the files that work begins with: extension modules, or the libraries that a
 *     wheel without any is there for
 * @param reached paths of all files that the roots lead to, the roots among them
 * @param needed what those need of libraries that the wheel lacks
 * @param optional what only other files need: plugins, and what is opened by name
 * @param versions symbol versions that the reached files ask for, of libraries outside the wheel
 * @param unread paths of reached files that could not be read, and why: what they need is not known
 * @param unreached paths of the other files that were not read
 * @param licences paths of licence texts in the wheel
 * @param bills paths of bills of materials in the wheel
 */
public record WheelReading(
    String fileName,
    List<String> roots,
    List<String> reached,
    List<Outside> needed,
    List<Outside> optional,
    SortedSet<VersionNeed> versions,
    SortedMap<String, String> unread,
    List<String> unreached,
    List<String> licences,
    List<String> bills) {
  public WheelReading {
    roots = List.copyOf(roots);
    reached = List.copyOf(reached);
    needed = List.copyOf(needed);
    optional = List.copyOf(optional);
    versions = Collections.unmodifiableSortedSet(new TreeSet<>(versions));
    unread = Collections.unmodifiableSortedMap(new TreeMap<>(unread));
    unreached = List.copyOf(unreached);
    licences = List.copyOf(licences);
    bills = List.copyOf(bills);
  }

  public static WheelReading of(String fileName, SharedObjects objects) {
    return of(fileName, objects, List.of());
  }

  /**
   * @param withoutThem patterns of paths, as {@code optional_files} of a rule has them: what is
   *     imported only where its libraries are
   */
  public static WheelReading of(
      String fileName, SharedObjects objects, Collection<String> withoutThem) {
    LinkedFiles files = new LinkedFiles(objects.files(), objects.unread().keySet());
    List<String> roots =
        NativeFile.roots(objects.nativeFiles()).stream()
            .filter(path -> withoutThem.stream().noneMatch(pattern -> matches(pattern, path)))
            .toList();
    SortedSet<String> reached = files.reachedFrom(roots);
    SortedSet<String> others = new TreeSet<>(objects.files().keySet());
    others.removeAll(reached);
    List<Outside> needed = files.outside(reached);
    SortedMap<String, String> unread = new TreeMap<>(objects.unread());
    unread.keySet().retainAll(reached);
    return new WheelReading(
        fileName,
        roots,
        List.copyOf(reached),
        needed,
        files.outside(others).stream().filter(each -> !isAmong(needed, each)).toList(),
        versions(objects.files(), reached, needed),
        unread,
        objects.unread().keySet().stream().filter(path -> !reached.contains(path)).toList(),
        objects.licences(),
        objects.bills());
  }

  /** {@code *} stands for any characters, slashes too, as in the check of a built image. */
  private static boolean matches(String pattern, String path) {
    return Pattern.matches(
        Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
        path);
  }

  /** Whether all that an import comes to was read. */
  public boolean isComplete() {
    return unread.isEmpty();
  }

  private static boolean isAmong(List<Outside> needed, Outside other) {
    return needed.stream().anyMatch(each -> each.soname().equals(other.soname()));
  }

  private static SortedSet<VersionNeed> versions(
      SortedMap<String, ElfFile> files, SortedSet<String> reached, List<Outside> needed) {
    SortedSet<VersionNeed> versions = new TreeSet<>();
    for (String path : reached) {
      ElfFile file = files.get(path);
      if (file != null) {
        file.versionNeeds().stream()
            .filter(need -> needed.stream().anyMatch(each -> each.soname().equals(need.library())))
            .forEach(versions::add);
      }
    }
    return versions;
  }
}
