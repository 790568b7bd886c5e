package wheelbase.requirements;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files that a test draws, at absolute paths. */
public final class MemoryFiles implements FileReader {
  public static final Path ROOT = Path.of("/project").toAbsolutePath();
  private final Map<Path, byte[]> files = new LinkedHashMap<>();

  /** Files of the project: name, text, name, text... */
  public static MemoryFiles of(String... namesAndTexts) {
    var files = new MemoryFiles();
    for (int index = 0; index < namesAndTexts.length; index += 2) {
      files.with(namesAndTexts[index], namesAndTexts[index + 1]);
    }
    return files;
  }

  /**
   * @param name relative to the project, or absolute
   */
  public MemoryFiles with(String name, String text) {
    files.put(ROOT.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  @Override
  public Optional<byte[]> read(Path path) {
    return Optional.ofNullable(files.get(path));
  }

  @Override
  public boolean isDirectory(Path path) {
    return files.keySet().stream().anyMatch(file -> !file.equals(path) && file.startsWith(path));
  }

  @Override
  public List<String> names(Path directory) {
    return files.keySet().stream()
        .filter(file -> !file.equals(directory) && file.startsWith(directory))
        .map(file -> directory.relativize(file).getName(0).toString())
        .distinct()
        .sorted()
        .toList();
  }
}
