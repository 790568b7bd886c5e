package wheelbase.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Runs every case of a vector file: all must pass but those listed as {@link KnownDifferences}, and
 * of these none may pass.
 */
public final class VectorRun {
  private final String fileName;

  private VectorRun(String fileName) {
    this.fileName = fileName;
  }

  /** Gives a {@link VectorTest} the run of its file. */
  static final class OfTheFile implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
      return parameter.getParameter().getType() == VectorRun.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
      return AnnotationSupport.findAnnotation(test.getRequiredTestMethod(), VectorTest.class)
          .map(file -> new VectorRun(file.value()))
          .orElseThrow();
    }
  }

  /** All of the file. */
  public List<JsonNode> cases() {
    return Shared.vectorCases(fileName);
  }

  /**
   * @param expected what the case says, in any form with {@code equals}
   * @param actual what wheelbase says, in the same form
   */
  public void check(Function<JsonNode, Object> expected, Function<JsonNode, Object> actual) {
    check(cases(), KnownDifferences.read(), expected, actual);
  }

  static void check(
      List<JsonNode> cases,
      KnownDifferences known,
      Function<JsonNode, Object> expected,
      Function<JsonNode, Object> actual) {
    Map<String, String> failures = new LinkedHashMap<>();
    for (JsonNode vector : cases) {
      Object want = expected.apply(vector);
      Object got = result(actual, vector);
      if (!Objects.equals(want, got)) {
        failures.put(
            VectorSet.id(vector), "wanted " + clipped(want) + "\n     got " + clipped(got));
      }
    }
    String report =
        failures.entrySet().stream()
            .limit(10)
            .map(failure -> failure.getKey() + ": " + failure.getValue())
            .collect(Collectors.joining("\n"));
    Set<String> listed =
        cases.stream().map(VectorSet::id).collect(Collectors.toCollection(TreeSet::new));
    listed.retainAll(known.reasons().keySet());
    assertThat(failures.keySet())
        .as("ids that differ, of %d cases:%n%s", cases.size(), report)
        .containsExactlyInAnyOrderElementsOf(listed);
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
}
