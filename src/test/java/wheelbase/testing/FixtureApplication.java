package wheelbase.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import wheelbase.application.Application;
import wheelbase.application.ApplicationDetector;
import wheelbase.pep508.PackageName;

/** A small application, written for the tests: {@code src/test/resources/applications/NAME}. */
public record FixtureApplication(String name) {
  private static final Path DIRECTORY = Path.of("src", "test", "resources", "applications");

  /** All of them, by name. */
  public static List<FixtureApplication> all() {
    try (var directories = Files.list(DIRECTORY)) {
      return directories
          .map(directory -> directory.getFileName().toString())
          .sorted()
          .map(FixtureApplication::new)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path directory() {
    return DIRECTORY.resolve(name);
  }

  /** What is found out of it where just the packages of its requirements are installed. */
  public Application detect() {
    return new ApplicationDetector(directory()).detect(installed(), Optional.empty());
  }

  /** The same where the user says where it is to listen. */
  public Application detect(int port) {
    return new ApplicationDetector(directory())
        .detect(installed(), Optional.empty(), OptionalInt.of(port));
  }

  private Set<PackageName> installed() {
    try {
      return Files.readAllLines(directory().resolve("requirements.txt")).stream()
          .map(line -> new PackageName(line.split("==")[0]))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
