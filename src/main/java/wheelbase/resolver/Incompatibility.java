package wheelbase.resolver;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Terms that cannot all hold, and why. One without terms says that nothing can be done.
 *
 * @param terms at most one for each node
 */
record Incompatibility(List<Term> terms, Cause cause) {
  Incompatibility {
    terms = List.copyOf(terms);
  }

  static Incompatibility of(Cause cause, Term... terms) {
    return merged(cause, Arrays.asList(terms));
  }

  /** Of terms that may speak of the same node twice, or say nothing. */
  static Incompatibility merged(Cause cause, List<Term> terms) {
    Map<PackageNode, CandidateSet> sets = new LinkedHashMap<>();
    for (Term term : terms) {
      sets.merge(term.node(), term.set(), CandidateSet::and);
    }
    return of(cause, sets);
  }

  private static Incompatibility of(Cause cause, Map<PackageNode, CandidateSet> sets) {
    sets.values().removeIf(CandidateSet::isAll);
    List<Term> terms =
        sets.entrySet().stream().map(entry -> new Term(entry.getKey(), entry.getValue())).toList();
    return new Incompatibility(terms, cause);
  }

  /** The term on a node that has one here. */
  Term term(PackageNode node) {
    for (Term term : terms) {
      if (term.node() == node) {
        return term;
      }
    }
    throw new IllegalArgumentException(node + " has no term in " + this);
  }

  /**
   * What follows from two incompatibilities that meet at a node: whatever becomes of it, one of
   * them applies, so that their other terms cannot all hold.
   */
  static Incompatibility resolvent(Incompatibility one, Incompatibility other, PackageNode at) {
    Map<PackageNode, CandidateSet> sets = new LinkedHashMap<>();
    for (Incompatibility incompatibility : List.of(one, other)) {
      for (Term term : incompatibility.terms) {
        if (term.node() == at) {
          sets.merge(at, term.set(), CandidateSet::or);
        } else {
          sets.merge(term.node(), term.set(), CandidateSet::and);
        }
      }
    }
    return of(new Cause.Derived(one, other), sets);
  }

  /** The facts that it follows from; itself where it is one. */
  Set<Incompatibility> leaves() {
    Set<Incompatibility> seen = new LinkedHashSet<>(List.of(this));
    Set<Incompatibility> leaves = new LinkedHashSet<>();
    Deque<Incompatibility> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      Incompatibility next = open.remove();
      if (next.cause instanceof Cause.Derived derived) {
        for (Incompatibility from : List.of(derived.one(), derived.other())) {
          if (seen.add(from)) {
            open.add(from);
          }
        }
      } else {
        leaves.add(next);
      }
    }
    return leaves;
  }

  /** Itself and no other: a comparison by content would walk the whole tree of causes. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return terms + " because " + cause.getClass().getSimpleName();
  }
}
