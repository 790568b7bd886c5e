package wheelbase.requirements;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What reading requirements asks of the disk: the seam between the two. */
@FunctionalInterface
public interface FileReader {
  /**
   * @return the file's bytes; empty where there is no such file
   * @throws IOException where there is one and it cannot be read
   */
  Optional<byte[]> read(Path path) throws IOException;

  default boolean isFile(Path path) {
    try {
      return read(path).isPresent();
    } catch (IOException unreadable) {
      return true;
    }
  }

  default boolean isDirectory(Path path) {
    return false;
  }

  /** The names of what lies in a directory, sorted; none where it is not one or unreadable. */
  default List<String> names(Path directory) {
    return List.of();
  }

  /**
   * These files with other texts laid over them.
   *
   * @param texts of files that are there, by absolute path
   */
  default FileReader edited(Map<Path, String> texts) {
    return texts.isEmpty() ? this : new EditedFiles(this, texts);
  }

  /** Reads from the disk. */
  static FileReader disk() {
    return new DiskReader();
  }
}
