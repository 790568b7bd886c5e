package wheelbase.resolver;

import java.util.List;
import java.util.Optional;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep508.PackageName;

/**
 * A package name during one resolution: its releases on the target, or, for a package outside the
 * index, the one thing of unknown version that it is.
 */
final class Project {
  private final PackageName name;
  private final Optional<Candidates> candidates;
  private final List<RootRequirement> constraints;
  private final CandidateSet everything;

  private Project(
      PackageName name, Optional<Candidates> candidates, List<RootRequirement> constraints) {
    this.name = name;
    this.candidates = candidates;
    this.constraints = constraints;
    this.everything = CandidateSet.all(candidates.map(list -> list.releases().places()).orElse(2));
  }

  static Project onIndex(Candidates candidates, List<RootRequirement> constraints) {
    return new Project(candidates.name(), Optional.of(candidates), constraints);
  }

  /** Its version is unknown, so every requirement on it counts as met. */
  static Project outsideTheIndex(PackageName name) {
    return new Project(name, Optional.empty(), List.of());
  }

  PackageName name() {
    return name;
  }

  boolean isOutsideTheIndex() {
    return candidates.isEmpty();
  }

  /** Only of a project on the index. */
  Candidates candidates() {
    return candidates.get();
  }

  /** The user's constraints on the name. */
  List<RootRequirement> constraints() {
    return constraints;
  }

  CandidateSet everything() {
    return everything;
  }

  CandidateSet nothing() {
    return CandidateSet.none(everything.size());
  }

  CandidateSet admittedBy(SpecifierSet specifiers) {
    return candidates
        .map(list -> list.releases().admittedBy(specifiers))
        .orElse(everything.withoutAbsence());
  }

  boolean fits(int place) {
    return candidates.map(list -> list.fits(place)).orElse(true);
  }

  int first(CandidateSet set) {
    return candidates.map(list -> list.first(set)).orElse(set.contains(0) ? 0 : set.size());
  }

  /** Is there a release among these that can be taken? */
  boolean offers(CandidateSet set) {
    return first(set) < set.size();
  }

  int next(CandidateSet set, int after) {
    return candidates.map(list -> list.next(set, after)).orElse(set.size());
  }
}
