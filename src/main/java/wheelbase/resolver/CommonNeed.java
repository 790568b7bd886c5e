package wheelbase.resolver;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep508.Requirement;
import wheelbase.resolver.Claim.Need;

/** What several releases of a package all need at least, though each says it in its own way. */
final class CommonNeed {
  /** So many forms of a requirement can be told one by one. */
  private static final int FORMS = 2;

  private CommonNeed() {}

  /**
   * @param needs of one package, on one other; not empty
   * @return ways to say it, the best to read first; empty where there is none
   */
  static List<Need> of(List<Need> needs) {
    Need first = needs.get(0);
    List<PackageNode> on = first.on();
    boolean plain = !needs.stream().allMatch(need -> need.on().equals(on));
    if (plain) {
      Optional<Need> itself =
          needs.stream().filter(need -> !need.on().get(0).hasExtras()).findFirst();
      return itself.map(need -> in(needs, need.on().subList(0, 1), true)).orElse(List.of());
    }
    return in(needs, on, false);
  }

  private static List<Need> in(List<Need> needs, List<PackageNode> on, boolean plain) {
    Need first = needs.get(0);
    PackageNode node = on.get(0);
    CandidateSet releases =
        needs.stream().map(Need::releases).reduce(CandidateSet::or).orElseThrow();
    CandidateSet admitted =
        needs.stream().map(need -> need.admitted(node)).reduce(CandidateSet::or).orElseThrow();
    Map<String, Requirement> forms = new LinkedHashMap<>();
    for (Need need : needs) {
      for (Requirement each : need.anyOf()) {
        Requirement form = plain ? with(each, Set.of(), each.specifier().toString()) : each;
        forms.putIfAbsent(form.withoutMarker(), form);
      }
    }
    List<Requirement> all = List.copyOf(forms.values());
    Optional<Requirement> weakest = all.stream().filter(form -> isWeakest(form, all)).findFirst();
    if (weakest.isPresent()) {
      return List.of(new Need(first.parent(), releases, List.of(weakest.get()), on));
    }
    if (all.size() <= FORMS) {
      return List.of(new Need(first.parent(), releases, all, on));
    }
    return node.project().isOutsideTheIndex()
        ? List.of()
        : bounds(node, admitted).stream()
            .map(range -> with(all.get(0), all.get(0).writtenExtras(), range))
            .map(form -> new Need(first.parent(), releases, List.of(form), on))
            .toList();
  }

  private static Requirement with(Requirement requirement, Set<String> extras, String specifiers) {
    String written = extras.isEmpty() ? "" : "[" + String.join(",", extras) + "]";
    return Requirement.parse(requirement.writtenName() + written + specifiers);
  }

  /** Whether it admits whatever the others admit, of versions that exist or not. */
  private static boolean isWeakest(Requirement form, List<Requirement> all) {
    return form.specifier()
        .range()
        .map(
            range ->
                all.stream()
                    .allMatch(
                        other ->
                            other
                                .specifier()
                                .range()
                                .map(less -> less.isSubsetOf(range))
                                .orElse(false)))
        .orElse(all.size() == 1);
  }

  /** With one bound only where that is enough, then with both. */
  private static List<String> bounds(PackageNode node, CandidateSet admitted) {
    int size = admitted.size();
    int newest = admitted.next(0);
    if (newest >= size) {
      return List.of();
    }
    int oldest = newest;
    for (int at = newest; at < size; at = admitted.next(at + 1)) {
      oldest = at;
    }
    int last = oldest;
    CandidateSet all = node.project().everything().withoutAbsence();
    List<CandidateSet> spans =
        List.of(
            CandidateSet.where(size, place -> all.contains(place) && place >= newest),
            CandidateSet.where(size, place -> all.contains(place) && place <= last),
            CandidateSet.where(
                size, place -> all.contains(place) && place >= newest && place <= last));
    return spans.stream()
        .filter(span -> !span.equals(all))
        .flatMap(span -> ReleaseWords.range(node, span).stream())
        .filter(range -> admitted.isSubsetOf(node.project().admittedBy(SpecifierSet.parse(range))))
        .toList();
  }
}
