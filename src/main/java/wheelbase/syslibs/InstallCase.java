package wheelbase.syslibs;

import java.util.Set;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.TargetPlatform;

/**
 * One installation that the rules are asked about.
 *
 * @param artifact the kind of file that is installed
 * @param installed every pinned package, the one in question among them: some rules are idle beside
 *     another package
 * @param extras those asked for of the package in question, normalised
 */
public record InstallCase(
    Version version,
    Artifact artifact,
    TargetPlatform target,
    DistributionRelease distribution,
    Set<PackageName> installed,
    Set<String> extras) {
  public InstallCase {
    installed = Set.copyOf(installed);
    extras = Set.copyOf(extras);
  }
}
