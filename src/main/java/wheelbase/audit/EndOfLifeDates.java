package wheelbase.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The last day with fixes of Pythons and distributions that wheelbase itself no longer proposes.
 */
final class EndOfLifeDates {
  private static final Map<String, LocalDate> SHIPPED = read();

  private EndOfLifeDates() {}

  /**
   * @param what {@code python}, {@code debian}, {@code alpine}, {@code ubuntu}
   * @param release {@code 3.9}, {@code buster}, {@code 3.19}
   */
  static Optional<LocalDate> of(String what, String release) {
    return Optional.ofNullable(SHIPPED.get(what + " " + release));
  }

  private static Map<String, LocalDate> read() {
    String name = "/wheelbase/audit/end-of-life.txt";
    try (InputStream stream = EndOfLifeDates.class.getResourceAsStream(name);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" "))
          .collect(
              Collectors.toUnmodifiableMap(
                  parts -> parts[0] + " " + parts[1], parts -> LocalDate.parse(parts[2])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
