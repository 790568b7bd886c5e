package wheelbase.resolver;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * pip's own search: pins one node after the other, and where no candidate of a node suits what is
 * asked already, goes back. It ends where pip 26.3 ends (resolvelib's Resolution, asking pip's
 * PipProvider), and may take as long; so it can be left off and gone on with. See {@code
 * src/site/markdown/resolver.md}.
 */
final class Backtracking {
  /** How the search stands. */
  enum Standing {
    SOLVED,
    UNFINISHED,
    /** pip says that there is no solution. It may have jumped over one. */
    GIVEN_UP
  }

  /** As many metadata as it takes. */
  static final int UNLIMITED = Integer.MAX_VALUE;

  /** pip's limit. */
  private static final int MOST_ROUNDS = 200_000;

  /** The part of the rounds left that pip spends on far jumps before it returns to safe ones. */
  private static final double FAR_JUMPS = 0.1;

  private final Universe universe;
  private final Preference preference;

  /** The states to go back to; each has a pin that the one before has not. */
  private List<SearchState> trail = new ArrayList<>();

  private SearchState now;

  private boolean jumpsFar = true;

  /** The trail before the first far jump; null while there was none. */
  private List<SearchState> beforeFarJumps;

  private int farJumpsEnd;
  private int round;

  /** The node whose candidates are being tried, where the search was left off amidst them. */
  private PackageNode inHand;

  private int tries;
  private int mostDetours;
  private int mostMetadata;
  private Standing standing = Standing.UNFINISHED;

  Backtracking(Universe universe) throws InterruptedException {
    List<Demand> roots = universe.roots();
    this.universe = universe;
    this.preference = new Preference(roots, universe.interpreter());
    this.now = SearchState.beginning(universe);
    // pip's order: those on packages with extras come last.
    List<Demand> sorted = new ArrayList<>(roots);
    sorted.sort(Comparator.comparing(root -> root.on().hasExtras()));
    Map<PackageNode, Criterion> criteria = new LinkedHashMap<>();
    if (objection(sorted, criteria).isPresent()) {
      standing = Standing.GIVEN_UP;
    }
    this.now = now.with(criteria);
    trail.add(now);
  }

  /** The pins of a solved search. */
  Map<PackageNode, Integer> pins() {
    return now.pins();
  }

  /**
   * What pip names when it gives up, in the form of a proof, which it need not be: the demands that
   * met in the last conflict, and those that led to them.
   */
  Incompatibility conclusion() {
    Set<Demand> demands = new LinkedHashSet<>();
    Deque<Demand> open = new ArrayDeque<>(now.causes());
    while (!open.isEmpty()) {
      Demand demand = open.remove();
      if (demands.add(demand)) {
        demand.parent().ifPresent(parent -> open.addAll(now.demands(parent.node())));
      }
    }
    Incompatibility conclusion = null;
    for (Demand demand : demands) {
      List<Incompatibility> leaves = new ArrayList<>(demand.on().constraints());
      leaves.add(demand.incompatibility());
      for (Incompatibility leaf : leaves) {
        conclusion =
            conclusion == null
                ? leaf
                : new Incompatibility(List.of(), new Cause.Derived(conclusion, leaf));
      }
    }
    return conclusion;
  }

  /** How many rounds were gone. */
  int rounds() {
    return round;
  }

