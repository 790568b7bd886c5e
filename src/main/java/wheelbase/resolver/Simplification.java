package wheelbase.resolver;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;
import wheelbase.resolver.Claim.Barrier;
import wheelbase.resolver.Claim.Need;

/**
 * Makes a contradiction as short as it can: speaks only of releases that come into question, says
 * in one what neighbouring releases need, in the weakest form that still contradicts, and leaves
 * out whatever is not needed for the contradiction, the user's lines first. Each change is kept
 * only if what is left can be seen to contradict itself.
 */
final class Simplification {
  /** A second or so of looking at terms. */
  private static final long BUDGET = 30_000_000;

  /** So many forms of a requirement can be told one by one. */
  private static final int FORMS = 2;

  private final Contradiction contradiction = new Contradiction(BUDGET);
  private List<Claim> claims;

  private Simplification(List<Claim> claims) {
    this.claims = new ArrayList<>(claims);
  }

  /** The same contradiction with fewer words; as it was where it cannot be seen to be one. */
  static List<Claim> of(List<Claim> claims) {
    Simplification simplification = new Simplification(claims);
    if (simplification.contradiction.among(claims)) {
      simplification.simplify();
    }
    return List.copyOf(simplification.claims);
  }

  /** As {@link #of}, but none of the user's lines is left out. */
  static List<Claim> keepingLines(List<Claim> claims) {
    Simplification simplification = new Simplification(claims);
    simplification.leaveOut(simplification.deepestFirst());
    return List.copyOf(simplification.claims);
  }

  private void simplify() {
    leaveOut(claims.stream().filter(Claim.Line.class::isInstance).toList());
    leaveOutUnreached();
    restrict();
    merge();
    leaveOut(deepestFirst());
    restrict();
    merge();
    leaveOut(claims.stream().filter(Claim.Line.class::isInstance).toList());
    leaveOut(deepestFirst());
  }

  private boolean accept(List<Claim> changed) {
    if (!contradiction.among(changed)) {
      return false;
    }
    claims = changed;
    return true;
  }

  /** Tries to do without these: all at once, then by halves. */
  private void leaveOut(List<Claim> candidates) {
    if (candidates.isEmpty() || contradiction.isExhausted()) {
      return;
    }
    Set<Claim> out = Collections.newSetFromMap(new java.util.IdentityHashMap<>());
    out.addAll(candidates);
    List<Claim> left = claims.stream().filter(claim -> !out.contains(claim)).toList();
    if (accept(new ArrayList<>(left)) || candidates.size() == 1) {
      return;
    }
    int middle = candidates.size() / 2;
    leaveOut(candidates.subList(0, middle));
    leaveOut(candidates.subList(middle, candidates.size()));
  }

  /** What is about packages that none of the lines leads to. */
  private void leaveOutUnreached() {
    Map<PackageName, Integer> depths = depths();
    leaveOut(claims.stream().filter(claim -> depth(claim, depths) == Integer.MAX_VALUE).toList());
  }

  /** Those of packages far from the user's lines; of a package the barriers first. */
  private List<Claim> deepestFirst() {
    Map<PackageName, Integer> depths = depths();
    List<Claim> sorted = new ArrayList<>(claims);
    sorted.removeIf(Claim.Line.class::isInstance);
    sorted.sort(Comparator.comparing(claim -> -depth(claim, depths)));
    return sorted;
  }

  private static int depth(Claim claim, Map<PackageName, Integer> depths) {
    PackageName name =
        claim instanceof Need need
            ? need.parent().name()
            : claim instanceof Barrier barrier ? barrier.node().name() : null;
    return name == null ? -1 : depths.getOrDefault(name, Integer.MAX_VALUE);
  }

  /** How many steps lead from the user's requirements to each package. */
  private Map<PackageName, Integer> depths() {
    Map<PackageName, Integer> depths = new HashMap<>();
    for (Claim claim : claims) {
      if (claim instanceof Claim.Line line && !line.constraint()) {
        depths.put(line.name(), 0);
      }
    }
    boolean found = true;
    for (int depth = 0; found; depth++) {
      found = false;
      for (Claim claim : claims) {
        if (claim instanceof Need need
            && depths.getOrDefault(need.parent().name(), -1) == depth
            && depths.putIfAbsent(need.name(), depth + 1) == null) {
          found = true;
        }
      }
    }
    return depths;
  }

