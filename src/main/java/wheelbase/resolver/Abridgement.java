package wheelbase.resolver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wheelbase.pep508.PackageName;
import wheelbase.resolver.Claim.OfReleases;

/** Leaves claims out of a story that would be too long, and says so. */
final class Abridgement {
  private Abridgement() {}

  /**
   * With one package's releases told of only as far as they fail in the most frequent ways, of the
   * package that takes the most claims; what only led to the others goes too. Empty where there is
   * no package whose releases fail in different ways.
   */
  static Optional<List<Claim>> of(List<Claim> claims) {
    Map<PackageName, List<OfReleases>> about = new LinkedHashMap<>();
    for (Claim claim : claims) {
      if (claim instanceof OfReleases these) {
        about.computeIfAbsent(these.about().name(), any -> new ArrayList<>()).add(these);
      }
    }
    return about.values().stream()
        .filter(list -> ways(list).size() > 1)
        .max(Comparator.comparing(List::size))
        .map(list -> without(claims, list));
  }

  /** The releases, those together of which the same is claimed; the most frequent first. */
  private static List<CandidateSet> ways(List<OfReleases> claims) {
    Map<List<Integer>, CandidateSet> ways = new LinkedHashMap<>();
    int size = claims.get(0).releases().size();
    for (int place = 0; place < size; place++) {
      List<Integer> said = new ArrayList<>();
      for (int at = 0; at < claims.size(); at++) {
        if (claims.get(at).releases().contains(place)) {
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

  private static List<Claim> without(List<Claim> claims, List<OfReleases> about) {
    List<CandidateSet> ways = ways(about);
    CandidateSet told =
        ways.subList(0, ways.size() > 2 ? 2 : 1).stream().reduce(CandidateSet::or).orElseThrow();
    CandidateSet rest =
        about.stream().map(OfReleases::releases).reduce(CandidateSet::or).orElseThrow().minus(told);
    List<Claim> shorter = new ArrayList<>(claims);
    shorter.removeAll(about);
    for (OfReleases claim : about) {
      OfReleases less = claim.among(told);
      if (!(claim instanceof Claim.Rest) && !less.releases().isEmpty()) {
        shorter.add(less);
      }
    }
    shorter.add(new Claim.Rest(about.get(0).about(), rest));
    return Simplification.keepingLines(shorter);
  }
}
