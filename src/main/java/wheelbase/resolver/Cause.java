package wheelbase.resolver;

import wheelbase.pep440.SpecifierSet;
import wheelbase.pep440.Version;
import wheelbase.pep508.Requirement;

/** Why some things do not go together. */
sealed interface Cause {
  /** The user asks for it. */
  record Root(RootRequirement root, PackageNode on) implements Cause {}

  /** The user restricts it, should it be needed ({@code -c}). */
  record Constraint(RootRequirement constraint) implements Cause {}

  /** A release needs it. */
  record Dependency(PackageNode parent, Version version, Requirement requirement, PackageNode on)
      implements Cause {}

  /** A package with extras is the same release as the package. */
  record SameRelease(PackageNode withExtras) implements Cause {}

  /** These releases have no file that can be taken on the target. */
  record NoFile(PackageNode node) implements Cause {}

  /** A release's own metadata leave out the target's Python. */
  record RequiresPython(PackageNode node, Version version, SpecifierSet python) implements Cause {}

  /**
   * Releases that fit, and that pip does not take without being asked: pre-releases, yanked ones.
   */
  record NotTaken(Pool pool) implements Cause {}

  /** It follows from two others. */
  record Derived(Incompatibility one, Incompatibility other) implements Cause {}
}
