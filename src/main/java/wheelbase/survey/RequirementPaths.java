package wheelbase.survey;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.pep508.PackageName;
import wheelbase.resolver.Pin;
import wheelbase.resolver.Resolved;
import wheelbase.resolver.RootRequirement;

/** How each package came in: from the user's line down the dependencies, by the shortest way. */
final class RequirementPaths {
  /** More lines than these ask for the most common packages; naming them all helps nobody. */
  private static final int LINES_NAMED = 5;

  /** Package to (place of the user's line to the shortest path from there). */
  private final Map<PackageName, Map<String, List<String>>> paths = new HashMap<>();

  /** Takes in what one target brings; a shorter path from the same line replaces a longer one. */
  void add(List<RootRequirement> roots, Resolved resolved) {
    for (RootRequirement root : roots) {
      walk(place(root.place()), root.requirement().name(), resolved);
    }
  }

  private void walk(String place, PackageName root, Resolved resolved) {
    Map<PackageName, List<String>> reached = new HashMap<>();
    Deque<PackageName> queue = new ArrayDeque<>();
    reached.put(root, List.of(place, root.value()));
    queue.add(root);
    while (!queue.isEmpty()) {
      PackageName name = queue.remove();
      Pin pin = resolved.pins().get(name);
      if (pin == null) {
        continue;
      }
      List<String> path = reached.get(name);
      paths
          .computeIfAbsent(name, unused -> new LinkedHashMap<>())
          .merge(place, path, RequirementPaths::shorter);
      for (PackageName dependency : pin.dependencies()) {
        if (!reached.containsKey(dependency)) {
          List<String> longer = new ArrayList<>(path);
          longer.add(dependency.value());
          reached.put(dependency, longer);
          queue.add(dependency);
        }
      }
    }
  }

  /**
   * The paths to a package, shortest first and at most {@value #LINES_NAMED}: a place ({@code
   * requirements.txt:17}), then the names down to the package itself.
   */
  List<List<String>> to(PackageName name) {
    return paths.getOrDefault(name, Map.of()).values().stream()
        .sorted(
            Comparator.<List<String>>comparingInt(List::size)
                .thenComparing(path -> String.join("\0", path)))
        .limit(LINES_NAMED)
        .toList();
  }

  private static List<String> shorter(List<String> one, List<String> other) {
    return other.size() < one.size() ? other : one;
  }

  private static String place(SourceSpan span) {
    return span.file() + ":" + span.line();
  }
}
