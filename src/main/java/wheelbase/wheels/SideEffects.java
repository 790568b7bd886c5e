package wheelbase.wheels;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.TargetPlatform;
import wheelbase.resolver.Pin;
import wheelbase.resolver.Resolved;

/**
 * What a change makes of the packages that it is not about, over all targets on which both
 * resolutions exist.
 *
 * @param moved those pinned to another version
 * @param added those that come
 * @param removed those that go
 */
public record SideEffects(
    SortedMap<PackageName, Move> moved,
    SortedSet<PackageName> added,
    SortedSet<PackageName> removed) {
  public static final SideEffects NONE =
      new SideEffects(new TreeMap<>(), new TreeSet<>(), new TreeSet<>());

  /** Where targets differ, the versions are those of the first. */
  public record Move(Version from, Version to) {}

  public SideEffects {
    moved = Collections.unmodifiableSortedMap(new TreeMap<>(moved));
    added = Collections.unmodifiableSortedSet(new TreeSet<>(added));
    removed = Collections.unmodifiableSortedSet(new TreeSet<>(removed));
  }

  /** How many packages change. */
  public int number() {
    return moved.size() + added.size() + removed.size();
  }

  /**
   * @param about the packages that the change is about
   */
  static SideEffects between(
      Map<TargetPlatform, Resolved> before,
      Map<TargetPlatform, Resolved> after,
      Set<PackageName> about) {
    SortedMap<PackageName, Move> moved = new TreeMap<>();
    SortedSet<PackageName> added = new TreeSet<>();
    SortedSet<PackageName> removed = new TreeSet<>();
    for (TargetPlatform target : after.keySet()) {
      if (!before.containsKey(target)) {
        continue;
      }
      SortedMap<PackageName, Pin> old = before.get(target).pins();
      SortedMap<PackageName, Pin> now = after.get(target).pins();
      added.addAll(without(now.keySet(), old.keySet()));
      removed.addAll(without(old.keySet(), now.keySet()));
      now.forEach(
          (name, pin) ->
              move(Optional.ofNullable(old.get(name)), pin)
                  .ifPresent(move -> moved.putIfAbsent(name, move)));
    }
    moved.keySet().removeAll(about);
    added.removeAll(about);
    removed.removeAll(about);
    return new SideEffects(moved, added, removed);
  }

  private static List<PackageName> without(
      Collection<PackageName> names, Collection<PackageName> others) {
    List<PackageName> rest = new ArrayList<>(names);
    rest.removeAll(others);
    return rest;
  }

  private static Optional<Move> move(Optional<Pin> old, Pin now) {
    return old.flatMap(Pin::version)
        .filter(from -> now.version().isPresent() && !now.version().get().equals(from))
        .map(from -> new Move(from, now.version().get()));
  }
}
