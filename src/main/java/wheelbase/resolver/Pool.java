package wheelbase.resolver;

import java.util.ArrayList;
import java.util.List;
import wheelbase.pep440.SpecifierSet;

/**
 * The candidates that pip would try for a node, given all that is asked of it at the moment
 * (Factory.find_candidates and SpecifierSet.filter in pip 26). Two of its rules depend on
 * everything that is asked together, and so are no incompatibilities of two packages:
 *
 * <ul>
 *   <li>pre-releases only if a specifier mentions one, or nothing final matches, or {@code --pre};
 *   <li>yanked releases (PEP 592) only if a specifier pins exactly and nothing else matches.
 * </ul>
 *
 * <p>Between the two it looks at the hashes that the user gives.
 *
 * @param asked the releases that meet every demand and constraint, whether they fit the target or
 *     not
 * @param taken what is left of them under the two rules
 */
record Pool(PackageNode node, List<Demand> demands, CandidateSet asked, CandidateSet taken) {

  /**
   * @param demands on the node, and for one with extras also those on the package itself
   */
  static Pool of(PackageNode node, List<Demand> demands, boolean allowPrereleases) {
    Project project = node.project();
    CandidateSet asked = project.everything().withoutAbsence();
    boolean exact = project.isOutsideTheIndex();
    List<SpecifierSet> specifiers = new ArrayList<>();
    for (RootRequirement constraint : project.constraints()) {
      specifiers.add(constraint.requirement().specifier());
      asked = asked.and(project.admittedBy(constraint.requirement().specifier()));
    }
    for (Demand demand : demands) {
      exact |= demand.isExact();
      specifiers.add(demand.specifiers());
      asked = asked.and(demand.admitted());
    }
    return new Pool(
        node,
        demands,
        asked,
        exact ? asked : taken(project.candidates(), asked, specifiers, allowPrereleases));
  }

  private static CandidateSet taken(
      Candidates candidates,
      CandidateSet asked,
      List<SpecifierSet> specifiers,
      boolean allowPrereleases) {
    CandidateSet taken = asked;
    boolean mentioned = specifiers.stream().anyMatch(set -> set.prereleases().orElse(false));
    if (!allowPrereleases && !mentioned) {
      CandidateSet finals = asked.and(candidates.releases().finals());
      if (candidates.first(finals) < finals.size()) {
        taken = finals;
      }
    }
    taken = candidates.withAllowedFiles(taken);
    CandidateSet maybeYanked = taken.and(candidates.releases().withYankedFiles());
    if (maybeYanked.isEmpty()) {
      return taken;
    }
    CandidateSet yanked =
        CandidateSet.where(
            taken.size(), place -> maybeYanked.contains(place) && candidates.isYanked(place));
    CandidateSet others = taken.minus(yanked);
    boolean pinned = specifiers.stream().anyMatch(SpecifierSet::isPin);
    return pinned && candidates.first(others) == others.size() ? taken : others;
  }
}
