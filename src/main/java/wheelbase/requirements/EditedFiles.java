package wheelbase.requirements;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files of which some have another text than below. */
final class EditedFiles implements FileReader {
  private final FileReader below;
  private final Map<Path, String> texts;

  EditedFiles(FileReader below, Map<Path, String> texts) {
    this.below = below;
    this.texts = Map.copyOf(texts);
  }

  @Override
  public Optional<byte[]> read(Path path) throws IOException {
    String text = texts.get(normal(path));
    return text == null ? below.read(path) : Optional.of(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean isFile(Path path) {
    return texts.containsKey(normal(path)) || below.isFile(path);
  }

  @Override
  public boolean isDirectory(Path path) {
    return below.isDirectory(path);
  }

  @Override
  public List<String> names(Path directory) {
    return below.names(directory);
  }

  private static Path normal(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
