package wheelbase.requirements;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the bytes of an included file are had: the seam between reading requirements and the disk.
 */
@FunctionalInterface
public interface FileReader {
  /**
   * @return the file's bytes; empty where there is no such file
   * @throws IOException where there is one and it cannot be read
   */
  Optional<byte[]> read(Path path) throws IOException;

  /** Reads from the disk. */
  static FileReader disk() {
    return path ->
        Files.isRegularFile(path) ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
  }
}
