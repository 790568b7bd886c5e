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
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.Libc;

/**
 * The "when" of a rule: all that is given must hold; what is left out always holds.
 *
 * @param python compared with the full Python version, {@code 3.13.2}
 * @param marker of PEP 508; it sees the extras asked for
 * @param distributions ids of distribution releases; empty: any
 * @param unlessInstalled packages that make the rule idle when one of them is pinned too
 */
public record RuleCondition(
    Optional<SpecifierSet> versions,
    Optional<Artifact> artifact,
    Optional<Libc.Kind> libc,
    Optional<Architecture> architecture,
    Optional<SpecifierSet> python,
    Optional<Marker> marker,
    List<String> distributions,
    Set<PackageName> unlessInstalled) {
  public RuleCondition {
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

  /** Whether it can hold on a release. */
  boolean admits(DistributionRelease release) {
    return libc.map(release.libc().kind()::equals).orElse(true)
        && (distributions.isEmpty() || distributions.contains(release.id()));
  }

  /** Whether a wheel can match. */
  public boolean admitsWheel() {
    return artifact.map(Artifact.WHEEL::equals).orElse(true);
  }

  /** Whether an sdist can match. */
  public boolean admitsSdist() {
    return artifact.map(Artifact.SDIST::equals).orElse(true);
  }

  /** Whether this holds wherever the other does. */
  boolean covers(RuleCondition other) {
    return coversBesideVersions(other) && implied(versions, other.versions);
  }

  /**
   * Whether the two differ in their versions alone, share some of them, and each has some that the
   * other has not: then the order decides what nobody meant it to. A narrower range before a wider
   * one is meant.
   */
  boolean overlaps(RuleCondition other) {
    return versions.isPresent()
        && other.versions.isPresent()
        && coversBesideVersions(other)
        && other.coversBesideVersions(this)
        && !disjoint(versions.get(), other.versions.get())
        && !implied(versions, other.versions)
        && !implied(other.versions, versions);
  }

  private boolean coversBesideVersions(RuleCondition other) {
    return artifact
            .map(kind -> other.artifact.filter(asked -> covers(kind, asked)).isPresent())
            .orElse(true)
        && (libc.isEmpty() || libc.equals(other.libc))
        && (architecture.isEmpty() || architecture.equals(other.architecture))
        && implied(python, other.python)
        && (marker.isEmpty() || marker.equals(other.marker))
        && (distributions.isEmpty()
            || !other.distributions.isEmpty() && distributions.containsAll(other.distributions))
        && other.unlessInstalled.containsAll(unlessInstalled);
  }

  /** A {@code ===} clause compares text: what it admits cannot be reckoned with. */
  private static boolean implied(Optional<SpecifierSet> one, Optional<SpecifierSet> other) {
    return one.map(
            wide ->
                other
                    .filter(
                        narrow ->
                            narrow.equals(wide)
                                || wide.range().isPresent()
                                    && narrow.range().isPresent()
                                    && narrow.range().get().isSubsetOf(wide.range().get()))
                    .isPresent())
        .orElse(true);
  }

  private static boolean disjoint(SpecifierSet one, SpecifierSet other) {
    return one.range().isEmpty()
        || other.range().isEmpty()
        || one.range().get().isDisjointFrom(other.range().get());
  }

  /** A rule for an sdist speaks of a pure one too: what it loads at run time is the same. */
  static boolean covers(Artifact kind, Artifact asked) {
    return kind == asked || kind == Artifact.SDIST && asked == Artifact.PURE_SDIST;
  }
}
