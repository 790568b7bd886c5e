package wheelbase.syslibs;

import java.util.Set;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.TargetPlatform;

/**
 * One installation that the rules are asked about.
 *
 * @param installed every pinned package, the one in question among them
 */
record InstallCase(
    Version version,
    Artifact artifact,
    TargetPlatform target,
    DistributionRelease distribution,
    Set<PackageName> installed) {
  InstallCase {
    installed = Set.copyOf(installed);
  }
}
