package wheelbase.audit;

import java.util.Set;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.TargetPlatform;

/** What a package would need if no wheel fitted: the seam to the rules. */
@FunctionalInterface
public interface SourceNeeds {
  /** The distribution packages, for building and for running, that its sdist wants there. */
  Set<String> packages(
      PackageName name, Version version, TargetPlatform target, DistributionRelease distribution);
}
