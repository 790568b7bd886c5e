package wheelbase.wheels;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import wheelbase.pep508.PackageName;
import wheelbase.platform.TargetPlatform;
import wheelbase.resolver.Pin;
import wheelbase.resolver.Resolved;

/**
 * What came of a change that helps and makes nothing worse.
 *
 * @param before,after the resolutions, of the targets that have one
 * @param helped the targets on which the package that ailed has a wheel now, or is needed no more
 */
record Trial(
    Map<TargetPlatform, Resolved> before,
    Map<TargetPlatform, Resolved> after,
    List<TargetPlatform> helped) {
  Trial {
    before = Map.copyOf(before);
    after = Map.copyOf(after);
    helped = List.copyOf(helped);
  }

  /** Whether it helps everywhere against another ailment too. */
  boolean cures(Ailment ailment) {
    return ailment.targets().stream()
        .allMatch(
            target -> after.containsKey(target) && isCured(ailment.name(), after.get(target)));
  }

  /** A package whose stand-in came in may still be there: something else asks for it. */
  static boolean isCured(PackageName name, Resolved resolved) {
    return Optional.ofNullable(resolved.pins().get(name)).map(Pin::isWheel).orElse(true);
  }

  /** No package has lost its wheel. */
  static boolean isHarmless(Resolved before, Resolved after) {
    return sdists(before).containsAll(sdists(after));
  }

  /** The packages that no wheel was found for. */
  private static Set<PackageName> sdists(Resolved resolved) {
    return resolved.pins().values().stream()
        .filter(Pin::isSdist)
        .map(Pin::name)
        .collect(Collectors.toSet());
  }
}
