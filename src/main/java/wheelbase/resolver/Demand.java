package wheelbase.resolver;

import java.util.Optional;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep508.Requirement;

/**
 * What a candidate, or the user, asks of a node.
 *
 * @param parent the asking node and its candidate as a term; empty where the user asks
 * @param requirement as it is written; empty where a package with extras asks for its own release
 * @param specifiers what the requirement says of versions
 * @param admitted the releases that meet it
 */
record Demand(
    Optional<Term> parent,
    PackageNode on,
    Optional<Requirement> requirement,
    SpecifierSet specifiers,
    CandidateSet admitted,
    Cause cause) {

  /** Asks for one release, whatever the rules about pre-releases and yanked files say. */
  boolean isExact() {
    return requirement.isEmpty();
  }

  /** The same as an incompatibility: the parent, and none of what it asks for. */
  Incompatibility incompatibility() {
    Term unmet = new Term(on, admitted.complement());
    return parent
        .map(term -> Incompatibility.of(cause, term, unmet))
        .orElseGet(() -> Incompatibility.of(cause, unmet));
  }
}