  /**
   * Goes on until the search ends or the budget is used up.
   *
   * @param detours how many candidates may have been tried, since the beginning, that are no pins
   *     now
   * @param metadata how many candidates may be read that nobody has read before
   */
  Standing goOn(int detours, int metadata) throws InterruptedException {
    mostDetours = detours;
    mostMetadata = metadata == UNLIMITED ? metadata : universe.metadataRead() + metadata;
    boolean goesOn = true;
    while (goesOn && standing == Standing.UNFINISHED) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (inHand == null) {
        choose();
      }
      goesOn = inHand == null || tryCandidates();
    }
    return standing;
  }

  /** Begins a round: takes a node in hand, where one waits. */
  private void choose() {
    if (round == MOST_ROUNDS) {
      standing = Standing.GIVEN_UP;
      return;
    }
    int index = round++;
    if (hasJumpedFarForLong(index)) {
      returnToSafeJumps();
      return;
    }
    List<PackageNode> waiting = now.waiting();
    if (waiting.isEmpty()) {
      standing = Standing.SOLVED;
    } else {
      inHand = preference.best(waiting, now.inConflict(), now.pins()::containsKey, now::demands);
    }
  }

  /** False where the budget is used up. */
  private boolean tryCandidates() throws InterruptedException {
    PackageNode node = inHand;
    Project project = node.project();
    CandidateSet candidates = now.criteria().get(node).candidates();
    Set<Demand> objections = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int place = project.first(candidates);
        place < candidates.size();
        place = project.next(candidates, place)) {
      if (!affords(node, place)) {
        return false;
      }
      tries++;
      Map<PackageNode, Criterion> criteria = new LinkedHashMap<>();
      Optional<Criterion> objection = objection(universe.asked(node, place).all(), criteria);
      if (objection.isEmpty()) {
        now = now.pinned(node, place, criteria);
        trail.add(now);
        inHand = null;
        return true;
      }
      objections.addAll(objection.get().demands());
    }
    inHand = null;
    goBackFrom(List.copyOf(objections));
    return true;
  }

  private boolean affords(PackageNode node, int place) {
    return tries - now.pins().size() <= mostDetours
        && (universe.metadataRead() < mostMetadata || universe.isRead(node, place));
  }

  /**
   * The criterion that one of the demands leaves without candidates.
   *
   * @param criteria receives those that the demands change
   */
  private Optional<Criterion> objection(
      List<Demand> demands, Map<PackageNode, Criterion> criteria) {
    for (Demand demand : demands) {
      Criterion criterion = now.with(demand, criteria);
      if (!demand.on().project().offers(criterion.candidates())) {
        return Optional.of(criterion);
      }
      criteria.put(demand.on(), criterion);
    }
    return Optional.empty();
  }

  private void goBackFrom(List<Demand> causes) throws InterruptedException {
    Optional<SearchState> earlier = backFrom(new HashSet<>(now.withCauses(causes).inConflict()));
    if (earlier.isPresent()) {
      now = earlier.get().withCauses(causes);
    } else if (beforeFarJumps != null) {
      returnToSafeJumps();
    } else {
      now = now.withCauses(causes);
      standing = Standing.GIVEN_UP;
    }
  }

  /** The latest state, of those that may be gone back to, that is left with candidates. */
  private Optional<SearchState> backFrom(Set<PackageNode> inConflict) throws InterruptedException {
    while (trail.size() > 1) {
      SearchState broken = takeOff();
      while (!isToBlame(broken, inConflict)) {
        if (trail.size() <= 1) {
          return Optional.empty();
        }
        broken = takeOff();
      }
      Optional<SearchState> patched = trail.get(trail.size() - 1).ruledOutBy(broken);
      if (patched.isPresent()) {
        return patched;
      }
    }
    return Optional.empty();
  }

  private SearchState takeOff() {
    return trail.remove(trail.size() - 1);
  }

  /**
   * Whether to go back to before this state's latest pin. A far jump goes on to a pin that asks for
   * one of the nodes in conflict; a safe one to the first that is none of these nodes.
   */
  private boolean isToBlame(SearchState state, Set<PackageNode> inConflict)
      throws InterruptedException {
    PackageNode latest = state.latest();
    boolean apart = !inConflict.contains(latest);
    if (!jumpsFar && apart) {
      return true;
    }
    if (jumpsFar && apart && beforeFarJumps == null) {
      beforeFarJumps = List.copyOf(trail);
    }
    for (Demand demand : universe.asked(latest, state.pins().get(latest)).all()) {
      if (inConflict.contains(demand.on())) {
        return true;
      }
    }
    return state.pins().size() == 1;
  }

  private boolean hasJumpedFarForLong(int index) {
    if (beforeFarJumps == null) {
      return false;
    }
    if (farJumpsEnd == 0) {
      farJumpsEnd = index + (int) ((MOST_ROUNDS - index) * FAR_JUMPS);
    }
    return index >= farJumpsEnd;
  }

  private void returnToSafeJumps() {
    jumpsFar = false;
    trail = new ArrayList<>(beforeFarJumps);
    now = takeOff();
    beforeFarJumps = null;
  }
}
