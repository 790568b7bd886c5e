package wheelbase.index.pypi;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Reads and writes files of the cache so that others, who do the same at the same time, never see
 * half a file: written beside and renamed. A cache that cannot be written is no error: the next run
 * asks again.
 */
final class DiskFiles {
  private DiskFiles() {}

  static Optional<byte[]> read(Path file) {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  static void write(Path file, byte[] bytes) {
    Path beside = null;
    try {
      Files.createDirectories(file.getParent());
      beside = Files.createTempFile(file.getParent(), ".new-", "");
      Files.write(beside, bytes);
      try {
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException unwritable) {
      deleteQuietly(beside);
    }
  }

  private static void deleteQuietly(Path file) {
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException leftOver) {
        // A stray temporary file does no harm.
      }
    }
  }
}
