package wheelbase.resolver;

import java.util.ArrayList;
import java.util.List;

/** The assignments made so far, in order, and the way back. */
final class PartialSolution {
  private final List<Assignment> assignments = new ArrayList<>();
  private final List<Assignment> decisions = new ArrayList<>();

  int level() {
    return decisions.size();
  }

  /** The decisions in force, earliest first. */
  List<Assignment> decisions() {
    return List.copyOf(decisions);
  }

  void derive(PackageNode node, CandidateSet possible, Incompatibility cause) {
    push(new Assignment(node, possible, cause, List.of(), level(), assignments.size()));
  }

  void decide(PackageNode node, int place, List<Demand> demands) {
    CandidateSet chosen = CandidateSet.of(node.project().everything().size(), place);
    Assignment decision =
        new Assignment(node, chosen, null, demands, level() + 1, assignments.size());
    decisions.add(decision);
    push(decision);
    for (Demand demand : demands) {
      demand.on().demands.add(demand);
    }
  }

  private void push(Assignment assignment) {
    assignments.add(assignment);
    assignment.node().assignments.add(assignment);
  }

  /** Takes back all that was assigned after so many decisions. */
  void backtrackTo(int level) {
    while (!assignments.isEmpty() && last(assignments).level() > level) {
      Assignment assignment = removeLast(assignments);
      removeLast(assignment.node().assignments);
      if (assignment.isDecision()) {
        removeLast(decisions);
        for (Demand demand : assignment.demands()) {
          removeLast(demand.on().demands);
        }
      }
    }
  }

  /** The earliest assignment after which the term holds. */
  Assignment satisfier(Term term) {
    for (Assignment assignment : term.node().assignments) {
      if (assignment.possible().isSubsetOf(term.set())) {
        return assignment;
      }
    }
    throw new IllegalStateException("nothing satisfies " + term);
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }

  private static <T> T removeLast(List<T> list) {
    return list.remove(list.size() - 1);
  }
}
