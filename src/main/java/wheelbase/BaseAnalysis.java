package wheelbase;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import wheelbase.baseimage.BaseImage;
import wheelbase.dockerfile.PackageReason;

/**
 * What the project needs on one base image, over all architectures that were asked for.
 *
 * @param buildPackages for the build stage, each with what wants it
 * @param runtimePackages for the runtime stage, likewise
 * @param buildEnvironment variables of the build stage
 */
public record BaseAnalysis(
    BaseImage image,
    List<PackageReason> buildPackages,
    List<PackageReason> runtimePackages,
    SortedMap<String, String> buildEnvironment) {
  public BaseAnalysis {
    buildPackages = List.copyOf(buildPackages);
    runtimePackages = List.copyOf(runtimePackages);
    buildEnvironment = Collections.unmodifiableSortedMap(new TreeMap<>(buildEnvironment));
  }
}
