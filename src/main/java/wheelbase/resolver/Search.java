package wheelbase.resolver;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides in pip's order, so that PubGrub ends at pip's pins.
 *
 * <p>pip tries the candidates of one node after the other, newest first, and takes the first whose
 * dependencies can be met together with all that is asked so far. Where such a dependency does not
 * suit a release that was decided on earlier, but another release of that package would, pip lets
 * the earlier decision go and takes it anew later: the decision <em>gives way</em>. Plain PubGrub
 * would rather keep the earlier decision and look for an older release of the node in hand. See
 * {@code src/site/markdown/resolver.md}.
 */
final class Search {
  private final ResolutionRequest request;
  private final Universe universe;
  private final PubGrub solver = new PubGrub(this::conflict);
  private final List<Demand> roots;
  private final Preference preference;
  private final Set<PackageNode> known = new HashSet<>();
  private final Set<Term> published = new HashSet<>();
  private final Set<List<Term>> gaveWay = new HashSet<>();

  /**
   * Nodes that only a decision asked for which gave way, and the level of the decision that made
   * it. Nothing needs them, but pip decides on them all the same, and what they ask for then
   * counts.
   */
  private final Map<PackageNode, Integer> leftBehind = new LinkedHashMap<>();

  private int conflicts;

  /** The demands that stood against the candidates tried for {@link #inHand}. */
  private final Set<Demand> objections = new LinkedHashSet<>();

  private PackageNode inHand;

  Search(ResolutionRequest request, Universe universe) throws InterruptedException {
    this.request = request;
    this.universe = universe;
    this.roots = universe.roots();
    this.preference = new Preference(roots);
  }

  List<Demand> roots() {
    return roots;
  }

  /** How many conflicts were met. */
  int conflicts() {
    return conflicts;
  }

  /** Decides until nothing waits any more. */
  void run() throws PubGrub.Unsolvable, InterruptedException {
    for (Demand root : roots) {
      publish(root);
      root.on().demands.add(root);
    }
    solver.propagate(universe.nodes());
    for (PackageNode next = next(); next != null; next = next()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      attempt(next);
    }
  }

  private PackageNode next() {
    if (inHand != null && inHand.isWaiting()) {
      return inHand;
    }
    leftBehind.values().removeIf(level -> level > solver.solution().level());
    List<PackageNode> waiting =
        universe.nodes().stream()
            .filter(node -> node.isWaiting() || leftBehind.containsKey(node) && !node.isDecided())
            .toList();
    return waiting.isEmpty() ? null : preference.best(waiting);
  }

  /** Tries the node's candidates in turn, until one is taken or a conflict is met. */
  private void attempt(PackageNode node) throws PubGrub.Unsolvable, InterruptedException {
    if (node != inHand) {
      inHand = node;
      objections.clear();
    }
    int before = conflicts;
    Pool pool = pool(node, Map.of());
    Project project = node.project();
    int size = pool.taken().size();
    for (int place = project.first(pool.taken());
        place < size;
        place = project.next(pool.taken(), place)) {
      if (!untouched(node).contains(place)) {
        continue;
      }
      Universe.Asked asked = universe.asked(node, place);
      Set<PackageNode> givingWay = new LinkedHashSet<>();
      boolean suits = suits(node, place, asked, givingWay);
      if (suits && take(node, place, asked, givingWay)) {
        return;
      }
      publish(node, place, asked);
      solver.propagate(affected(node, asked));
      if (conflicts > before) {
        return;
      }
      if (node.possible().contains(place)) {
        // What stands against it is a rule about all demands together: deciding shows the conflict.
        solver.solution().decide(node, place, asked.demands());
        solver.propagate(affected(node, asked));
        if (node.isDecided()) {
          inHand = null;
        }
        return;
      }
    }
    publishExclusions(pool, node.possible());
    solver.propagate(List.of(node));
    boolean needless = leftBehind.remove(node) != null && !node.isWaiting();
    if (conflicts == before && !needless) {
      throw new IllegalStateException("neither candidate nor conflict for " + node);
    }
  }

  /**
   * Whether all that the candidate asks for can be met together with what is asked already.
   *
   * @param givingWay receives the decided nodes that would have to be decided anew
   */
  private boolean suits(
      PackageNode node, int place, Universe.Asked asked, Set<PackageNode> givingWay)
      throws PubGrub.Unsolvable {
    if (asked.impossible().isPresent()) {
      return false;
    }
    Map<PackageNode, List<Demand>> added = new LinkedHashMap<>();
    for (Demand demand : asked.demands()) {
      PackageNode on = demand.on();
      added.computeIfAbsent(on, any -> new ArrayList<>()).add(demand);
      if (on == node) {
        if (!demand.admitted().contains(place)) {
          objections.add(demand);
          return false;
        }
        continue;
      }
      Pool pool = pool(on, added);
      CandidateSet among = untouched(on);
      if (!pool.offers(among)) {
        objections.addAll(pool.demands());
        publishExclusions(pool, among);
        return false;
      }
      Assignment decision = on.decision();
      if (decision != null && !demand.admitted().contains(decision.place())) {
        givingWay.add(on);
      }
    }
    return true;
  }

  /** Decides, after the nodes that give way were freed; false where that was tried before. */
  private boolean take(
      PackageNode node, int place, Universe.Asked asked, Set<PackageNode> givingWay)
      throws PubGrub.Unsolvable {
    if (!givingWay.isEmpty() && !free(givingWay, node, place)) {
      return false;
    }
    int before = conflicts;
    publish(node, place, asked);
    solver.propagate(affected(node, asked));
    if (conflicts > before || !node.possible().contains(place) || node.isDecided()) {
      return true;
    }
    inHand = null;
    solver.solution().decide(node, place, asked.demands());
    solver.propagate(affected(node, asked));
    return true;
  }

