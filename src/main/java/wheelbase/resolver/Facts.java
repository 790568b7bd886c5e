package wheelbase.resolver;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;

/**
 * The leaves of a tree of causes, put together by the package that they are about: what the user
 * and the releases ask of it, and what stands against its releases.
 */
final class Facts {
  /** Releases of one package that need the same thing. */
  record Need(PackageNode parent, Requirement requirement, PackageNode on, CandidateSet releases) {}

  /** Releases of one package that are against the same rule. */
  record Barrier(PackageNode node, Cause cause, CandidateSet releases) {}

  private final Map<PackageName, List<RootRequirement>> roots = new LinkedHashMap<>();
  private final Map<PackageName, List<RootRequirement>> constraints = new LinkedHashMap<>();
  private final Map<PackageName, Map<String, Need>> needs = new LinkedHashMap<>();
  private final Map<PackageName, List<Barrier>> barriers = new LinkedHashMap<>();
  private final Map<PackageName, PackageNode> nodes = new LinkedHashMap<>();

  Facts(Incompatibility conclusion) {
    Set<Incompatibility> seen = new HashSet<>();
    Deque<Incompatibility> open = new ArrayDeque<>(List.of(conclusion));
    while (!open.isEmpty()) {
      Incompatibility next = open.remove();
      if (!seen.add(next)) {
        continue;
      }
      if (next.cause() instanceof Cause.Derived derived) {
        open.add(derived.one());
        open.add(derived.other());
      } else {
        add(next);
      }
    }
  }

  private void add(Incompatibility leaf) {
    Cause cause = leaf.cause();
    if (cause instanceof Cause.Root root) {
      nodes.putIfAbsent(root.on().name(), root.on());
      addOnce(roots, root.on().name(), root.root());
    } else if (cause instanceof Cause.Constraint constraint) {
      addOnce(constraints, constraint.constraint().requirement().name(), constraint.constraint());
    } else if (cause instanceof Cause.Dependency dependency) {
      PackageNode parent = dependency.parent();
      nodes.putIfAbsent(parent.name(), parent);
      nodes.putIfAbsent(dependency.on().name(), dependency.on());
      Need need =
          new Need(parent, dependency.requirement(), dependency.on(), leaf.term(parent).set());
      needs
          .computeIfAbsent(parent.name(), any -> new TreeMap<>())
          .merge(
              dependency.requirement().toString(),
              need,
              (one, other) ->
                  new Need(
                      one.parent().hasExtras() ? other.parent() : one.parent(),
                      one.requirement(),
                      one.on(),
                      one.releases().or(other.releases())));
    } else if (cause instanceof Cause.NoFile noFile) {
      barrier(noFile.node(), leaf);
    } else if (cause instanceof Cause.RequiresPython python) {
      barrier(python.node(), leaf);
    } else if (cause instanceof Cause.NotTaken notTaken) {
      barrier(notTaken.pool().node(), leaf);
    }
  }

  private void barrier(PackageNode node, Incompatibility leaf) {
    nodes.putIfAbsent(node.name(), node);
    List<Barrier> list = barriers.computeIfAbsent(node.name(), any -> new ArrayList<>());
    Barrier barrier = new Barrier(node, leaf.cause(), leaf.term(node).set());
    if (list.stream().noneMatch(known -> barrier.releases().isSubsetOf(known.releases()))) {
      list.add(barrier);
    }
  }

  private static void addOnce(
      Map<PackageName, List<RootRequirement>> map, PackageName name, RootRequirement root) {
    List<RootRequirement> list = map.computeIfAbsent(name, any -> new ArrayList<>());
    if (!list.contains(root)) {
      list.add(root);
    }
  }

  /** The user's requirements that take part, in the order of their lines. */
  List<RootRequirement> allRoots() {
    List<RootRequirement> all = new ArrayList<>();
    roots.values().forEach(all::addAll);
    return inOrder(all);
  }

  List<RootRequirement> roots(PackageName name) {
    return inOrder(roots.getOrDefault(name, List.of()));
  }

  List<RootRequirement> constraints(PackageName name) {
    return inOrder(constraints.getOrDefault(name, List.of()));
  }

  private static List<RootRequirement> inOrder(List<RootRequirement> list) {
    List<RootRequirement> sorted = new ArrayList<>(list);
    sorted.sort(
        Comparator.comparing((RootRequirement root) -> root.place().file())
            .thenComparing(root -> root.place().line()));
    return sorted;
  }

  /** What the releases of this package need, those of the newest releases first. */
  List<Need> needsOf(PackageName name) {
    List<Need> sorted = new ArrayList<>(needs.getOrDefault(name, Map.of()).values());
    sorted.sort(Comparator.comparing(need -> need.releases().next(0)));
    return sorted;
  }

  /** What other packages need of this one. */
  List<Need> needsOn(PackageName name) {
    List<Need> found = new ArrayList<>();
    needs.values().stream()
        .flatMap(map -> map.values().stream())
        .filter(need -> need.on().name().equals(name) && !need.parent().name().equals(name))
        .forEach(found::add);
    return found;
  }

  List<Barrier> barriers(PackageName name) {
    return barriers.getOrDefault(name, List.of());
  }

  PackageNode node(PackageName name) {
    return nodes.get(name);
  }

  Set<PackageName> packages() {
    Set<PackageName> packages = new LinkedHashSet<>(nodes.keySet());
    packages.addAll(constraints.keySet());
    return packages;
  }
}
