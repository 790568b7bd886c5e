package wheelbase.survey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wheelbase.platform.TargetPlatform;
import wheelbase.resolver.Conflict;

/**
 * A conflict and every target that has it: one whose story reads the same.
 *
 * @param conflict that of the first target
 * @param targets in the order asked for; never empty
 */
public record SharedConflict(Conflict conflict, List<TargetPlatform> targets) {
  public SharedConflict {
    targets = List.copyOf(targets);
  }

  /** In the order of the first target of each. */
  public static List<SharedConflict> among(Collection<TargetAnalysis> analysed) {
    Map<List<String>, Conflict> conflicts = new LinkedHashMap<>();
    Map<List<String>, List<TargetPlatform>> targets = new LinkedHashMap<>();
    for (TargetAnalysis each : analysed) {
      each.resolution()
          .conflict()
          .ifPresent(
              conflict -> {
                List<String> story = conflict.explanation();
                conflicts.putIfAbsent(story, conflict);
                targets.computeIfAbsent(story, any -> new ArrayList<>()).add(each.target());
              });
    }
    List<SharedConflict> shared = new ArrayList<>();
    conflicts.forEach(
        (story, conflict) -> shared.add(new SharedConflict(conflict, targets.get(story))));
    return shared;
  }
}
