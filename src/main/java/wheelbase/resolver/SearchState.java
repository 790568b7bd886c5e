package wheelbase.resolver;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Where {@link Backtracking} is, or was: an immutable value, so that going back is taking up an
 * earlier one.
 *
 * @param pins places by node, the latest pin last
 * @param criteria of all nodes that anything was asked of so far
 * @param causes the demands that met in the last conflict
 */
record SearchState(
    Universe universe,
    Map<PackageNode, Integer> pins,
    Map<PackageNode, Criterion> criteria,
    List<Demand> causes) {
  SearchState {
    pins = Collections.unmodifiableMap(pins);
    criteria = Collections.unmodifiableMap(criteria);
  }

  static SearchState beginning(Universe universe) {
    return new SearchState(universe, Map.of(), Map.of(), List.of());
  }

  /** The nodes that have no pin, or one that something asked for later does not suit. */
  List<PackageNode> waiting() {
    List<PackageNode> waiting = new ArrayList<>();
    criteria.forEach(
        (node, criterion) -> {
          if (!criterion.isMetBy(pins.get(node))) {
            waiting.add(node);
          }
        });
    return waiting;
  }

  List<Demand> demands(PackageNode node) {
    return demands(node, criteria);
  }

  private static List<Demand> demands(PackageNode node, Map<PackageNode, Criterion> criteria) {
    Criterion criterion = criteria.get(node);
    return criterion == null ? List.of() : criterion.demands();
  }

  /** The nodes that take part in the last conflict, one entry for each part. */
  List<PackageNode> inConflict() {
    List<PackageNode> nodes = new ArrayList<>();
    for (Demand cause : causes) {
      nodes.add(cause.on());
      cause.parent().ifPresent(parent -> nodes.add(parent.node()));
    }
    return nodes;
  }

  /**
   * The criterion of a demand's node with the demand added.
   *
   * @param added criteria that stand before those of this state
   */
  Criterion with(Demand demand, Map<PackageNode, Criterion> added) {
    PackageNode node = demand.on();
    Criterion known = added.getOrDefault(node, criteria.get(node));
    List<Demand> demands = new ArrayList<>(known == null ? List.of() : known.demands());
    demands.add(demand);
    return criterion(
        node,
        demands,
        known == null ? node.project().nothing() : known.ruledOut(),
        other -> demands(other, added.containsKey(other) ? added : criteria));
  }

  private Criterion criterion(
      PackageNode node,
      List<Demand> demands,
      CandidateSet ruledOut,
      Function<PackageNode, List<Demand>> others) {
    Pool pool = universe.pool(node, other -> other == node ? demands : others.apply(other));
    // Where nobody asks any more, pip has no name to look for, and finds nothing.
    CandidateSet candidates =
        pool.demands().isEmpty() ? node.project().nothing() : pool.taken().minus(ruledOut);
    return new Criterion(demands, ruledOut, candidates);
  }

  SearchState with(Map<PackageNode, Criterion> added) {
    Map<PackageNode, Criterion> all = new LinkedHashMap<>(criteria);
    all.putAll(added);
    return new SearchState(universe, pins, all, causes);
  }

  SearchState withCauses(List<Demand> latest) {
    return new SearchState(universe, pins, criteria, latest);
  }

  /**
   * One pin more. Where that asks for another release of a package that is pinned, what the pinned
   * release asked for no longer counts; candidates that were narrowed down for it stay so.
   *
   * @param added the criteria that change with the pin
   */
  SearchState pinned(PackageNode node, int place, Map<PackageNode, Criterion> added) {
    Map<PackageNode, Integer> more = new LinkedHashMap<>(pins);
    more.remove(node);
    more.put(node, place);
    SearchState next = new SearchState(universe, more, with(added).criteria, causes);
    Set<PackageNode> unsettled = new HashSet<>();
    added.forEach(
        (on, criterion) -> {
          Criterion before = criteria.get(on);
          Integer pin = pins.get(on);
          if (before != null && before.isMetBy(pin) && !criterion.isMetBy(more.get(on))) {
            unsettled.add(on);
          }
        });
    return unsettled.isEmpty() ? next : next.without(unsettled);
  }

  private SearchState without(Set<PackageNode> parents) {
    Map<PackageNode, Criterion> left = new LinkedHashMap<>();
    criteria.forEach(
        (node, criterion) -> {
          List<Demand> demands =
              criterion.demands().stream()
                  .filter(
                      demand ->
                          !demand.parent().map(Term::node).filter(parents::contains).isPresent())
                  .toList();
          left.put(node, new Criterion(demands, criterion.ruledOut(), criterion.candidates()));
        });
    return new SearchState(universe, pins, left, causes);
  }

  /** The node that was pinned last. */
  PackageNode latest() {
    PackageNode latest = null;
    for (PackageNode node : pins.keySet()) {
      latest = node;
    }
    return latest;
  }

  /**
   * This state with what a later one ruled out, the later one's latest pin included; empty where
   * that leaves a node without candidates.
   */
  Optional<SearchState> ruledOutBy(SearchState later) {
    Map<PackageNode, Criterion> changed = new LinkedHashMap<>();
    for (Map.Entry<PackageNode, Criterion> entry : later.criteria.entrySet()) {
      PackageNode node = entry.getKey();
      Criterion known = criteria.get(node);
      CandidateSet ruledOut = entry.getValue().ruledOut();
      if (node == later.latest()) {
        ruledOut = ruledOut.or(Term.of(node, later.pins.get(node)).set());
      }
      if (known == null || ruledOut.isEmpty()) {
        continue;
      }
      Criterion criterion =
          criterion(node, known.demands(), ruledOut.or(known.ruledOut()), this::demands);
      if (!node.project().offers(criterion.candidates())) {
        return Optional.empty();
      }
      changed.put(node, criterion);
    }
    return Optional.of(with(changed));
  }
}
