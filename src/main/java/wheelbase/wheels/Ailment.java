package wheelbase.wheels;

import java.util.List;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.TargetPlatform;

/**
 * A pin that compiles, or cannot be told or used, on some targets: what a cure is sought for.
 *
 * @param targets where it ails; never empty
 */
public record Ailment(PackageName name, Version version, List<TargetPlatform> targets) {
  public Ailment {
    targets = List.copyOf(targets);
    if (targets.isEmpty()) {
      throw new IllegalArgumentException(name + " ails nowhere");
    }
  }
}
