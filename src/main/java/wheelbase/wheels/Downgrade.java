package wheelbase.wheels;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wheelbase.diagnostic.Wording;
import wheelbase.index.Answers;
import wheelbase.index.PackageIndex;
import wheelbase.index.ProjectPage;
import wheelbase.index.ReleaseFile;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.TargetPlatform;
import wheelbase.resolver.Pin;
import wheelbase.resolver.Resolved;

/**
 * A silent downgrade: with wheels only, an older version is taken because it still has a wheel.
 *
 * @param from what pip takes when sdists are allowed
 * @param to what it takes of wheels only
 * @param releases how many final releases it goes back, those left out that were yanked
 * @param older how much earlier {@code to} was uploaded; empty where the index does not say
 */
public record Downgrade(
    PackageName name,
    TargetPlatform target,
    Version from,
    Version to,
    int releases,
    Optional<Duration> older,
    String reason) {
  private static final double DAYS_A_YEAR = 365.25;
  private static final String WITH_ANOTHER =
      "another package is older too, and goes with this version";

  /**
   * Every package that wheels only make older on one target.
   *
   * @param index whose pages of these packages were asked for before
   */
  public static List<Downgrade> between(
      TargetPlatform target, Resolved any, Resolved wheelsOnly, PackageIndex index)
      throws InterruptedException {
    List<Downgrade> found = new ArrayList<>();
    for (Pin pin : any.pins().values()) {
      Optional<Version> from = pin.version();
      Optional<Version> to =
          Optional.ofNullable(wheelsOnly.pins().get(pin.name())).flatMap(Pin::version);
      if (from.isPresent() && to.isPresent() && to.get().compareTo(from.get()) < 0) {
        ProjectPage page = Answers.await(index.page(pin.name()));
        found.add(
            new Downgrade(
                pin.name(),
                target,
                from.get(),
                to.get(),
                releases(page, to.get(), from.get()),
                older(page, to.get(), from.get()),
                reason(pin)));
      }
    }
    return found;
  }

  /** It has a wheel itself, and is older because another package is. */
  public boolean goesWithAnother() {
    return reason.equals(WITH_ANOTHER);
  }

  /** {@code 31 releases, 1.8 years older}; the age only where the index tells it. */
  public String distance() {
    return Wording.count(releases, "release")
        + older.map(age -> ", " + words(age)).orElse("")
        + " older";
  }

  private static String words(Duration age) {
    long days = age.toDays();
    if (days < 60) {
      return Wording.count(days, "day");
    }
    return days < DAYS_A_YEAR
        ? Wording.count(Math.round(days * 12 / DAYS_A_YEAR), "month")
        : String.format(Locale.ROOT, "%.1f years", days / DAYS_A_YEAR);
  }

  private static int releases(ProjectPage page, Version to, Version from) {
    return (int)
        page.files().stream()
            .filter(file -> file.yanked().isEmpty())
            .map(ReleaseFile::version)
            .filter(version -> version.equals(from) || !version.isPrerelease())
            .filter(version -> version.compareTo(to) > 0 && version.compareTo(from) <= 0)
            .distinct()
            .count();
  }

  private static Optional<Duration> older(ProjectPage page, Version to, Version from) {
    Optional<Instant> then = uploaded(page, to);
    return uploaded(page, from)
        .flatMap(now -> then.map(earlier -> Duration.between(earlier, now)))
        .filter(age -> !age.isNegative());
  }

  /** A release is as old as its first file: wheels may follow later. */
  static Optional<Instant> uploaded(ProjectPage page, Version version) {
    return page.files().stream()
        .filter(file -> file.version().equals(version))
        .flatMap(file -> file.uploaded().stream())
        .min(Comparator.naturalOrder());
  }

  private static String reason(Pin pin) {
    return pin.isWheel()
        ? WITH_ANOTHER
        : pin.name() + " " + pin.version().get() + " has no wheel there";
  }
}
