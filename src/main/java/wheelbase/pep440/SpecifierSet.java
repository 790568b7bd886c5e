package wheelbase.pep440;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

public final class SpecifierSet {
  private SpecifierSet() {}

  public static SpecifierSet any() {
    throw new UnsupportedOperationException();
  }

  /**
   * @throws IllegalArgumentException where a part is not a specifier
   */
  public static SpecifierSet parse(String text) {
    throw new UnsupportedOperationException();
  }

  public boolean isEmpty() {
    throw new UnsupportedOperationException();
  }

  public SpecifierSet and(SpecifierSet other) {
    throw new UnsupportedOperationException();
  }

  /**
   * Membership with pre-releases admitted (packaging's contains(..., prereleases=True)): what pip
   * asks of a candidate.
   */
  public boolean admits(Version version) {
    throw new UnsupportedOperationException();
  }

  /** packaging's contains(version, prereleases): empty means its default rule. */
  public boolean contains(Version version, Optional<Boolean> prereleases) {
    throw new UnsupportedOperationException();
  }

  /** packaging's filter(versions, prereleases), in the order given. */
  public List<Version> filter(Collection<Version> versions, Optional<Boolean> prereleases) {
    throw new UnsupportedOperationException();
  }

  /**
   * Whether the set itself mentions a pre-release and so admits them (SpecifierSet.prereleases);
   * empty: says nothing.
   */
  public Optional<Boolean> prereleases() {
    throw new UnsupportedOperationException();
  }

  /** One part is an exact pin ("==" without a wildcard, or "==="). */
  public boolean isPin() {
    throw new UnsupportedOperationException();
  }
}
