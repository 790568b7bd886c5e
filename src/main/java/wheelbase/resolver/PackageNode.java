package wheelbase.resolver;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import wheelbase.pep508.PackageName;

/**
 * What the solver assigns a candidate to: a package, or a package with extras, which is a node of
 * its own, tied to the same release of the package. A node carries the solver's state about it.
 */
final class PackageNode {
  private final PackageName name;
  private final SortedSet<String> extras;
  private final Project project;
  private final String text;

  /** The incompatibilities that have a term on this node. */
  final List<Incompatibility> incompatibilities = new ArrayList<>();

  /** The assignments on this node, earliest first; each holds what is left after it. */
  final List<Assignment> assignments = new ArrayList<>();

  /** What the decided candidates, and the user, ask of this node. */
  final List<Demand> demands = new ArrayList<>();

  PackageNode(PackageName name, SortedSet<String> extras, Project project) {
    this.name = name;
    this.extras = extras;
    this.project = project;
    this.text = extras.isEmpty() ? name.value() : name + "[" + String.join(",", extras) + "]";
  }

  PackageName name() {
    return name;
  }

  SortedSet<String> extras() {
    return extras;
  }

  boolean hasExtras() {
    return !extras.isEmpty();
  }

  Project project() {
    return project;
  }

  /** What the user's constraints rule out, should the node be needed. */
  List<Incompatibility> constraints() {
    List<Incompatibility> ruledOut = new ArrayList<>();
    for (RootRequirement constraint : project.constraints()) {
      CandidateSet admitted = project.admittedBy(constraint.requirement().specifier());
      CandidateSet refused = admitted.complement().withoutAbsence();
      ruledOut.add(Incompatibility.of(new Cause.Constraint(constraint), new Term(this, refused)));
    }
    return ruledOut;
  }

  /** What may still become of this node. */
  CandidateSet possible() {
    return assignments.isEmpty()
        ? project.everything()
        : assignments.get(assignments.size() - 1).possible();
  }

  /** The decision on this node, where there is one. */
  Assignment decision() {
    for (int at = assignments.size() - 1; at >= 0; at--) {
      if (assignments.get(at).isDecision()) {
        return assignments.get(at);
      }
    }
    return null;
  }

  boolean isDecided() {
    return decision() != null;
  }

  /** Some release has to be taken, and none is decided on. */
  boolean isWaiting() {
    return !possible().admitsAbsence() && !isDecided();
  }

  @Override
  public String toString() {
    return text;
  }
}
