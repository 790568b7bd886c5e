package wheelbase.requirements;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The disk itself. */
final class DiskReader implements FileReader {
  @Override
  public Optional<byte[]> read(Path path) throws IOException {
    return isFile(path) ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
  }

  @Override
  public boolean isFile(Path path) {
    return Files.isRegularFile(path);
  }

  @Override
  public boolean isDirectory(Path path) {
    return Files.isDirectory(path);
  }

  @Override
  public List<String> names(Path directory) {
    try (var entries = Files.list(directory)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
