package wheelbase;

import java.util.List;
import java.util.Set;
import wheelbase.platform.TargetPlatform;
import wheelbase.resolver.RootRequirement;

/**
 * The user's lines that apply on a target: those without a marker, and those whose marker holds
 * there.
 */
final class RootsThere {
  private RootsThere() {}

  static List<RootRequirement> on(TargetPlatform target, List<RootRequirement> roots) {
    return roots.stream()
        .filter(
            root ->
                root.requirement()
                    .marker()
                    .map(marker -> marker.holds(target.markerEnvironment(), Set.of()))
                    .orElse(true))
        .toList();
  }
}
