package wheelbase;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.Catalogue;
import wheelbase.baseimage.PackageWeight;
import wheelbase.dockerfile.BuilderKind;
import wheelbase.dockerfile.PackageReason;

/**
 * What the build stage starts from, and what it needs beyond that.
 *
 * @param image of the same Python and release as the image that is built; where there is no such
 *     image of the kind that was wanted, that image itself
 * @param packages distribution packages that are not there yet
 * @param environment variables
 */
record BuildImage(
    BaseImage image, List<PackageReason> packages, SortedMap<String, String> environment) {

  static BuildImage of(BaseAnalysis base, BuilderKind kind) {
    BaseImage image = kind == BuilderKind.FULL ? full(base.image()) : base.image().buildStage();
    if (!image.isFull()) {
      return new BuildImage(image, base.buildPackages(), base.buildEnvironment());
    }
    SortedMap<String, String> environment = new TreeMap<>(base.buildEnvironment());
    // Its Python was made with g++ at hand, and links C++ by it.
    environment.remove("CXX");
    return new BuildImage(
        image,
        base.buildPackages().stream()
            .filter(wanted -> isMissing(image, wanted.distributionPackage()))
            .toList(),
        environment);
  }

  private static BaseImage full(BaseImage image) {
    if (!image.isSlim()) {
      return image;
    }
    String variant = image.variant().substring("slim-".length());
    boolean ofSeries = image.tag().startsWith(image.series() + "-");
    return Catalogue.shipped()
        .find(image.series(), variant)
        .map(full -> ofSeries ? full : full.at(image.python()))
        .orElse(image);
  }

  private static boolean isMissing(BaseImage image, String distributionPackage) {
    PackageWeight weight = PackageWeight.of(image, List.of(distributionPackage));
    return !weight.added().isEmpty() || !weight.unknown().isEmpty();
  }
}
