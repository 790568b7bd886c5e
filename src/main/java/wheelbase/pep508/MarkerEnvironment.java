package wheelbase.pep508;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wheelbase.pep440.Version;

/**
 * The values that environment markers are evaluated against ("Environment markers" in PEP 508),
 * marker variable to value, without {@code extra}. Those that are compared as versions are read
 * once, here.
 */
public final class MarkerEnvironment {
  /** The variables whose values are versions. */
  static final Set<String> VERSIONS =
      Set.of("python_version", "python_full_version", "implementation_version", "platform_release");

  private final Map<String, String> values;
  private final Map<String, Version> versions = new HashMap<>();

  public MarkerEnvironment(Map<String, String> values) {
    Map<String, String> repaired = new HashMap<>(values);
    // A Python built from an untagged revision calls itself "3.12.0+"; packaging mends it so.
    repaired.computeIfPresent(
        "python_full_version", (name, value) -> value.endsWith("+") ? value + "local" : value);
    this.values = Map.copyOf(repaired);
    for (String name : VERSIONS) {
      Optional.ofNullable(this.values.get(name))
          .flatMap(Version::tryParse)
          .ifPresent(version -> versions.put(name, version));
    }
  }

  /** Marker variable to value. */
  public Map<String, String> values() {
    return values;
  }

  /** The variable's value as a version; null where it is none. */
  Version version(String name) {
    return versions.get(name);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MarkerEnvironment environment && values.equals(environment.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
