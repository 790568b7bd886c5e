package wheelbase.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Text compared whole with a file under {@code src/test/resources/goldens}. With {@code
 * -Dupdate.goldens=true} the file is written instead: read the difference like code.
 */
public final class Golden {
  private static final Path DIRECTORY = Path.of("src", "test", "resources", "goldens");

  private Golden() {}

  /** A missing file fails. */
  public static void assertMatches(String name, String actual) throws IOException {
    assertMatches(DIRECTORY.resolve(name), actual);
  }

  /** As above, for a file elsewhere. */
  public static void assertMatches(Path file, String actual) throws IOException {
    if (Boolean.getBoolean("update.goldens")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, actual);
      return;
    }
    assertThat(file).as("a golden file; -Dupdate.goldens=true writes it").exists();
    assertThat(actual).isEqualTo(Files.readString(file));
  }
}
