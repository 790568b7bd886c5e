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
  private final Map<String, Set<String>> sets;

  public MarkerEnvironment(Map<String, String> values) {
    this(values, Map.of());
  }

  private MarkerEnvironment(Map<String, String> values, Map<String, Set<String>> sets) {
    this.sets = Map.copyOf(sets);
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

  /**
   * The same, as markers in lock files see it: {@code "web" in extras} and {@code "test" in
   * dependency_groups} (PEP 751), and {@code extra == "web"} where that is one of those chosen.
   *
   * @param extras chosen, normalised
   * @param groups likewise
   */
  public MarkerEnvironment ofLock(Set<String> extras, Set<String> groups) {
    return new MarkerEnvironment(
        values,
        Map.of(
            "extra", Set.copyOf(extras),
            "extras", Set.copyOf(extras),
            "dependency_groups", Set.copyOf(groups)));
  }

  /** The names that a variable stands for in a lock file; null where it stands for one value. */
  Set<String> set(String name) {
    return sets.get(name);
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
    return other instanceof MarkerEnvironment environment
        && values.equals(environment.values)
        && sets.equals(environment.sets);
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
