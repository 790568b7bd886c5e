package wheelbase.baseimage;

import java.util.Locale;
import java.util.Optional;
import wheelbase.platform.DistributionRelease;

/** What people call distribution releases: {@code debian:13}, {@code trixie}, {@code 3.24}. */
public final class ReleaseNames {
  private ReleaseNames() {}

  /**
   * @param name {@code debian:13}, {@code debian:trixie}, {@code trixie}, {@code alpine3.24}
   */
  public static Optional<DistributionRelease> find(String name) {
    String typed = name.strip().toLowerCase(Locale.ROOT);
    return DistributionRelease.NAMED.stream()
        .filter(
            release ->
                typed.equals(release.id())
                    || typed.equals(release.suffix())
                    || typed.equals(release.id().replaceFirst(":.*", ":" + release.suffix())))
        .findFirst();
  }
}
