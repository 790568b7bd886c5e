package wheelbase.resolver;

import java.util.List;

/**
 * A step of the partial solution: what is left of a node's possibilities, and why.
 *
 * @param possible all that is left after this step
 * @param cause the incompatibility that forced it; null for a decision
 * @param demands what the candidate decided on asks for; empty for a derivation
 * @param level how many decisions had been made, this one included
 * @param index its place among all assignments
 */
record Assignment(
    PackageNode node,
    CandidateSet possible,
    Incompatibility cause,
    List<Demand> demands,
    int level,
    int index) {
  boolean isDecision() {
    return cause == null;
  }

  /** The release decided on. */
  int place() {
    return possible.next(0);
  }
}
