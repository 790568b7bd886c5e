package wheelbase.pep508;

import java.util.Map;

/**
 * The values that environment markers are evaluated against.
 *
 * @param values marker variable (without {@code extra}) to value
 */
public record MarkerEnvironment(Map<String, String> values) {
  public MarkerEnvironment {
    values = Map.copyOf(values);
  }
}
