package wheelbase.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import wheelbase.pep508.PackageName;

/** A small project, written file by file into a directory of the test. */
record DrawnProject(Path directory) {
  DrawnProject file(String path, String text) {
    try {
      Path file = directory.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Application detect(String... installed) {
    return detect(Optional.empty(), installed);
  }

  Application detectChosen(String chosen, String... installed) {
    return detect(Optional.of(chosen), installed);
  }

  private Application detect(Optional<String> chosen, String... installed) {
    return new ApplicationDetector(directory)
        .detect(Arrays.stream(installed).map(PackageName::new).collect(Collectors.toSet()), chosen);
  }
}
