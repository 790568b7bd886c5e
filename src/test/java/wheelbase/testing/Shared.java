package wheelbase.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The data that lies beside the checkout, in {@code ../shared}: vectors, corpus, goldens. A test
 * that needs a directory which is not there is skipped, and says so; on the build machine ({@code
 * CI=true}) it fails instead.
 */
public final class Shared {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Shared() {}

  /**
   * The conformance vectors: {@code WHEELBASE_VECTORS} if set, which must then be there, else
   * {@code ../shared/vectors}.
   */
  public static Path vectors() {
    return givenVectors().orElseGet(() -> present(beside("vectors")));
  }

  private static Optional<Path> givenVectors() {
    Optional<Path> given = Optional.ofNullable(System.getenv("WHEELBASE_VECTORS")).map(Path::of);
    given.ifPresent(directory -> assertThat(directory).as("WHEELBASE_VECTORS").isDirectory());
    return given;
  }

  /** A directory of {@code ../shared} ({@code WHEELBASE_SHARED} if set). */
  public static Path directory(String name) {
    return present(beside(name));
  }

  /**
   * The cases of a file of the vectors. Another directory than that beside the checkout may leave a
   * whole file out: then the test is skipped.
   */
  static List<JsonNode> vectorCases(String fileName) {
    Path directory = vectors();
    Optional<List<JsonNode>> cases = VectorSet.in(directory).cases(fileName);
    if (cases.isEmpty() && givenVectors().isPresent()) {
      return skipped("not run: the vectors in " + directory + " have no " + fileName);
    }
    return cases.orElseGet(() -> fail("the vectors in " + directory + " have no " + fileName));
  }

  /** One JSON value a line; blank lines are skipped. */
  public static List<JsonNode> jsonLines(Path file) {
    return text(file).lines().filter(line -> !line.isBlank()).map(Shared::json).toList();
  }

  public static JsonNode json(Path file) {
    return json(text(file));
  }

  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies a project of the corpus into a directory, where files may be written beside it. */
  public static void copyProject(String name, Path directory) {
    Path project = directory("corpus").resolve(name);
    try (Stream<Path> files = Files.walk(project)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = directory.resolve(project.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path beside(String name) {
    String given = System.getenv("WHEELBASE_SHARED");
    Path shared = given == null ? Path.of("..", "shared") : Path.of(given);
    return shared.resolve(name);
  }

  private static Path present(Path named) {
    Path directory = named.toAbsolutePath().normalize();
    if (Files.isDirectory(directory)) {
      return directory;
    }
    String message = "not run: there is no directory " + directory.toAbsolutePath().normalize();
    if ("true".equals(System.getenv("CI"))) {
      return fail(message);
    }
    return skipped(message);
  }

  private static <T> T skipped(String message) {
    System.err.println(message);
    return Assumptions.abort(message);
  }
}
