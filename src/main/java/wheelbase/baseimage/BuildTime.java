package wheelbase.baseimage;

import java.util.Collection;
import java.util.List;

/**
 * How long a build takes on two cores, downloads left aside: measured for apt and pip, typical for
 * source builds.
 */
public final class BuildTime {
  private static final double PACKAGE_LISTS_SECONDS = 2;
  private static final double PACKAGE_BYTES_PER_SECOND = 37e6;
  private static final double WHEEL_BYTES_PER_SECOND = 52e6;
  private static final double SECONDS_PER_SOURCE_BYTE = 0.19e-6;

  private BuildTime() {}

  /**
   * @param build what is installed in the build stage
   * @param runtime what is installed in the runtime stage
   * @param sourceBuildSeconds one for each package that compiles
   * @param pins one for each package that is installed
   * @return whole seconds
   */
  public static int seconds(
      PackageWeight build,
      PackageWeight runtime,
      Collection<Integer> sourceBuildSeconds,
      List<PinSize> pins) {
    long unpacked = pins.stream().mapToLong(PinSize::installed).sum();
    long source = pins.stream().mapToLong(PinSize::source).sum();
    double seconds =
        installing(build)
            + installing(runtime)
            + unpacked / WHEEL_BYTES_PER_SECOND
            + source * SECONDS_PER_SOURCE_BYTE
            + sourceBuildSeconds.stream().mapToInt(Integer::intValue).sum();
    return (int) Math.round(seconds);
  }

  private static double installing(PackageWeight packages) {
    return packages.added().isEmpty()
        ? 0
        : PACKAGE_LISTS_SECONDS + packages.onDisk() / PACKAGE_BYTES_PER_SECOND;
  }
}
