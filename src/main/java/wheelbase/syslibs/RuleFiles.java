package wheelbase.syslibs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the files of the rules lie: a user's own directory first, then the shipped ones. */
final class RuleFiles {
  static final String PACKAGES = "packages";
  static final String LIBRARIES = "libraries";
  static final String SUFFIX = ".json";
  static final long MOST_BYTES = 1_000_000;

  /**
   * @param name how to call the file in a message
   * @param own whether it lies in the user's own directory
   */
  record RuleFile(String name, boolean own, byte[] content) {}

  /** Of a file: ids of libraries have more signs than names of packages. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9+.-]*");

  private final Optional<Path> overlay;

  RuleFiles(Optional<Path> overlay) {
    this.overlay = overlay;
  }

  /** {@code packages/lxml.json}. */
  static String path(String folder, String name) {
    return folder + "/" + name + SUFFIX;
  }

  boolean hasOwn() {
    return overlay.isPresent();
  }

  /** The file of a package or library; empty where there is none. */
  Optional<RuleFile> read(String folder, String name) {
    String path = path(folder, name);
    try {
      Optional<Path> own =
          overlay.map(directory -> directory.resolve(path)).filter(Files::isRegularFile);
      if (own.isPresent()) {
        byte[] content = Files.readAllBytes(own.get());
        return Optional.of(new RuleFile(own.get().toString(), true, content));
      }
      return ShippedFiles.here()
          .read(path)
          .map(content -> new RuleFile(ShippedFiles.ROOT + path, false, content));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  boolean exists(String folder, String name) {
    String path = path(folder, name);
    return overlay.map(directory -> Files.exists(directory.resolve(path))).orElse(false)
        || ShippedFiles.here().exists(path);
  }

  /** Every name in a folder, shipped or own. No look-up asks for them: they cost a walk. */
  SortedSet<String> names(String folder) {
    SortedSet<String> names = new TreeSet<>(ownNames(folder));
    names.addAll(shippedNames(folder));
    return names;
  }

  /** Those in the user's own directory that can be read. */
  SortedSet<String> ownNames(String folder) {
    return overlay
        .map(directory -> directory.resolve(folder))
        .filter(Files::isDirectory)
        .map(RuleFiles::namesIn)
        .orElseGet(TreeSet::new);
  }

  private static SortedSet<String> namesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return names(
          files
              .filter(file -> Files.isRegularFile(file) && file.toFile().length() <= MOST_BYTES)
              .filter(Files::isReadable)
              .map(file -> file.getFileName().toString())
              .filter(name -> NAME.matcher(name).matches()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static SortedSet<String> shippedNames(String folder) {
    try {
      return names(ShippedFiles.here().namesIn(folder).stream());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static SortedSet<String> names(Stream<String> files) {
    return files
        .filter(file -> file.endsWith(SUFFIX) && file.length() > SUFFIX.length())
        .map(file -> file.substring(0, file.length() - SUFFIX.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
