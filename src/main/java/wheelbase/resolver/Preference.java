package wheelbase.resolver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wheelbase.pep440.SpecifierSet;

/**
 * Which node comes next: pip's order (PipProvider.narrow_requirement_selection and get_preference
 * in pip 26.3). Nodes that took part in the last conflict first; then those that often stood
 * undecided in conflicts; then addresses, exact pins, upper bounds, the user's order, any
 * specifier, the name.
 */
final class Preference {
  /** After so many conflicts an undecided node goes first (pip's number). */
  private static final int PROMOTED_FROM = 5;

  private final Map<String, Integer> userOrder = new HashMap<>();
  private final Map<PackageNode, Integer> conflicts = new HashMap<>();
  private final Set<PackageNode> promoted = new HashSet<>();
  private List<PackageNode> lastConflict = List.of();

  Preference(List<Demand> roots) {
    int order = 0;
    Set<RootRequirement> seen = new HashSet<>();
    for (Demand root : roots) {
      // Of a requirement that asks for two nodes pip remembers the first.
      if (root.cause() instanceof Cause.Root cause && seen.add(cause.root())) {
        userOrder.putIfAbsent(root.on().toString(), order++);
      }
    }
  }

  /**
   * @param nodes that took part, one entry for each part
   */
  void conflictAmong(List<PackageNode> nodes) {
    lastConflict = List.copyOf(nodes);
  }

  PackageNode best(List<PackageNode> waiting) {
    List<PackageNode> narrowed = waiting.size() > 1 ? narrow(waiting) : waiting;
    PackageNode best = null;
    Key bestKey = null;
    for (PackageNode node : narrowed) {
      Key key = key(node);
      if (best == null || key.compareTo(bestKey) < 0) {
        best = node;
        bestKey = key;
      }
    }
    return best;
  }

  private List<PackageNode> narrow(List<PackageNode> waiting) {
    for (PackageNode node : lastConflict) {
      if (!node.isDecided() && conflicts.merge(node, 1, Integer::sum) >= PROMOTED_FROM) {
        promoted.add(node);
      }
    }
    List<PackageNode> inConflict = new ArrayList<>(waiting);
    inConflict.retainAll(lastConflict);
    if (!inConflict.isEmpty()) {
      return inConflict;
    }
    List<PackageNode> oftenInConflict = new ArrayList<>(waiting);
    oftenInConflict.retainAll(promoted);
    return oftenInConflict.isEmpty() ? waiting : oftenInConflict;
  }

  private Key key(PackageNode node) {
    boolean direct = node.project().isOutsideTheIndex();
    boolean pinned = false;
    boolean upperBound = false;
    boolean free = true;
    for (Demand demand : node.demands) {
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
        userOrder.getOrDefault(node.toString(), Integer.MAX_VALUE),
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
