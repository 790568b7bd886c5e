package wheelbase.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The cases of the vectors in which wheelbase knowingly differs.
 *
 * @param reasons id to the reason, which names the rule of the standard or of pip
 */
record KnownDifferences(Map<String, String> reasons) {
  private static final String FILE = "/vectors-known-differences.txt";

  /** The differences that the tests allow. */
  static KnownDifferences read() {
    try (InputStream in = KnownDifferences.class.getResourceAsStream(FILE)) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param text a case a line: its id, a tab, the reason; lines that begin with {@code #} are
   *     comments
   */
  static KnownDifferences parse(String text) {
    Map<String, String> reasons = new TreeMap<>();
    text.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(
            line -> {
              assertThat(line).as("a listed difference").matches("\\S+\\t\\S.*");
              String[] parts = line.split("\t", 2);
              assertThat(reasons.put(parts[0], parts[1])).as("twice: %s", parts[0]).isNull();
            });
    return new KnownDifferences(reasons);
  }
}
