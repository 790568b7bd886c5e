package wheelbase.resolver;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import wheelbase.index.CoreMetadata;
import wheelbase.pep508.PackageName;

/** Reads the pins off a solved search. */
final class Outcome {
  private final Universe universe;
  private final Lookahead index;

  Outcome(Universe universe, Lookahead index) {
    this.universe = universe;
    this.index = index;
  }

  /**
   * Only what the user's requirements lead to: a decision that gave way can leave behind packages
   * that nothing needs any more.
   */
  Resolved pins(List<Demand> roots) throws InterruptedException {
    Set<PackageNode> reached = new LinkedHashSet<>();
    Deque<Demand> open = new ArrayDeque<>(roots);
    while (!open.isEmpty()) {
      PackageNode node = open.remove().on();
      if (reached.add(node)) {
        open.addAll(demands(node));
      }
    }
    SortedMap<PackageName, Pin> pins = new TreeMap<>();
    for (PackageNode node : reached) {
      Pin pin = pin(node);
      pins.merge(node.name(), pin, Outcome::together);
    }
    return new Resolved(pins);
  }

  private List<Demand> demands(PackageNode node) throws InterruptedException {
    return universe.asked(node, node.decision().place()).demands();
  }

  private Pin pin(PackageNode node) throws InterruptedException {
    if (node.project().isOutsideTheIndex()) {
      return new Pin(
          node.name(),
          Optional.empty(),
          Optional.empty(),
          node.extras(),
          Optional.empty(),
          List.of());
    }
    Candidate candidate = node.project().candidates().at(node.decision().place()).get();
    CoreMetadata metadata = index.metadata(candidate.file());
    Set<PackageName> dependencies = new LinkedHashSet<>();
    universe.dependencies(node, metadata).forEach(each -> dependencies.add(each.name()));
    dependencies.remove(node.name());
    return new Pin(
        node.name(),
        Optional.of(candidate.version()),
        Optional.of(candidate.file()),
        node.extras(),
        Optional.of(metadata),
        List.copyOf(dependencies));
  }

  /** A package and the same with extras are one pin. */
  private static Pin together(Pin one, Pin other) {
    Set<String> extras = new TreeSet<>(one.extras());
    extras.addAll(other.extras());
    Set<PackageName> dependencies = new LinkedHashSet<>(one.dependencies());
    dependencies.addAll(other.dependencies());
    return new Pin(
        one.name(), one.version(), one.file(), extras, one.metadata(), List.copyOf(dependencies));
  }
}
