package wheelbase.baseimage;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import wheelbase.index.SdistContents;

/**
 * How long a build takes on two cores, downloads left aside: measured for apt and pip, typical for
 * source builds.
 */
public final class BuildTime {
  private static final double PACKAGE_LISTS_SECONDS = 2;
  private static final double PACKAGE_BYTES_PER_SECOND = 37e6;
  private static final double WHEEL_BYTES_PER_SECOND = 52e6;
  private static final double SECONDS_PER_SOURCE_BYTE = 0.19e-6;

  private static final int PURE_SDIST_SECONDS = 3;
  private static final int COMPILER_START_SECONDS = 10;
  private static final int CARGO_START_SECONDS = 90;
  private static final int LONGEST_CARGO_SECONDS = 240;
  private static final int LONGEST_SECONDS = 40 * 60;
  private static final double COMPILED_SECONDS_PER_SDIST_BYTE = 60e-6;

  /** Source text shrinks to a quarter or a fifth in a tar.gz. */
  private static final int UNPACKED_PER_SDIST = 4;

  private BuildTime() {}

  /**
   * What building an sdist typically takes, where no rule has measured it: a start, and a minute
   * for a megabyte of sdist. Right within a factor of two or three for most: psycopg2 half a
   * minute, cryptography two minutes, grpcio a quarter of an hour.
   *
   * @param languages that need a compiler; none for an sdist that is only Python
   */
  public static int ofSdist(Set<SdistContents.Language> languages, long sdistBytes) {
    if (languages.isEmpty()) {
      return PURE_SDIST_SECONDS;
    }
    boolean rust = languages.contains(SdistContents.Language.RUST);
    double seconds =
        (rust ? CARGO_START_SECONDS : COMPILER_START_SECONDS)
            + sdistBytes * COMPILED_SECONDS_PER_SDIST_BYTE;
    return (int) Math.round(Math.min(seconds, rust ? LONGEST_CARGO_SECONDS : LONGEST_SECONDS));
  }

  /**
   * The same of an sdist that may not have been looked into.
   *
   * @param sdistBytes where the index tells them
   */
  public static int ofSdist(Optional<SdistContents> contents, OptionalLong sdistBytes) {
    Set<SdistContents.Language> languages =
        contents.map(SdistContents::languages).orElse(Set.of(SdistContents.Language.C));
    long unpacked = contents.map(SdistContents::unpackedBytes).orElse(0L);
    return ofSdist(languages, sdistBytes.orElse(unpacked / UNPACKED_PER_SDIST));
  }

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
    long source = pins.stream().mapToLong(pin -> pin.sources().bytes()).sum();
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
