package wheelbase.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import wheelbase.diagnostic.Spelling;

/** A path that is not there: says what lies beside it. */
final class MissingPath {
  private static final int SHOWN = 8;

  private MissingPath() {}

  static UsageException explain(Path written, Path place) {
    Path directory = place.toAbsolutePath().normalize().getParent();
    List<String> there = names(directory);
    String name = String.valueOf(place.toAbsolutePath().normalize().getFileName());
    String message = "there is no `" + written + "`";
    if (directory != null && !Files.isDirectory(directory)) {
      return new UsageException(
          ExitCode.REQUIREMENTS, message + ", nor the directory that would hold it", "");
    }
    if (!there.isEmpty()) {
      message += "; beside it " + (there.size() == 1 ? "is " : "are ");
      message += String.join(", ", there.subList(0, Math.min(SHOWN, there.size())));
      message += there.size() > SHOWN ? ", ..." : "";
    }
    return new UsageException(ExitCode.REQUIREMENTS, message, Spelling.question(name, there));
  }

  private static List<String> names(Path directory) {
    if (directory == null || !Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
