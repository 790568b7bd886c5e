package wheelbase.wheels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep440.Version;

/** Moves the bounds of a specifier so that it leads to another version, and pins nothing. */
final class Bounds {
  private Bounds() {}

  /**
   * The specifier with as few clauses changed as it takes for pip to come to the wanted version, or
   * one beyond it of the same major release.
   *
   * @param from the version to get away from
   * @return empty where the specifier pins ({@code ==}, {@code ~=}) or holds nothing back
   */
  static Optional<SpecifierSet> towards(SpecifierSet specifier, Version from, Version wanted) {
    List<String> clauses =
        Arrays.stream(specifier.toString().split(",")).filter(clause -> !clause.isEmpty()).toList();
    if (clauses.stream().anyMatch(clause -> clause.matches("(==|~=).*"))) {
      return Optional.empty();
    }
    boolean newer = wanted.compareTo(from) > 0;
    if (newer && specifier.admits(wanted)) {
      return Optional.empty();
    }
    List<String> changed = new ArrayList<>();
    for (String clause : clauses) {
      boolean upper = clause.startsWith("<");
      if (SpecifierSet.parse(clause).admits(wanted) && (newer || !upper)) {
        changed.add(clause);
      } else if (clause.startsWith(">")) {
        changed.add(">=" + wanted);
      }
    }
    changed.add(newer ? "<" + next(wanted) : "<=" + wanted);
    return Optional.of(SpecifierSet.parse(String.join(",", changed)));
  }

  /** The major release after this one; before 1 the minor releases are what breaks. */
  private static String next(Version version) {
    String epoch = version.epoch().signum() == 0 ? "" : version.epoch() + "!";
    int major = version.release().get(0);
    int minor = version.release().size() > 1 ? version.release().get(1) : 0;
    return epoch + (major == 0 ? "0." + (minor + 1) : Integer.toString(major + 1));
  }
}