  /** Takes back the decisions on these nodes, and makes the others again. */
  private boolean free(Set<PackageNode> givingWay, PackageNode node, int place)
      throws PubGrub.Unsolvable {
    List<Term> way = new ArrayList<>();
    way.add(term(node, place));
    int lowest = Integer.MAX_VALUE;
    for (PackageNode each : givingWay) {
      way.add(term(each, each.decision().place()));
      lowest = Math.min(lowest, each.decision().level());
    }
    if (!gaveWay.add(way)) {
      return false;
    }
    List<Assignment> decisions = solver.solution().decisions();
    List<Assignment> again = decisions.subList(lowest - 1, decisions.size());
    solver.solution().backtrackTo(lowest - 1);
    int before = conflicts;
    solver.propagate(universe.nodes());
    for (Assignment decision : again) {
      boolean still =
          conflicts == before
              && !givingWay.contains(decision.node())
              && !decision.node().isDecided()
              && decision.node().possible().contains(decision.place());
      if (still) {
        solver.solution().decide(decision.node(), decision.place(), decision.demands());
        solver.propagate(List.of(decision.node()));
      }
    }
    for (Assignment decision : again) {
      if (givingWay.contains(decision.node())) {
        for (Demand demand : decision.demands()) {
          leftBehind.putIfAbsent(demand.on(), solver.solution().level() + 1);
        }
      }
    }
    return true;
  }

  private static Term term(PackageNode node, int place) {
    return new Term(node, CandidateSet.of(node.project().everything().size(), place));
  }

  private Pool pool(PackageNode node, Map<PackageNode, List<Demand>> added) {
    List<Demand> demands = new ArrayList<>(node.demands);
    demands.addAll(added.getOrDefault(node, List.of()));
    if (node.hasExtras()) {
      PackageNode itself = universe.withoutExtras(node);
      demands.addAll(itself.demands);
      demands.addAll(added.getOrDefault(itself, List.of()));
    }
    return Pool.of(node, demands, request.allowPrereleases());
  }

  /**
   * What is left of a node's possibilities if decisions that might give way do not count: its own,
   * and those that one of its own dependencies does not suit.
   */
  private static CandidateSet untouched(PackageNode node) {
    CandidateSet left = node.project().everything();
    for (Assignment assignment : node.assignments) {
      if (!assignment.isDecision() && !mightGiveWay(assignment.cause(), node)) {
        left = left.minus(assignment.cause().term(node).set());
      }
    }
    return left;
  }

  private static boolean mightGiveWay(Incompatibility cause, PackageNode parent) {
    if (!cause.isDependencyOf(parent)) {
      return false;
    }
    for (Term term : cause.terms()) {
      PackageNode on = term.node();
      if (on != parent && on.isDecided()) {
        return !on.possibleBeforeDecision().isSubsetOf(term.set());
      }
    }
    return false;
  }

  private static Collection<PackageNode> affected(PackageNode node, Universe.Asked asked) {
    Set<PackageNode> affected = new LinkedHashSet<>();
    affected.add(node);
    asked.demands().forEach(demand -> affected.add(demand.on()));
    return affected;
  }

  private void publish(PackageNode node, int place, Universe.Asked asked)
      throws PubGrub.Unsolvable {
    if (published.add(term(node, place))) {
      if (asked.impossible().isPresent()) {
        solver.add(asked.impossible().get());
      }
      for (Demand demand : asked.demands()) {
        publish(demand);
      }
    }
  }

  private void publish(Demand demand) throws PubGrub.Unsolvable {
    if (known.add(demand.on())) {
      for (RootRequirement constraint : demand.on().project().constraints()) {
        CandidateSet admitted =
            demand.on().project().admittedBy(constraint.requirement().specifier());
        CandidateSet refused = admitted.complement().withoutAbsence();
        solver.add(
            Incompatibility.of(new Cause.Constraint(constraint), new Term(demand.on(), refused)));
      }
    }
    solver.add(demand.incompatibility());
  }

  /** Says of what is left why pip would not try it. */
  private void publishExclusions(Pool pool, CandidateSet among) throws PubGrub.Unsolvable {
    PackageNode node = pool.node();
    if (node.project().isOutsideTheIndex()) {
      return;
    }
    CandidateSet left = pool.asked().and(among);
    Candidates candidates = node.project().candidates();
    CandidateSet unfit =
        CandidateSet.where(left.size(), place -> left.contains(place) && !candidates.fits(place));
    if (!unfit.isEmpty()) {
      solver.add(Incompatibility.of(new Cause.NoFile(node), new Term(node, unfit)));
    }
    CandidateSet untaken = left.minus(unfit).minus(pool.taken());
    if (!untaken.isEmpty()) {
      List<Term> terms = new ArrayList<>();
      pool.demands().forEach(demand -> demand.parent().ifPresent(terms::add));
      terms.add(new Term(node, untaken));
      solver.add(Incompatibility.merged(new Cause.NotTaken(pool), terms));
    }
  }

  private void conflict(Incompatibility violated) {
    conflicts++;
    List<PackageNode> nodes = new ArrayList<>();
    if (objections.isEmpty()) {
      violated.terms().forEach(term -> nodes.add(term.node()));
    }
    for (Demand objection : objections) {
      nodes.add(objection.on());
      objection.parent().ifPresent(parent -> nodes.add(parent.node()));
    }
    preference.conflictAmong(nodes);
  }
}
