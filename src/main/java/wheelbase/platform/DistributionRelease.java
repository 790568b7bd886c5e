package wheelbase.platform;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A release of a Linux distribution that base images are built on: it fixes the C library and the
 * names of distribution packages.
 *
 * @param id as the rules name it: {@code debian:13}, {@code alpine:3.24}
 * @param suffix the end of the {@code python} image's tag, or what else the release is called:
 *     {@code trixie}, {@code alpine3.24}, {@code noble}
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

  public static final DistributionRelease UBUNTU_24_04 =
      new DistributionRelease("ubuntu:24.04", "noble", Libc.glibc(2, 39));

  /**
   * The releases that the official {@code python} image is built on, newest first within a family.
   */
  public static final List<DistributionRelease> SUPPORTED =
      List.of(DEBIAN_13, DEBIAN_12, ALPINE_3_24, ALPINE_3_23);

  /** Releases without an official {@code python} image, for images of the user's own. */
  public static final List<DistributionRelease> OF_OWN_IMAGES = List.of(UBUNTU_24_04);

  /**
   * Releases past their end of life. What the rules know of them is kept, and checked no more; one
   * that ends moves here from {@link #SUPPORTED}, and no file of the rules has to change.
   */
  public static final List<DistributionRelease> PAST = List.of();

  /** The releases whose packages are known by name: those of both lists above. */
  public static final List<DistributionRelease> NAMED =
      Stream.concat(SUPPORTED.stream(), OF_OWN_IMAGES.stream()).toList();

  public boolean isAlpine() {
    return libc.kind() == Libc.Kind.MUSL;
  }

  /** {@code debian}, {@code ubuntu}, {@code alpine}. */
  public String family() {
    return id.substring(0, id.indexOf(':'));
  }

  /** One of {@link #NAMED}. */
  public static Optional<DistributionRelease> ofId(String id) {
    return NAMED.stream().filter(release -> release.id.equals(id)).findFirst();
  }
}
