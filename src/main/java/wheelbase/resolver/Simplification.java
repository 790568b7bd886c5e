package wheelbase.resolver;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wheelbase.pep508.PackageName;
import wheelbase.resolver.Claim.Need;
import wheelbase.resolver.Claim.OfReleases;

/**
 * Makes a contradiction as short as it can: speaks only of releases that come into question, says
 * in one what neighbouring releases need, in the weakest form that still contradicts, and leaves
 * out whatever is not needed for the contradiction, the user's lines first. Each change is kept
 * only if what is left can be seen to contradict itself.
 */
final class Simplification {
  /** A second or so of looking at terms. */
  private static final long BUDGET = 30_000_000;

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
    Set<Claim> out = Collections.newSetFromMap(new IdentityHashMap<>());
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
    return claim instanceof OfReleases these && !(claim instanceof Claim.Rest)
        ? depths.getOrDefault(these.about().name(), Integer.MAX_VALUE)
        : -1;
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
      if (claim instanceof OfReleases these && admitted.containsKey(these.about().name())) {
        OfReleases less = these.among(admitted.get(these.about().name()));
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
    for (Need merged : CommonNeed.of(needs)) {
      Set<Claim> out = Collections.newSetFromMap(new IdentityHashMap<>());
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
}
