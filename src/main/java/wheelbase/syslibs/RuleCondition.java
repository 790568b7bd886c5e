package wheelbase.syslibs;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep440.Version;
import wheelbase.pep508.Marker;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Architecture;
import wheelbase.platform.Libc;

/**
 * The "when" of a rule: all that is given must hold; what is left out always holds.
 *
 * @param python compared with the full Python version, {@code 3.13.2}
 * @param marker of PEP 508; it sees the extras asked for
 * @param distributions ids of distribution releases; empty: any
 * @param unlessInstalled packages that make the rule idle when one of them is pinned too
 */
record RuleCondition(
    Optional<SpecifierSet> versions,
    Optional<Artifact> artifact,
    Optional<Libc.Kind> libc,
    Optional<Architecture> architecture,
    Optional<SpecifierSet> python,
    Optional<Marker> marker,
    List<String> distributions,
    Set<PackageName> unlessInstalled) {
  RuleCondition {
    distributions = List.copyOf(distributions);
    unlessInstalled = Set.copyOf(unlessInstalled);
  }

  static RuleCondition always() {
    return new RuleCondition(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Set.of());
  }

  boolean matches(InstallCase asked) {
    return versions.map(set -> set.admits(asked.version())).orElse(true)
        && artifact.map(kind -> covers(kind, asked.artifact())).orElse(true)
        && libc.map(asked.distribution().libc().kind()::equals).orElse(true)
        && architecture.map(asked.target().architecture()::equals).orElse(true)
        && python
            .map(set -> set.admits(Version.parse(asked.target().python().toString())))
            .orElse(true)
        && marker
            .map(given -> given.holds(asked.target().markerEnvironment(), asked.extras()))
            .orElse(true)
        && (distributions.isEmpty() || distributions.contains(asked.distribution().id()))
        && Collections.disjoint(unlessInstalled, asked.installed());
  }

  /** Whether an sdist can match. */
  boolean admitsSdist() {
    return artifact.map(Artifact.SDIST::equals).orElse(true);
  }

  /** A rule for an sdist speaks of a pure one too: what it loads at run time is the same. */
  private static boolean covers(Artifact kind, Artifact asked) {
    return kind == asked || kind == Artifact.SDIST && asked == Artifact.PURE_SDIST;
  }
}
