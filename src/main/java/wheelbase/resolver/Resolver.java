package wheelbase.resolver;

import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import wheelbase.index.PackageIndex;
import wheelbase.pep508.PackageName;
import wheelbase.resolver.Backtracking.Standing;
import wheelbase.resolver.ResolutionRequest.Formats;

/**
 * Finds the pins that pip would install on a target: PubGrub, deciding in pip's order. The idea is
 * explained in {@code src/site/markdown/resolver.md}.
 *
 * <p>One resolver serves any number of targets, at the same time if need be: what is the same for
 * all of them is read once.
 */
public final class Resolver {
  private static final int DETOURS_AT_FIRST = 100;
  private static final int MOST_DETOURS = 100_000;
  private static final int MOST_METADATA = 200;

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

  /**
   * Resolves with wheels only. Where that fails for want of wheels, it lets the packages in the way
   * have their sdists, and goes on until nothing more is in the way.
   *
   * @param request its format control is replaced
   * @throws wheelbase.index.IndexException where the index fails
   */
  public WheelsOnly resolveWithWheelsOnly(ResolutionRequest request) throws InterruptedException {
    Formats formats = Formats.WHEELS_ONLY;
    Resolution strict = resolve(request.withFormats(formats));
    Resolution latest = strict;
    SortedSet<PackageName> inTheWay = new TreeSet<>();
    while (latest instanceof Conflict conflict && inTheWay.addAll(conflict.withoutWheel())) {
      Set<String> names = inTheWay.stream().map(PackageName::value).collect(Collectors.toSet());
      latest = resolve(request.withFormats(formats.withSdistsOf(names)));
    }
    return new WheelsOnly(strict, inTheWay, latest);
  }

  /**
   * Goes pip's road first. Where that leads into conflicts, PubGrub says whether there is a
   * solution at all; if so, pip's road is followed further, as far as is affordable.
   */
  private Resolution resolve(ResolutionRequest request, Universe universe, Lookahead lookahead)
      throws InterruptedException {
    Backtracking pip = new Backtracking(universe);
    if (pip.goOn(DETOURS_AT_FIRST, Backtracking.UNLIMITED) == Standing.SOLVED) {
      return new Resolved(new Outcome(universe, lookahead, pip.pins()::get).pins());
    }
    try {
      new Search(universe).run();
    } catch (PubGrub.Unsolvable unsolvable) {
      return ConflictExplainer.explain(unsolvable.conclusion(), request);
    }
    if (pip.goOn(MOST_DETOURS, MOST_METADATA) == Standing.SOLVED) {
      return new Resolved(new Outcome(universe, lookahead, pip.pins()::get).pins());
    }
    return new Resolved(
        new Outcome(universe, lookahead, node -> node.decision().place()).pins(),
        OptionalInt.of(pip.rounds()));
  }
}
