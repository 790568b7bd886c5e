package wheelbase.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs every case of a vector file and holds what failed against the list of known differences.
 *
 * <p>For the vectors that the list was written for, the failing ids must be the listed ones, no
 * more and no fewer. For other vectors of the same shape (another {@code WHEELBASE_VECTORS}), 95 %
 * must pass.
 */
public final class VectorRun {
  private static final String DIFFERENCES = "/vectors-known-differences.txt";
  private static final double OTHERWISE = 0.95;

  private VectorRun() {}

  /**
   * @param knownCases how many cases the file had when the differences were listed
   * @param expected what the case says, in any form with {@code equals}
   * @param actual what wheelbase says, in the same form
   */
  public static void check(
      String fileName,
      int knownCases,
      Function<JsonNode, Object> expected,
      Function<JsonNode, Object> actual) {
    List<JsonNode> cases = Shared.vectorCases(fileName);
    Map<String, String> failures = new LinkedHashMap<>();
    for (JsonNode vector : cases) {
      Object want = expected.apply(vector);
      Object got = result(actual, vector);
      if (!Objects.equals(want, got)) {
        failures.put(
            vector.path("id").asText(), "wanted " + clipped(want) + "\n     got " + clipped(got));
      }
    }
    String report =
        failures.entrySet().stream()
            .limit(10)
            .map(failure -> failure.getKey() + ": " + failure.getValue())
            .collect(Collectors.joining("\n"));
    if (cases.size() == knownCases) {
      assertThat(failures.keySet())
          .as("ids that differ, of %d cases:%n%s", cases.size(), report)
          .containsExactlyInAnyOrderElementsOf(knownDifferences(cases));
    } else {
      assertThat(failures.size())
          .as("failures among %d cases:%n%s", cases.size(), report)
          .isLessThanOrEqualTo((int) (cases.size() * (1 - OTHERWISE)));
    }
  }

  private static String clipped(Object value) {
    String text = String.valueOf(value);
    return text.length() <= 400 ? text : text.substring(0, 400) + "...";
  }

  private static Object result(Function<JsonNode, Object> actual, JsonNode vector) {
    try {
      return actual.apply(vector);
    } catch (RuntimeException e) {
      return e.toString();
    }
  }

  /**
   * The listed ids that belong to these cases: they are among them, or begin with the same letters
   * (and are misspelt or gone). Each line of the list is the id, a tab, the reason.
   */
  private static Set<String> knownDifferences(List<JsonNode> cases) {
    Set<String> ids =
        cases.stream().map(vector -> vector.path("id").asText()).collect(Collectors.toSet());
    String series = cases.get(0).path("id").asText().replaceAll("\\d+$", "");
    return lines()
        .peek(line -> assertThat(line).as("a listed difference").matches("\\S+\\t\\S.*"))
        .map(line -> line.split("\t")[0])
        .filter(id -> ids.contains(id) || id.matches(Pattern.quote(series) + "\\d+"))
        .collect(Collectors.toSet());
  }

  private static Stream<String> lines() {
    try (InputStream in = VectorRun.class.getResourceAsStream(DIFFERENCES)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
