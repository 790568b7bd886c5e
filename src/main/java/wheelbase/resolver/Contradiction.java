package wheelbase.resolver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Judges whether claims contradict each other, by trying everything that they leave open. Slower
 * than a solver that learns, and sure; it is asked about the few packages of a conflict only.
 */
final class Contradiction {
  /** How many domains and terms may be looked at; after that nothing more counts as shown. */
  private long budget;

  Contradiction(long budget) {
    this.budget = budget;
  }

  boolean isExhausted() {
    return budget <= 0;
  }

  /** Whether they cannot all hold; false too where that could not be shown in time. */
  boolean among(Collection<? extends Claim> claims) {
    return new Trial(claims).fails();
  }

  private final class Trial {
    private final Map<PackageNode, Integer> indexes = new IdentityHashMap<>();
    private final List<PackageNode> nodes = new ArrayList<>();

    /** What is forbidden: indexes of nodes, and a set for each. */
    private final List<int[]> on = new ArrayList<>();

    private final List<CandidateSet[]> sets = new ArrayList<>();

    /** With extras to the package itself. */
    private final Map<Integer, Integer> itself = new HashMap<>();

    private final int[][] kinds;

    Trial(Collection<? extends Claim> claims) {
      for (Claim claim : claims) {
        for (List<Term> forbidden : claim.forbidden()) {
          on.add(forbidden.stream().mapToInt(term -> index(term.node())).toArray());
          sets.add(forbidden.stream().map(Term::set).toArray(CandidateSet[]::new));
        }
      }
      for (int one = 0; one < nodes.size(); one++) {
        for (int other = 0; other < nodes.size(); other++) {
          boolean tied =
              nodes.get(one).hasExtras()
                  && !nodes.get(other).hasExtras()
                  && nodes.get(one).name().equals(nodes.get(other).name());
          if (tied) {
            itself.put(one, other);
          }
        }
      }
      kinds = new int[nodes.size()][];
    }

    private int index(PackageNode node) {
      return indexes.computeIfAbsent(
          node,
          any -> {
            nodes.add(node);
            return nodes.size() - 1;
          });
    }

    boolean fails() {
      return fails(
          nodes.stream().map(node -> node.project().everything()).toArray(CandidateSet[]::new));
    }

    private boolean fails(CandidateSet[] possible) {
      if (!propagate(possible)) {
        return true;
      }
      if (budget <= 0) {
        return false;
      }
      int open = mostNarrow(possible);
      if (open < 0) {
        return false;
      }
      for (CandidateSet alternative : alternatives(open, possible[open])) {
        CandidateSet[] narrowed = possible.clone();
        narrowed[open] = alternative;
        if (!fails(narrowed)) {
          return false;
        }
      }
      return true;
    }

    /** Draws every conclusion; false where something has no possibility left. */
    private boolean propagate(CandidateSet[] possible) {
      boolean changed = true;
      while (changed && budget > 0) {
        changed = false;
        for (int at = 0; at < on.size(); at++) {
          int open = open(at, possible);
          if (open == VIOLATED) {
            return false;
          }
          if (open >= 0) {
            int node = on.get(at)[open];
            possible[node] = possible[node].minus(sets.get(at)[open]);
            changed = true;
            if (possible[node].isEmpty()) {
              return false;
            }
          }
        }
        for (Map.Entry<Integer, Integer> tie : itself.entrySet()) {
          int extras = tie.getKey();
          int plain = tie.getValue();
          CandidateSet before = possible[extras];
          CandidateSet plainBefore = possible[plain];
          possible[extras] = before.and(plainBefore.withAbsence());
          if (!possible[extras].admitsAbsence()) {
            possible[plain] = plainBefore.and(possible[extras]);
          }
          if (possible[extras].isEmpty() || possible[plain].isEmpty()) {
            return false;
          }
          changed |= !before.equals(possible[extras]) || !plainBefore.equals(possible[plain]);
        }
      }
      return true;
    }

    private static final int VIOLATED = -1;
    private static final int SETTLED = -2;

    /** The one open term where all others hold. */
    private int open(int at, CandidateSet[] possible) {
      int[] terms = on.get(at);
      budget -= terms.length;
      int open = VIOLATED;
      for (int term = 0; term < terms.length; term++) {
        CandidateSet now = possible[terms[term]];
        if (now.isSubsetOf(sets.get(at)[term])) {
          continue;
        }
        if (open != VIOLATED || now.isDisjointFrom(sets.get(at)[term])) {
          return SETTLED;
        }
        open = term;
      }
      return open;
    }

    /** The node to try next: one that must be there, with the fewest different alternatives. */
    private int mostNarrow(CandidateSet[] possible) {
      int best = -1;
      int fewest = Integer.MAX_VALUE;
      for (int node = 0; node < possible.length; node++) {
        if (!possible[node].admitsAbsence()) {
          int count = alternatives(node, possible[node]).size();
          if (count > 1 && count < fewest) {
            best = node;
            fewest = count;
          }
        }
      }
      return best;
    }

    /** The possibilities of a node, those together that no claim tells apart. */
    private List<CandidateSet> alternatives(int node, CandidateSet possible) {
      if (kinds[node] == null) {
        kinds[node] = kinds(node);
      }
      Map<Integer, CandidateSet> found = new TreeMap<>();
      int size = possible.size();
      for (int place = possible.next(0); place < size; place = possible.next(place + 1)) {
        budget--;
        found.merge(kinds[node][place], CandidateSet.of(size, place), CandidateSet::or);
      }
      return List.copyOf(found.values());
    }

    private int[] kinds(int node) {
      List<CandidateSet> tellingApart = new ArrayList<>();
      for (int at = 0; at < on.size(); at++) {
        for (int term = 0; term < on.get(at).length; term++) {
          if (nodes.get(on.get(at)[term]).name().equals(nodes.get(node).name())) {
            tellingApart.add(sets.get(at)[term]);
          }
        }
      }
      int size = nodes.get(node).project().everything().size();
      int[] result = new int[size];
      Map<String, Integer> numbers = new HashMap<>();
      char[] signature = new char[tellingApart.size()];
      for (int place = 0; place < size; place++) {
        Arrays.fill(signature, '0');
        for (int at = 0; at < signature.length; at++) {
          if (tellingApart.get(at).contains(place)) {
            signature[at] = '1';
          }
        }
        budget -= signature.length;
        result[place] = numbers.computeIfAbsent(String.valueOf(signature), any -> numbers.size());
      }
      return result;
    }
  }
}
