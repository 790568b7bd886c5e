package wheelbase.platform;

import java.util.List;
import java.util.Optional;

/**
 * A release of a Linux distribution that base images are built on: it fixes the C library and the
 * names of distribution packages.
 *
 * @param id as the rules name it: {@code debian:13}, {@code alpine:3.24}
 * @param suffix the end of the {@code python} image's tag: {@code trixie}, {@code alpine3.24}
 */
public record DistributionRelease(String id, String suffix, Libc libc) {
  public static final DistributionRelease DEBIAN_12 =
      new DistributionRelease("debian:12", "bookworm", Libc.glibc(2, 36));
  public static final DistributionRelease DEBIAN_13 =
      new DistributionRelease("debian:13", "trixie", Libc.glibc(2, 41));
  public static final DistributionRelease ALPINE_3_23 =
      new DistributionRelease("alpine:3.23", "alpine3.23", Libc.musl(1, 2));
  public static final DistributionRelease ALPINE_3_24 =
      new DistributionRelease("alpine:3.24", "alpine3.24", Libc.musl(1, 2));

  /**
   * The releases that the official {@code python} image is built on, newest first within a family.
   */
  public static final List<DistributionRelease> SUPPORTED =
      List.of(DEBIAN_13, DEBIAN_12, ALPINE_3_24, ALPINE_3_23);

  public boolean isAlpine() {
    return libc.kind() == Libc.Kind.MUSL;
  }

  public static Optional<DistributionRelease> ofId(String id) {
    return SUPPORTED.stream().filter(release -> release.id.equals(id)).findFirst();
  }
}
