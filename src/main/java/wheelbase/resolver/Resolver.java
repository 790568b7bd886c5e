package wheelbase.resolver;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import wheelbase.index.PackageIndex;
import wheelbase.pep508.PackageName;

/**
 * Finds the pins that pip would install on a target: PubGrub, deciding in pip's order. The idea is
 * explained in {@code src/site/markdown/resolver.md}.
 *
 * <p>One resolver serves any number of targets, at the same time if need be: what is the same for
 * all of them is read once.
 */
public final class Resolver {
  private final PackageIndex index;
  private final Map<PackageName, Releases> releases = new ConcurrentHashMap<>();

  public Resolver(PackageIndex index) {
    this.index = index;
  }

  /**
   * Resolves; blocks on the index where an answer is not there yet.
   *
   * @throws wheelbase.index.IndexException where the index fails
   */
  public Resolution resolve(ResolutionRequest request) throws InterruptedException {
    Lookahead lookahead =
        new Lookahead(
            index,
            page -> releases.computeIfAbsent(page.name(), name -> new Releases(page)),
            request);
    Set<PackageName> outside = new HashSet<>();
    for (RootRequirement constraint : request.constraints()) {
      if (constraint.requirement().url().isPresent()) {
        outside.add(constraint.requirement().name());
      }
    }
    while (true) {
      try {
        return resolve(request, new Universe(request, lookahead, outside), lookahead);
      } catch (Universe.OutsideTheIndex found) {
        outside.add(found.name());
      }
    }
  }

  private Resolution resolve(ResolutionRequest request, Universe universe, Lookahead lookahead)
      throws InterruptedException {
    Search search = new Search(request, universe);
    try {
      search.run();
    } catch (PubGrub.Unsolvable unsolvable) {
      return ConflictExplainer.explain(unsolvable.conclusion(), request);
    }
    return new Outcome(universe, lookahead).pins(search.roots());
  }
}
