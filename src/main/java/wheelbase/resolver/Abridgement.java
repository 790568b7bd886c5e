package wheelbase.resolver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wheelbase.pep508.PackageName;

/** Leaves claims out of a story that would be too long, and says so. */
final class Abridgement {
  private Abridgement() {}

  /**
   * With one package's releases told of only as far as they fail in the most frequent ways, of the
   * package that takes the most claims; what only led to the others goes too. Empty where there is
   * no package whose releases fail in different ways.
   */
  static Optional<List<Claim>> of(List<Claim> claims) {
    Map<PackageName, List<Claim>> about = new LinkedHashMap<>();
    for (Claim claim : claims) {
      node(claim)
          .ifPresent(
              node -> about.computeIfAbsent(node.name(), any -> new ArrayList<>()).add(claim));
    }
    return about.values().stream()
        .filter(list -> ways(list).size() > 1)
        .max(Comparator.comparing(List::size))
        .map(list -> without(claims, list));
  }

  /** The releases, those together of which the same is claimed; the most frequent first. */
  private static List<CandidateSet> ways(List<Claim> claims) {
    Map<List<Integer>, CandidateSet> ways = new LinkedHashMap<>();
    int size = releases(claims.get(0)).size();
    for (int place = 0; place < size; place++) {
      List<Integer> said = new ArrayList<>();
      for (int at = 0; at < claims.size(); at++) {
        if (releases(claims.get(at)).contains(place)) {
          said.add(at);
        }
      }
      boolean told = said.stream().noneMatch(at -> claims.get(at) instanceof Claim.Rest);
      if (!said.isEmpty() && told) {
        ways.merge(said, CandidateSet.of(size, place), CandidateSet::or);
      }
    }
    List<CandidateSet> sorted = new ArrayList<>(ways.values());
    sorted.sort(Comparator.comparing(way -> -ReleaseWords.count(way)));
    return sorted;
  }

  private static List<Claim> without(List<Claim> claims, List<Claim> about) {
    List<CandidateSet> ways = ways(about);
    CandidateSet told =
        ways.subList(0, ways.size() > 2 ? 2 : 1).stream().reduce(CandidateSet::or).orElseThrow();
    CandidateSet rest =
        about.stream()
            .map(Abridgement::releases)
            .reduce(CandidateSet::or)
            .orElseThrow()
            .minus(told);
    List<Claim> shorter = new ArrayList<>(claims);
    shorter.removeAll(about);
    for (Claim claim : about) {
      if (claim instanceof Claim.Need need && !need.among(told).releases().isEmpty()) {
        shorter.add(need.among(told));
      } else if (claim instanceof Claim.Barrier barrier
          && !barrier.among(told).releases().isEmpty()) {
        shorter.add(barrier.among(told));
      }
    }
    shorter.add(new Claim.Rest(node(about.get(0)).orElseThrow(), rest));
    return Simplification.keepingLines(shorter);
  }

  private static Optional<PackageNode> node(Claim claim) {
    if (claim instanceof Claim.Need need) {
      return Optional.of(need.parent());
    }
    if (claim instanceof Claim.Barrier barrier) {
      return Optional.of(barrier.node());
    }
    return claim instanceof Claim.Rest rest ? Optional.of(rest.node()) : Optional.empty();
  }

  private static CandidateSet releases(Claim claim) {
    if (claim instanceof Claim.Need need) {
      return need.releases();
    }
    return claim instanceof Claim.Barrier barrier
        ? barrier.releases()
        : ((Claim.Rest) claim).releases();
  }
}
