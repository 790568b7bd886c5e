package wheelbase.resolver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import wheelbase.pep440.SpecifierSet;

/**
 * Which node comes next: pip's order (PipProvider.narrow_requirement_selection and get_preference
 * in pip 26.3). The target's Python first; then nodes that took part in the last conflict; those
 * that often stood without a pin in conflicts; addresses, exact pins, upper bounds, the user's
 * order, any specifier, the name.
 */
final class Preference {
  /** After so many conflicts a node without a pin goes first (pip's number). */
  private static final int PROMOTED_FROM = 5;

  private final PackageNode interpreter;
  private final Map<PackageNode, Integer> userOrder = new HashMap<>();
  private final Map<PackageNode, Integer> conflicts = new HashMap<>();
  private final Set<PackageNode> promoted = new HashSet<>();

  Preference(List<Demand> roots, PackageNode interpreter) {
    this.interpreter = interpreter;
    int order = 0;
    Set<RootRequirement> seen = new HashSet<>();
    for (Demand root : roots) {
      // Of a requirement that asks for two nodes pip remembers the first.
      if (root.cause() instanceof Cause.Root cause && seen.add(cause.root())) {
        userOrder.putIfAbsent(root.on(), order++);
      }
    }
  }

  /**
   * @param waiting one node at least
   * @param inConflict the nodes that took part in the last conflict, one entry for each part
   * @param isPinned whether a node has a pin at the moment
   * @param demands what is asked of a node at the moment
   */
  PackageNode best(
      List<PackageNode> waiting,
      List<PackageNode> inConflict,
      Predicate<PackageNode> isPinned,
      Function<PackageNode, List<Demand>> demands) {
    if (waiting.size() == 1) {
      return waiting.get(0);
    }
    for (PackageNode node : inConflict) {
      if (!isPinned.test(node) && conflicts.merge(node, 1, Integer::sum) >= PROMOTED_FROM) {
        promoted.add(node);
      }
    }
    PackageNode best = null;
    Key bestKey = null;
    for (PackageNode node : narrow(waiting, inConflict)) {
      Key key = key(node, demands.apply(node));
      if (best == null || key.compareTo(bestKey) < 0) {
        best = node;
        bestKey = key;
      }
    }
    return best;
  }

  private List<PackageNode> narrow(List<PackageNode> waiting, List<PackageNode> inConflict) {
    if (waiting.contains(interpreter)) {
      return List.of(interpreter);
    }
    List<PackageNode> again = new ArrayList<>(waiting);
    again.retainAll(new HashSet<>(inConflict));
    if (!again.isEmpty()) {
      return again;
    }
    List<PackageNode> often = new ArrayList<>(waiting);
    often.retainAll(promoted);
    return often.isEmpty() ? waiting : often;
  }

  private Key key(PackageNode node, List<Demand> demands) {
    boolean direct = node.project().isOutsideTheIndex();
    boolean pinned = false;
    boolean upperBound = false;
    boolean free = true;
    for (Demand demand : demands) {
      SpecifierSet specifiers = demand.specifiers();
      direct |= demand.isExact();
      pinned |= specifiers.isPin();
      upperBound |= specifiers.hasUpperBound();
      free &= specifiers.isEmpty();
    }
    return new Key(
        !promoted.contains(node),
        !direct,
        !pinned,
        !upperBound,
        userOrder.getOrDefault(node, Integer.MAX_VALUE),
        free,
        node.toString());
  }

  /** Smaller comes first; {@code false} is smaller than {@code true}. */
  private record Key(
      boolean notPromoted,
      boolean notDirect,
      boolean notPinned,
      boolean unbounded,
      int userOrder,
      boolean free,
      String name)
      implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::notPromoted)
            .thenComparing(Key::notDirect)
            .thenComparing(Key::notPinned)
            .thenComparing(Key::unbounded)
            .thenComparing(Key::userOrder)
            .thenComparing(Key::free)
            .thenComparing(Key::name);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }
}
