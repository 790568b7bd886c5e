package wheelbase.survey;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import wheelbase.index.CoreMetadata;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;
import wheelbase.platform.TargetPlatform;
import wheelbase.resolver.Pin;
import wheelbase.resolver.Resolved;
import wheelbase.resolver.RootRequirement;

/**
 * Goes from each of the user's lines down the dependencies of one resolution, breadth first. What a
 * package asks for depends on the extras that it was itself asked with, so a package is passed once
 * for each set of them.
 */
final class DependencyWalk {
  private final List<RootRequirement> roots;
  private final TargetPlatform target;
  private final Resolved resolved;
  private final Map<Node, List<RequirementPath.Step>> asked = new HashMap<>();

  /** Package to its path from each line that leads to it; filled when first asked for. */
  private Optional<Map<PackageName, List<Reached>>> reached = Optional.empty();

  private record Node(PackageName name, Set<String> extras) {}

  /** A link of a path, so that paths share their beginnings. */
  private record Reached(
      Node node,
      RootRequirement line,
      Optional<Reached> before,
      Optional<RequirementPath.Step> step) {
    RequirementPath path() {
      LinkedList<RequirementPath.Step> steps = new LinkedList<>();
      for (Optional<Reached> at = Optional.of(this); at.isPresent(); at = at.get().before()) {
        at.get().step().ifPresent(steps::addFirst);
      }
      return new RequirementPath(line, steps);
    }
  }

  DependencyWalk(List<RootRequirement> roots, TargetPlatform target, Resolved resolved) {
    this.roots = roots;
    this.target = target;
    this.resolved = resolved;
  }

  /** The shortest path from each line that leads to the package. */
  synchronized List<RequirementPath> to(PackageName name) {
    if (reached.isEmpty()) {
      reached = Optional.of(walk());
    }
    return reached.get().getOrDefault(name, List.of()).stream().map(Reached::path).toList();
  }

  private Map<PackageName, List<Reached>> walk() {
    Map<PackageName, List<Reached>> all = new LinkedHashMap<>();
    for (RootRequirement root : roots) {
      if (root.requirement().appliesIn(target.markerEnvironment(), Set.of())) {
        walk(root, all);
      }
    }
    return all;
  }

  private void walk(RootRequirement root, Map<PackageName, List<Reached>> all) {
    Set<Node> passed = new HashSet<>();
    Set<PackageName> found = new HashSet<>();
    Deque<Reached> queue = new ArrayDeque<>();
    Node first = node(root.requirement());
    if (resolved.pins().containsKey(first.name())) {
      passed.add(first);
      queue.add(new Reached(first, root, Optional.empty(), Optional.empty()));
    }
    while (!queue.isEmpty()) {
      Reached here = queue.remove();
      if (found.add(here.node().name())) {
        all.computeIfAbsent(here.node().name(), any -> new ArrayList<>()).add(here);
      }
      for (RequirementPath.Step step : asked.computeIfAbsent(here.node(), this::asks)) {
        Node next = node(step.requirement());
        if (resolved.pins().containsKey(next.name()) && passed.add(next)) {
          queue.add(new Reached(next, root, Optional.of(here), Optional.of(step)));
        }
      }
    }
  }

  private static Node node(Requirement requirement) {
    return new Node(requirement.name(), requirement.extras());
  }

  private List<RequirementPath.Step> asks(Node node) {
    Pin pin = resolved.pins().get(node.name());
    return pin.metadata()
        .map(metadata -> asks(node, pin, metadata))
        .orElseGet(
            () ->
                pin.dependencies().stream()
                    .map(name -> Requirement.parse(name.value()))
                    .map(
                        bare ->
                            new RequirementPath.Step(
                                node.name(), Optional.empty(), pin.version(), bare))
                    .toList());
  }

  private List<RequirementPath.Step> asks(Node node, Pin pin, CoreMetadata metadata) {
    Set<String> extras = new TreeSet<>(node.extras());
    extras.retainAll(metadata.providesExtras());
    List<RequirementPath.Step> steps = new ArrayList<>();
    for (Requirement requirement : metadata.requires()) {
      if (holds(requirement, extras)) {
        steps.add(
            new RequirementPath.Step(
                node.name(), extra(requirement, extras), pin.version(), requirement));
      }
    }
    return Collections.unmodifiableList(steps);
  }

  /** The extra that makes a requirement hold; empty where it holds without. */
  private Optional<String> extra(Requirement requirement, Set<String> extras) {
    return holds(requirement, Set.of())
        ? Optional.empty()
        : extras.stream().filter(extra -> holds(requirement, Set.of(extra))).findFirst();
  }

  private boolean holds(Requirement requirement, Set<String> extras) {
    return requirement.appliesIn(target.markerEnvironment(), extras);
  }
}
