package wheelbase.resolver;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep440.Version;
import wheelbase.pep508.Requirement;
import wheelbase.testing.MiniIndex;

/**
 * A random index of a few packages with a few releases each, and what a user wants of it: small
 * enough for judges that know nothing of searching.
 *
 * @param releases what each release requires, by {@code name version}
 */
record SmallUniverse(Map<String, List<Requirement>> releases, List<Requirement> wanted) {
  private static final String[] NAMES = {"a", "b", "c", "d", "e"};
  private static final int NEWEST = 4;
  private static final String[] OPERATORS = {"==", ">=", "<=", "!=", "<", ">"};

  static SmallUniverse draw(Random random) {
    Map<String, List<Requirement>> releases = new LinkedHashMap<>();
    int busy = 1 + random.nextInt(3);
    for (String name : NAMES) {
      int versions = 1 + random.nextInt(NEWEST);
      for (int version = 1; version <= versions; version++) {
        releases.put(name + " " + version, requirements(random, random.nextInt(busy + 1), name));
      }
    }
    return new SmallUniverse(releases, requirements(random, 1 + random.nextInt(3), ""));
  }

  private static List<Requirement> requirements(Random random, int count, String except) {
    List<Requirement> requirements = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      String name = NAMES[random.nextInt(NAMES.length)];
      if (!name.equals(except)) {
        boolean free = random.nextInt(4) == 0;
        String specifier =
            free ? "" : OPERATORS[random.nextInt(OPERATORS.length)] + (1 + random.nextInt(NEWEST));
        requirements.add(Requirement.parse(name + specifier));
      }
    }
    return requirements;
  }

  SmallUniverse wanting(List<Requirement> others) {
    return new SmallUniverse(releases, List.copyOf(others));
  }

  MiniIndex index() {
    MiniIndex index = MiniIndex.of();
    releases.forEach(
        (release, requirements) -> {
          String[] words = release.split(" ");
          MiniIndex.Release drawn = index.release(words[0], words[1]);
          requirements.forEach(requirement -> drawn.requires(requirement.toString()));
          drawn.add();
        });
    return index;
  }

  ResolutionRequest request() {
    return Drawn.request(wanted.stream().map(Requirement::toString).toArray(String[]::new));
  }

  /** Pins by name; empty where pip finds none. */
  Optional<Map<String, Integer>> resolved() {
    return pins(resolution());
  }

  Resolution resolution() {
    return Drawn.resolve(index(), request());
  }

  /** What PubGrub says. */
  boolean isProvedImpossible() {
    try {
      Lookahead lookahead = new Lookahead(index(), Releases::new, request());
      return new Search(new Universe(request(), lookahead, Set.of())).run().isPresent();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static Optional<Map<String, Integer>> pins(Resolution resolution) {
    return resolution
        .resolved()
        .map(
            resolved -> {
              Map<String, Integer> pins = new TreeMap<>();
              resolved
                  .pins()
                  .forEach(
                      (name, pin) ->
                          pins.put(name.value(), Integer.parseInt(pin.version().get().toString())));
              return pins;
            });
  }

  private boolean has(String name, int version) {
    return releases.containsKey(name + " " + version);
  }

  /** Tries for each package every release, and its absence. */
  boolean hasSolution() {
    return hasSolution(new TreeMap<>(), 0);
  }

  private boolean hasSolution(Map<String, Integer> pins, int at) {
    if (at == NAMES.length) {
      return unmet(pins).isEmpty();
    }
    for (int version = 0; version <= NEWEST; version++) {
      if (version == 0 || has(NAMES[at], version)) {
        pins.put(NAMES[at], version);
        if (hasSolution(pins, at + 1)) {
          return true;
        }
      }
    }
    pins.remove(NAMES[at]);
    return false;
  }

  /** What the user and the pins require, and the pins do not meet. Version 0 is no pin. */
  List<Requirement> unmet(Map<String, Integer> pins) {
    List<Requirement> all = new ArrayList<>(wanted);
    pins.forEach((name, version) -> all.addAll(required(name, version)));
    return all.stream()
        .filter(requirement -> !admits(requirement, pins.getOrDefault(name(requirement), 0)))
        .toList();
  }

  /** The packages that the user's requirements lead to. */
  Set<String> needed(Map<String, Integer> pins) {
    Set<String> needed = new HashSet<>();
    Deque<Requirement> open = new ArrayDeque<>(wanted);
    while (!open.isEmpty()) {
      String name = name(open.remove());
      if (needed.add(name)) {
        open.addAll(required(name, pins.getOrDefault(name, 0)));
      }
    }
    return needed;
  }

  /** Whether no pin has a newer release. */
  boolean areNewest(Map<String, Integer> pins) {
    return pins.entrySet().stream().noneMatch(pin -> has(pin.getKey(), pin.getValue() + 1));
  }

  /**
   * What pip pins where nothing ever stands in the way: package after package in its order of
   * preference, of each the newest release that all who were heard so far admit. Empty as soon as
   * anything does stand in the way, for then it is a question of how to search.
   */
  Optional<Map<String, Integer>> straightOn() {
    Map<String, Integer> pins = new TreeMap<>();
    Map<String, List<Requirement>> heard = new TreeMap<>();
    Optional<String> stopped = hear(wanted, heard, pins);
    while (stopped.isEmpty() && !pins.keySet().containsAll(heard.keySet())) {
      String next =
          heard.keySet().stream()
              .filter(name -> !pins.containsKey(name))
              .min(preference(heard))
              .orElseThrow();
      pins.put(next, newest(next, heard.get(next)));
      stopped = hear(required(next, pins.get(next)), heard, pins);
    }
    return stopped.isPresent() ? Optional.empty() : Optional.of(pins);
  }

  private Optional<String> hear(
      Collection<Requirement> requirements,
      Map<String, List<Requirement>> heard,
      Map<String, Integer> pins) {
    for (Requirement requirement : requirements) {
      String name = name(requirement);
      heard.computeIfAbsent(name, any -> new ArrayList<>()).add(requirement);
      boolean fits =
          pins.containsKey(name)
              ? admits(requirement, pins.get(name))
              : newest(name, heard.get(name)) > 0;
      if (!fits) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  private int newest(String name, List<Requirement> heard) {
    int version = NEWEST;
    while (version > 0 && !(has(name, version) && admitted(heard, version))) {
      version--;
    }
    return version;
  }

  private static boolean admitted(List<Requirement> heard, int version) {
    return heard.stream().allMatch(requirement -> admits(requirement, version));
  }

  /** Pinned exactly, bounded above, the user's order, with any specifier, the name. */
  private Comparator<String> preference(Map<String, List<Requirement>> heard) {
    List<String> userOrder = wanted.stream().map(SmallUniverse::name).toList();
    return Comparator.<String, Boolean>comparing(name -> !any(heard.get(name), "=="))
        .thenComparing(name -> !any(heard.get(name), "<"))
        .thenComparing(
            name -> userOrder.contains(name) ? userOrder.indexOf(name) : Integer.MAX_VALUE)
        .thenComparing(
            name -> heard.get(name).stream().allMatch(each -> each.specifier().isEmpty()))
        .thenComparing(Comparator.naturalOrder());
  }

  private static boolean any(List<Requirement> heard, String operator) {
    return heard.stream().anyMatch(each -> each.specifier().toString().startsWith(operator));
  }

  private List<Requirement> required(String name, int version) {
    return releases.getOrDefault(name + " " + version, List.of());
  }

  private static String name(Requirement requirement) {
    return requirement.name().value();
  }

  private static boolean admits(Requirement requirement, int version) {
    SpecifierSet specifier = requirement.specifier();
    return version > 0 && specifier.admits(Version.parse(Integer.toString(version)));
  }
}
