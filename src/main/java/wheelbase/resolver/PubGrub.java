package wheelbase.resolver;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The core of PubGrub: draws every conclusion from the incompatibilities, and learns a new one from
 * each conflict. What to decide next is not its business; see {@link Search}.
 */
final class PubGrub {
  private final PartialSolution solution = new PartialSolution();
  private final Set<PackageNode> nodes = new LinkedHashSet<>();
  private final Deque<Dormant> dormant = new ArrayDeque<>();
  private final Set<Incompatibility> forgotten = new HashSet<>();
  private final Consumer<Incompatibility> conflicts;

  /**
   * @param conflicts is told of each incompatibility that turned out to be violated
   */
  PubGrub(Consumer<Incompatibility> conflicts) {
    this.conflicts = conflicts;
  }

  /**
   * An incompatibility that a node need not look at: one of its terms is contradicted, and stays so
   * as long as nothing of this level is taken back. A project with thousands of releases has as
   * many incompatibilities, and each conflict would look at all of them again.
   */
  private record Dormant(int level, PackageNode node, Incompatibility incompatibility) {}

  /** Says that there is no solution. */
  static final class Unsolvable extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Incompatibility conclusion;

    Unsolvable(Incompatibility conclusion) {
      super("there is no solution", null, false, false);
      this.conclusion = conclusion;
    }

    /** An incompatibility without terms: the top of the tree of causes. */
    Incompatibility conclusion() {
      return conclusion;
    }
  }

  PartialSolution solution() {
    return solution;
  }

  void add(Incompatibility incompatibility) throws Unsolvable {
    if (incompatibility.terms().isEmpty()) {
      throw new Unsolvable(incompatibility);
    }
    for (Term term : incompatibility.terms()) {
      nodes.add(term.node());
      term.node().incompatibilities.add(incompatibility);
    }
  }

  /** Forgets an incompatibility in whose place another was added. */
  void remove(Incompatibility incompatibility) {
    for (Term term : incompatibility.terms()) {
      term.node().incompatibilities.remove(incompatibility);
    }
    forgotten.add(incompatibility);
  }

  /** Draws all conclusions that follow from what is known of these nodes. */
  void propagate(Collection<PackageNode> changed) throws Unsolvable {
    Set<PackageNode> open = new LinkedHashSet<>(changed);
    while (!open.isEmpty()) {
      PackageNode node = open.iterator().next();
      open.remove(node);
      // Newest first: what was learned last is about the conflict at hand.
      for (int at = node.incompatibilities.size() - 1; at >= 0; at--) {
        Incompatibility incompatibility = node.incompatibilities.get(at);
        switch (state(incompatibility)) {
          case SETTLED -> {
            if (isContradicted(incompatibility)) {
              node.incompatibilities.remove(at);
              dormant.push(new Dormant(solution.level(), node, incompatibility));
            }
          }
          case ALMOST_VIOLATED -> open.add(conclude(incompatibility));
          case VIOLATED -> {
            conflicts.accept(incompatibility);
            Incompatibility learned = learn(incompatibility);
            conclude(learned);
            // Not only the learned node: conclusions that do not depend on the decisions taken
            // back were drawn under them, and are to be drawn again.
            open.addAll(nodes);
            at = 0; // the node is looked at anew
          }
        }
      }
    }
  }

  private enum State {
    /** At least one term does not hold, or at least two are open. */
    SETTLED,
    /** All terms hold but one, which is open. */
    ALMOST_VIOLATED,
    VIOLATED
  }

  private static State state(Incompatibility incompatibility) {
    State state = State.VIOLATED;
    for (Term term : incompatibility.terms()) {
      if (term.isSatisfied()) {
        continue;
      }
      if (state != State.VIOLATED || term.isContradicted()) {
        return State.SETTLED;
      }
      state = State.ALMOST_VIOLATED;
    }
    return state;
  }

  private static boolean isContradicted(Incompatibility incompatibility) {
    return incompatibility.terms().stream().anyMatch(Term::isContradicted);
  }

  /** Rules out the one open term, and names its node. */
  private PackageNode conclude(Incompatibility incompatibility) {
    for (Term term : incompatibility.terms()) {
      if (!term.isSatisfied()) {
        PackageNode node = term.node();
        solution.derive(node, node.possible().minus(term.set()), incompatibility);
        return node;
      }
    }
    throw new IllegalStateException("no open term in " + incompatibility);
  }

  /**
   * Goes from a violated incompatibility back to one that would have told earlier, and takes back
   * all that was assigned after it could have told.
   */
  private Incompatibility learn(Incompatibility violated) throws Unsolvable {
    Incompatibility learned = violated;
    while (!learned.terms().isEmpty()) {
      Assignment latest = null;
      PackageNode node = null;
      int levelBefore = 0;
      for (Term term : learned.terms()) {
        Assignment satisfier = solution.satisfier(term);
        if (latest == null || satisfier.index() > latest.index()) {
          levelBefore = latest == null ? 0 : Math.max(levelBefore, latest.level());
          latest = satisfier;
          node = term.node();
        } else {
          levelBefore = Math.max(levelBefore, satisfier.level());
        }
      }
      if (latest.level() > 0 && (latest.isDecision() || levelBefore < latest.level())) {
        if (learned != violated) {
          add(learned);
        }
        backtrackTo(levelBefore);
        return learned;
      }
      learned = Incompatibility.resolvent(learned, latest.cause(), node);
    }
    throw new Unsolvable(learned);
  }

  private void backtrackTo(int level) {
    solution.backtrackTo(level);
    while (!dormant.isEmpty() && dormant.peek().level() > level) {
      Dormant woken = dormant.pop();
      if (!forgotten.contains(woken.incompatibility())) {
        woken.node().incompatibilities.add(woken.incompatibility());
      }
    }
  }
}
