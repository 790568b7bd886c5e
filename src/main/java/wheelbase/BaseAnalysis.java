package wheelbase;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import wheelbase.baseimage.BaseImage;
import wheelbase.dockerfile.PackageReason;
import wheelbase.pep508.PackageName;

/**
 * What the project needs on one base image, over all architectures that were asked for.
 *
 * @param buildPackages for the build stage, each with what wants it
 * @param runtimePackages for the runtime stage, likewise
 * @param buildEnvironment variables of the build stage
 * @param needs what each package wants of the image; a package that wants nothing is not there
 */
public record BaseAnalysis(
    BaseImage image,
    List<PackageReason> buildPackages,
    List<PackageReason> runtimePackages,
    SortedMap<String, String> buildEnvironment,
    SortedMap<PackageName, PackageNeeds> needs) {
  public BaseAnalysis {
    buildPackages = List.copyOf(buildPackages);
    runtimePackages = List.copyOf(runtimePackages);
    buildEnvironment = Collections.unmodifiableSortedMap(new TreeMap<>(buildEnvironment));
    needs = Collections.unmodifiableSortedMap(new TreeMap<>(needs));
  }

  /** What a package wants of the image. */
  public PackageNeeds needsOf(PackageName name) {
    return needs.getOrDefault(name, PackageNeeds.NOTHING);
  }
}
