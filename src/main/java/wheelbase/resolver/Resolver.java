package wheelbase.resolver;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import wheelbase.index.PackageIndex;
import wheelbase.pep508.PackageName;
import wheelbase.resolver.Backtracking.Standing;
import wheelbase.resolver.ResolutionRequest.Formats;

/**
 * Finds the pins that pip would install on a target: by pip's own search, with PubGrub to say
 * whether there is a solution and why not. The idea is explained in {@code
 * src/site/markdown/resolver.md}.
 *
 * <p>One resolver serves any number of targets, at the same time if need be: what is the same for
 * all of them is read once.
 */
public final class Resolver {
  /** Enough for the few wrong turns of an ordinary file, and far from what PubGrub costs. */
  private static final int DETOURS_AT_FIRST = 100;

  /** A proof in doubt is mostly right, so that pip finds nothing either, however long it looks. */
  private static final int DETOURS_IN_DOUBT = 10_000;

  /** A few seconds of work. */
  private static final int MOST_DETOURS = 100_000;

  /** What the index may be asked for on top of what PubGrub needed. */
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
   * The same, but of a conflict one whose story names only lines of the user's that it takes: what
   * was read in the search can leave open whether fewer lines contradict each other already. Costs
   * a resolution for each line that the story names.
   *
   * @param resolution of the request
   * @throws wheelbase.index.IndexException where the index fails
   */
  public Resolution explained(ResolutionRequest request, Resolution resolution)
      throws InterruptedException {
    Optional<Conflict> conflict = resolution.conflict();
    if (conflict.isEmpty()) {
      return resolution;
    }
    List<Step.Line> lines = conflict.get().ownLines();
    for (Step.Line line : lines) {
      List<Step.Line> others = lines.stream().filter(other -> other != line).toList();
      ResolutionRequest fewer = request.withLines(others);
      if (others.stream().anyMatch(other -> !other.constraint())) {
        Resolution without = resolve(fewer);
        if (without.conflict().isPresent()) {
          return explained(fewer, without);
        }
      }
    }
    return conflict.get();
  }

  /**
   * Goes pip's road first. Where that leads into conflicts, PubGrub says whether there is a
   * solution at all; if so, pip's road is followed further, as far as is affordable.
   */
  private Resolution resolve(ResolutionRequest request, Universe universe, Lookahead lookahead)
      throws InterruptedException {
    Backtracking pip = new Backtracking(universe);
    Outcome ofPip = new Outcome(universe, lookahead, node -> pip.pins().get(node));
    Standing standing = goOn(pip, ofPip, DETOURS_AT_FIRST, Backtracking.UNLIMITED);
    Optional<Incompatibility> proof = Optional.empty();
    if (standing != Standing.SOLVED) {
      proof = new Search(universe).run();
      if (proof.isEmpty() || isDoubtful(proof.get())) {
        int detours = proof.isEmpty() ? MOST_DETOURS : DETOURS_IN_DOUBT;
        standing = goOn(pip, ofPip, detours, MOST_METADATA);
      }
    }
    if (standing == Standing.SOLVED) {
      return new Resolved(ofPip.pins());
    }
    if (proof.isPresent()) {
      return ConflictExplainer.explain(proof.get(), request);
    }
    SortedMap<PackageName, Pin> solution =
        new Outcome(universe, lookahead, node -> node.decision().place()).pins();
    return standing == Standing.GIVEN_UP
        ? ConflictExplainer.givenUp(pip.conclusion(), request, solution)
        : new Resolved(solution, OptionalInt.of(pip.rounds()));
  }

  /** Pins that contradict each other are no end of pip's road. */
  private static Standing goOn(Backtracking pip, Outcome ofPip, int detours, int metadata)
      throws InterruptedException {
    Standing standing = pip.goOn(detours, metadata);
    return standing == Standing.SOLVED && !ofPip.isSound() ? Standing.UNFINISHED : standing;
  }

  /**
   * Which pre-releases and yanked releases pip takes depends on all that is asked at the time; a
   * proof that rests on one not being taken may overlook that something else asks for it.
   */
  private static boolean isDoubtful(Incompatibility proof) {
    return proof.leaves().stream().anyMatch(leaf -> leaf.cause() instanceof Cause.NotTaken);
  }
}
