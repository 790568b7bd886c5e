package wheelbase.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import wheelbase.platform.DistributionRelease;

/** Names of distribution packages that a release has no more, not yet, or never had. */
final class GonePackages {
  private static final Map<String, String> SHIPPED = read();

  private GonePackages() {}

  /**
   * What stands in for a package that the release does not have: a name, or nothing in it where
   * nothing does. Empty for every other package.
   */
  static Optional<Optional<String>> replacement(DistributionRelease release, String name) {
    return Optional.ofNullable(SHIPPED.get(release.id() + " " + name))
        .map(other -> other.equals("-") ? Optional.empty() : Optional.of(other));
  }

  private static Map<String, String> read() {
    String file = "/wheelbase/audit/gone-packages.txt";
    try (InputStream stream = GonePackages.class.getResourceAsStream(file);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      Map<String, String> found = new HashMap<>();
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" "))
          .forEach(parts -> found.put(parts[0] + " " + parts[1], parts[2]));
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
