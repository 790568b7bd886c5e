package wheelbase.pep425;

import java.util.Comparator;
import java.util.Optional;
import wheelbase.pep440.Version;

/**
 * How much pip likes a file of a project; the greatest is the one it takes. In this order: not
 * yanked (PEP 592), a wheel where binaries are preferred, the newer version, a wheel before an
 * sdist, the better tag, the higher build number. (The key of {@code CandidateEvaluator} in pip 26,
 * but for hashes.) Files of equal rank: pip takes the one that comes first on the index.
 *
 * @param preferred a wheel, where {@code --prefer-binary} holds
 * @param tagRank the place of the wheel's best tag among the supported ones, from 0; {@link #SDIST}
 *     for an sdist
 */
public record FileRank(
    boolean yanked, boolean preferred, Version version, int tagRank, Optional<BuildTag> build)
    implements Comparable<FileRank> {
  public static final int SDIST = Integer.MAX_VALUE;

  private static final Comparator<FileRank> ORDER =
      Comparator.comparing(FileRank::yanked, Comparator.reverseOrder())
          .thenComparing(FileRank::preferred)
          .thenComparing(FileRank::version)
          .thenComparing(FileRank::tagRank, Comparator.reverseOrder())
          .thenComparing(
              rank -> rank.build().orElse(null), Comparator.nullsFirst(Comparator.naturalOrder()));

  /**
   * @param tagRank from {@link SupportedTags#rank}
   */
  public static FileRank ofWheel(
      WheelFileName wheel, int tagRank, boolean yanked, boolean preferBinary) {
    return new FileRank(yanked, preferBinary, wheel.version(), tagRank, wheel.buildTag());
  }

  public static FileRank ofSdist(Version version, boolean yanked) {
    return new FileRank(yanked, false, version, SDIST, Optional.empty());
  }

  @Override
  public int compareTo(FileRank other) {
    return ORDER.compare(this, other);
  }
}
