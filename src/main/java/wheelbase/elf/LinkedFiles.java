package wheelbase.elf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * ELF files that lie together in a tree, and which of them the loader reaches from which. What a
 * file needs is found by its search path, as {@code ld.so} does; else by its name anywhere in the
 * tree, since packages load such files themselves before they are needed.
 */
public final class LinkedFiles {
  private final SortedMap<String, ElfFile> files;
  private final SortedSet<String> paths;
  private final SortedMap<String, String> pathByName = new TreeMap<>();

  /**
   * @param files by path, with slashes
   * @param unread the paths of ELF files in the tree that were not read
   */
  public LinkedFiles(Map<String, ElfFile> files, Collection<String> unread) {
    this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    SortedSet<String> all = new TreeSet<>(files.keySet());
    all.addAll(unread);
    this.paths = Collections.unmodifiableSortedSet(all);
    all.forEach(path -> pathByName.putIfAbsent(TreePath.name(path), path));
    this.files.forEach(
        (path, file) -> file.soname().ifPresent(name -> pathByName.putIfAbsent(name, path)));
  }

  /**
   * A library that has to come from outside the tree.
   *
   * @param neededBy the paths of the files that are linked to it
   * @param elsewhere directories that are searched for it, relative to the root of the tree, and in
   *     which the tree has no file: another package may lie there
   */
  public record Outside(String soname, List<String> neededBy, List<String> elsewhere) {
    public Outside {
      neededBy = List.copyOf(neededBy);
      elsewhere = List.copyOf(elsewhere);
    }
  }

  /** The paths of the roots and of all that they need within the tree, unread ones too. */
  public SortedSet<String> reachedFrom(Collection<String> roots) {
    SortedSet<String> reached = new TreeSet<>(roots);
    Deque<String> waiting = new ArrayDeque<>(reached);
    while (!waiting.isEmpty()) {
      String path = waiting.remove();
      for (String name : needed(path)) {
        provider(path, name).filter(reached::add).ifPresent(waiting::add);
      }
    }
    return reached;
  }

  /** What these files need of libraries that the tree lacks, sorted by name. */
  public List<Outside> outside(Collection<String> of) {
    SortedMap<String, SortedSet<String>> neededBy = new TreeMap<>();
    SortedMap<String, SortedSet<String>> elsewhere = new TreeMap<>();
    for (String path : new TreeSet<>(of)) {
      for (String name : needed(path)) {
        if (provider(path, name).isEmpty()) {
          neededBy.computeIfAbsent(name, unused -> new TreeSet<>()).add(path);
          elsewhere
              .computeIfAbsent(name, unused -> new TreeSet<>())
              .addAll(strangeDirectories(path));
        }
      }
    }
    List<Outside> outside = new ArrayList<>();
    neededBy.forEach(
        (name, by) ->
            outside.add(new Outside(name, List.copyOf(by), List.copyOf(elsewhere.get(name)))));
    return outside;
  }

  private List<String> needed(String path) {
    return Optional.ofNullable(files.get(path)).map(ElfFile::needed).orElse(List.of());
  }

  private Optional<String> provider(String path, String name) {
    for (String directory : searched(path)) {
      String candidate = directory.isEmpty() ? name : directory + "/" + name;
      if (paths.contains(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.ofNullable(pathByName.get(TreePath.name(name)));
  }

  private List<String> searched(String path) {
    return Optional.ofNullable(files.get(path)).map(ElfFile::searchPath).orElse(List.of()).stream()
        .flatMap(each -> TreePath.fromOrigin(TreePath.directory(path), each).stream())
        .toList();
  }

  private List<String> strangeDirectories(String path) {
    return searched(path).stream()
        .filter(directory -> !directory.isEmpty())
        .filter(directory -> paths.stream().noneMatch(each -> each.startsWith(directory + "/")))
        .toList();
  }
}
