package wheelbase.resolver;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import wheelbase.index.CoreMetadata;
import wheelbase.pep508.PackageName;

/** Makes pins of what a search chose. */
final class Outcome {
  private final Universe universe;
  private final Lookahead index;
  private final ToIntFunction<PackageNode> places;

  /**
   * @param places the release that was chosen for a node
   */
  Outcome(Universe universe, Lookahead index, ToIntFunction<PackageNode> places) {
    this.universe = universe;
    this.index = index;
    this.places = places;
  }

  /**
   * Only what the user's requirements lead to: a search that went back can leave behind packages
   * that nothing needs any more.
   */
  SortedMap<PackageName, Pin> pins() throws InterruptedException {
    SortedMap<PackageName, Pin> pins = new TreeMap<>();
    for (PackageNode node : reached()) {
      Pin pin = pin(node);
      pins.merge(node.name(), pin, Outcome::together);
    }
    return pins;
  }

  /**
   * Whether every requirement is met. pip's search drops what a pin asked for when another pin
   * contradicts it, and can end where that was wrong; pip itself then fails (RecursionError).
   */
  boolean isSound() throws InterruptedException {
    List<Demand> all = new ArrayList<>(universe.roots());
    for (PackageNode node : reached()) {
      all.addAll(demands(node));
    }
    return all.stream()
        .allMatch(demand -> demand.admitted().contains(places.applyAsInt(demand.on())));
  }

  private Set<PackageNode> reached() throws InterruptedException {
    Set<PackageNode> reached = new LinkedHashSet<>();
    Deque<Demand> open = new ArrayDeque<>(universe.roots());
    while (!open.isEmpty()) {
      PackageNode node = open.remove().on();
      if (reached.add(node)) {
        open.addAll(demands(node));
      }
    }
    return reached;
  }

  private List<Demand> demands(PackageNode node) throws InterruptedException {
    return universe.asked(node, places.applyAsInt(node)).demands();
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
    Candidate candidate = node.project().candidates().at(places.applyAsInt(node)).get();
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