  /** Speaks only of releases that the lines, or else the needs, of the story admit. */
  private void restrict() {
    Map<PackageName, CandidateSet> admitted = new HashMap<>();
    Set<PackageName> wanted = new HashSet<>();
    for (Claim claim : claims) {
      if (claim instanceof Claim.Line line) {
        PackageNode node = line.on().get(0);
        CandidateSet these = node.project().admittedBy(line.line().requirement().specifier());
        admitted.merge(line.name(), these, CandidateSet::and);
        if (!line.constraint()) {
          wanted.add(line.name());
        }
      }
    }
    Map<PackageName, CandidateSet> needed = new HashMap<>();
    for (Claim claim : claims) {
      if (claim instanceof Need need) {
        needed.merge(need.name(), need.admitted(), CandidateSet::or);
      }
    }
    needed.forEach(
        (name, places) -> {
          if (!wanted.contains(name)) {
            admitted.merge(name, places, CandidateSet::and);
          }
        });
    List<Claim> restricted = new ArrayList<>();
    for (Claim claim : claims) {
      if (claim instanceof Need need && admitted.containsKey(need.parent().name())) {
        Need less = need.among(admitted.get(need.parent().name()));
        if (!less.releases().isEmpty()) {
          restricted.add(less);
        }
      } else if (claim instanceof Barrier barrier && admitted.containsKey(barrier.node().name())) {
        Barrier less = barrier.among(admitted.get(barrier.node().name()));
        if (!less.releases().isEmpty()) {
          restricted.add(less);
        }
      } else {
        restricted.add(claim);
      }
    }
    accept(restricted);
  }

  private void merge() {
    Map<List<?>, List<Need>> alike = new LinkedHashMap<>();
    for (Claim claim : claims) {
      if (claim instanceof Need need) {
        alike
            .computeIfAbsent(List.of(need.parent(), need.name()), any -> new ArrayList<>())
            .add(need);
      }
    }
    for (List<Need> group : alike.values()) {
      List<Need> inOrder = new ArrayList<>(group);
      inOrder.sort(Comparator.comparing(need -> need.releases().next(0)));
      merge(inOrder);
    }
  }

  /** Puts all of them in one; where that says too little, each half. Returns what is there then. */
  private List<Need> merge(List<Need> needs) {
    if (needs.size() < 2 || contradiction.isExhausted()) {
      return needs;
    }
    for (Need merged : merged(needs)) {
      Set<Claim> out = Collections.newSetFromMap(new java.util.IdentityHashMap<>());
      out.addAll(needs);
      List<Claim> changed = new ArrayList<>();
      for (Claim claim : claims) {
        if (claim == needs.get(0)) {
          changed.add(merged);
        } else if (!out.contains(claim)) {
          changed.add(claim);
        }
      }
      if (accept(changed)) {
        return List.of(merged);
      }
    }
    int middle = needs.size() / 2;
    List<Need> left = merge(needs.subList(0, middle));
    List<Need> right = merge(needs.subList(middle, needs.size()));
    if (needs.size() > 2 && left.size() + right.size() < needs.size()) {
      // The last of the newer and the first of the older may go together.
      List<Need> both = new ArrayList<>(left.subList(0, left.size() - 1));
      both.addAll(merge(List.of(left.get(left.size() - 1), right.get(0))));
      both.addAll(right.subList(1, right.size()));
      return both;
    }
    List<Need> both = new ArrayList<>(left);
    both.addAll(right);
    return both;
  }

  /** What all of them need at least, the best to read first. */
  private static List<Need> merged(List<Need> needs) {
    Need first = needs.get(0);
    List<PackageNode> on = first.on();
    boolean plain = !needs.stream().allMatch(need -> need.on().equals(on));
    if (plain) {
      Optional<Need> itself =
          needs.stream().filter(need -> !need.on().get(0).hasExtras()).findFirst();
      return itself.map(need -> merged(needs, need.on().subList(0, 1), true)).orElse(List.of());
    }
    return merged(needs, on, false);
  }

  private static List<Need> merged(List<Need> needs, List<PackageNode> on, boolean plain) {
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
