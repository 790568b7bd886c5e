package wheelbase.wheels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.TargetPlatform;
import wheelbase.resolver.Pin;
import wheelbase.resolver.Resolved;

/**
 * A silent downgrade: with wheels only, an older version is taken because it still has a wheel.
 *
 * @param from what pip takes when sdists are allowed
 * @param to what it takes of wheels only
 */
public record Downgrade(
    PackageName name, TargetPlatform target, Version from, Version to, String reason) {
  /** Every package that wheels only make older on one target. */
  public static List<Downgrade> between(TargetPlatform target, Resolved any, Resolved wheelsOnly) {
    List<Downgrade> found = new ArrayList<>();
    for (Pin pin : any.pins().values()) {
      Optional<Version> older =
          Optional.ofNullable(wheelsOnly.pins().get(pin.name()))
              .flatMap(Pin::version)
              .filter(
                  version -> pin.version().map(from -> version.compareTo(from) < 0).orElse(false));
      older.ifPresent(
          to -> found.add(new Downgrade(pin.name(), target, pin.version().get(), to, reason(pin))));
    }
    return found;
  }

  private static String reason(Pin pin) {
    return pin.isWheel()
        ? "another package is older too, and goes with this version"
        : pin.name() + " " + pin.version().get() + " has no wheel there";
  }
}
