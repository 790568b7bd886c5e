package wheelbase.requirements;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Looks into files of which it does not matter whether they can be read. */
final class FileTexts {
  private FileTexts() {}

  /** Empty where there is no such file, or it cannot be read. */
  static Optional<String> read(FileReader files, Path file) {
    try {
      return files.read(file).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
