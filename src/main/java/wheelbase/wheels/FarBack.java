package wheelbase.wheels;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import wheelbase.index.ProjectPage;
import wheelbase.index.ReleaseFile;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep440.Version;

/** Tells the way back that hardly anybody would go from one that is worth a thought. */
final class FarBack {
  private static final int MAJOR_RELEASES = 1;
  private static final Duration AGE = Duration.ofDays(3 * 365);

  private FarBack() {}

  /**
   * Whether a version is more than one major release, or more than about three years, older than
   * the oldest that is asked for; false where nothing is asked, or the index has none of those.
   */
  static boolean is(Version version, SpecifierSet asked, ProjectPage page) {
    return !asked.isEmpty()
        && page.files().stream()
            .filter(file -> file.yanked().isEmpty())
            .map(ReleaseFile::version)
            .filter(other -> other.compareTo(version) > 0)
            .distinct()
            .filter(asked::admits)
            .min(Comparator.naturalOrder())
            .filter(
                nearest ->
                    major(nearest) - major(version) > MAJOR_RELEASES
                        || isOld(version, nearest, page))
            .isPresent();
  }

  private static int major(Version version) {
    return version.release().get(0);
  }

  private static boolean isOld(Version version, Version nearest, ProjectPage page) {
    Optional<Instant> then = Downgrade.uploaded(page, version);
    return Downgrade.uploaded(page, nearest)
        .filter(now -> then.isPresent() && Duration.between(then.get(), now).compareTo(AGE) > 0)
        .isPresent();
  }
}
