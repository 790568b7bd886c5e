package wheelbase.resolver;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wheelbase.pep508.Requirement;

/**
 * Drives PubGrub: names the node to decide on, takes the newest of its releases that is left, and
 * tells the solver what that asks for. It finds out whether there is a solution at all, with few
 * looks at the index, and where there is none, why. Which solution is pip's own is the business of
 * {@link Backtracking}. See {@code src/site/markdown/resolver.md}.
 */
final class Search {
  private final Universe universe;
  private final PubGrub solver = new PubGrub(this::conflict);
  private final List<Demand> roots;
  private final Preference preference;
  private final Set<PackageNode> known = new HashSet<>();
  private final Set<Term> published = new HashSet<>();
  private final Map<Need, Incompatibility> needs = new HashMap<>();
  private List<PackageNode> lastConflict = List.of();
  private int conflicts;

  /** What several releases of a package may need alike. */
  private record Need(PackageNode parent, PackageNode on, Requirement requirement) {}

  Search(Universe universe) throws InterruptedException {
    this.universe = universe;
    this.roots = universe.roots();
    this.preference = new Preference(roots, universe.interpreter());
  }

  /**
   * Decides until nothing waits any more; what was decided is then found in the nodes.
   *
   * @return where there is no solution, the proof: an incompatibility without terms
   */
  Optional<Incompatibility> run() throws InterruptedException {
    try {
      search();
      return Optional.empty();
    } catch (PubGrub.Unsolvable unsolvable) {
      return Optional.of(unsolvable.conclusion());
    }
  }

  private void search() throws PubGrub.Unsolvable, InterruptedException {
    for (Demand root : roots) {
      publish(root);
      root.on().demands.add(root);
    }
    solver.propagate(universe.nodes());
    for (Demand root : roots) {
      // pip looks at these first of all; where one cannot be met, nothing else need be read.
      PackageNode node = root.on();
      if (!node.project().offers(open(node, pool(node)))) {
        decide(node);
      }
    }
    for (List<PackageNode> waiting = waiting(); !waiting.isEmpty(); waiting = waiting()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      decide(preference.best(waiting, lastConflict, PackageNode::isDecided, node -> node.demands));
    }
  }

  private List<PackageNode> waiting() {
    return universe.nodes().stream().filter(PackageNode::isWaiting).toList();
  }

  /** Decides on the node, or draws the conclusion that its first candidate cannot be taken. */
  private void decide(PackageNode node) throws PubGrub.Unsolvable, InterruptedException {
    Pool pool = pool(node);
    CandidateSet open = open(node, pool);
    if (!node.project().offers(open)) {
      publishExclusions(pool, node.possible());
      solver.propagate(List.of(node));
      return;
    }
    int place = node.project().first(open);
    Universe.Asked asked = universe.asked(node, place);
    int before = conflicts;
    publish(node, place, asked);
    solver.propagate(affected(node, asked));
    if (conflicts == before && node.possible().contains(place) && node.isWaiting()) {
      solver.solution().decide(node, place, asked.demands());
      solver.propagate(affected(node, asked));
    }
  }

  private Pool pool(PackageNode node) {
    return universe.pool(node, on -> on.demands);
  }

  private static CandidateSet open(PackageNode node, Pool pool) {
    return pool.taken().and(node.possible());
  }

  private static Collection<PackageNode> affected(PackageNode node, Universe.Asked asked) {
    Set<PackageNode> affected = new LinkedHashSet<>();
    affected.add(node);
    asked.demands().forEach(demand -> affected.add(demand.on()));
    return affected;
  }

  private void publish(PackageNode node, int place, Universe.Asked asked)
      throws PubGrub.Unsolvable {
    if (published.add(Term.of(node, place))) {
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
      for (Incompatibility constraint : demand.on().constraints()) {
        solver.add(constraint);
      }
    }
    Incompatibility incompatibility = demand.incompatibility();
    boolean canBeShared =
        demand.parent().isPresent()
            && demand.requirement().isPresent()
            && incompatibility.terms().size() == 2;
    if (canBeShared) {
      addToShared(demand, incompatibility);
    } else {
      solver.add(incompatibility);
    }
  }

  /** Releases that need the same are one incompatibility, so that they can be ruled out at once. */
  private void addToShared(Demand demand, Incompatibility incompatibility)
      throws PubGrub.Unsolvable {
    Term parent = demand.parent().get();
    Need need = new Need(parent.node(), demand.on(), demand.requirement().get());
    Incompatibility known = needs.get(need);
    Incompatibility wider = incompatibility;
    if (known != null) {
      solver.remove(known);
      CandidateSet releases = known.term(parent.node()).set().or(parent.set());
      wider =
          Incompatibility.of(
              known.cause(), new Term(parent.node(), releases), incompatibility.term(demand.on()));
    }
    needs.put(need, wider);
    solver.add(wider);
  }

  /** Says of what is left of a node why pip would not try it. */
  private void publishExclusions(Pool pool, CandidateSet among) throws PubGrub.Unsolvable {
    PackageNode node = pool.node();
    CandidateSet elsewhere = among.withoutAbsence().minus(pool.asked());
    if (node.hasExtras() && !elsewhere.isEmpty()) {
      // Not asked for by those who want the package itself.
      solver.add(
          Incompatibility.of(
              new Cause.SameRelease(node),
              new Term(node, elsewhere),
              new Term(universe.withoutExtras(node), elsewhere.complement())));
    }
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
    lastConflict = violated.terms().stream().map(Term::node).toList();
  }
}
