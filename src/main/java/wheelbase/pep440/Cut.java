package wheelbase.pep440;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * A place between two neighbouring versions, where a range begins or ends. It never lies on a
 * version, so a range of cuts needs no "inclusive" flag.
 *
 * <p>The order of a cut among the versions is its key; cuts with the same versions below them have
 * the same key and are equal, however they were named.
 */
final class Cut implements Comparable<Cut> {
  /** How the cut is described: by the version above it or by the version below it. */
  private enum Side {
    BEFORE,
    AFTER
  }

  /** Nothing sorts below {@code 0.dev0}. */
  static final Cut BOTTOM = new Cut(Version.parse("0.dev0").key(), Side.BEFORE, "");

  static final Cut TOP = new Cut(new byte[] {(byte) 0xFF}, Side.AFTER, "");

  private final byte[] key;
  private final Side side;
  private final String version;

  private Cut(byte[] key, Side side, String version) {
    this.key = key;
    this.side = side;
    this.version = version;
  }

  /** Just below this version: the beginning of {@code >=V}. */
  static Cut before(Version version) {
    return new Cut(version.key(), Side.BEFORE, version.toString());
  }

  /**
   * Just below the version's pre-releases, which {@code <V} leaves out too, unless it is one itself
   * (PEP 440, "Exclusive ordered comparison").
   */
  static Cut beforePrereleases(Version version) {
    Version first =
        version.isPrerelease() ? version : Version.parse(version.publicVersion() + ".dev0");
    return new Cut(first.key(), Side.BEFORE, version.toString());
  }

  /** Above the version and all its local versions: the end of {@code <=V}. */
  static Cut after(Version version) {
    String text = version.publicVersion().toString();
    String next;
    if (version.isDevrelease()) {
      next = withLastNumberRaised(text);
    } else if (version.isPostrelease()) {
      next = withLastNumberRaised(text) + ".dev0";
    } else {
      next = text + ".post0.dev0";
    }
    return new Cut(Version.parse(next).key(), Side.AFTER, version.toString());
  }

  /** Above this version with its local part, and below any longer local part. */
  static Cut afterLocal(Version version) {
    byte[] key = version.key();
    return new Cut(Arrays.copyOf(key, key.length + 1), Side.AFTER, version.toString());
  }

  /**
   * Above the version, its local versions and its post-releases: the beginning of {@code >V}, which
   * leaves them out unless it names a post-release itself (PEP 440, "Exclusive ordered
   * comparison").
   */
  static Cut afterPostreleases(Version version) {
    if (version.isDevrelease() || version.isPostrelease()) {
      return after(version);
    }
    byte[] key =
        version.isPrerelease()
            ? Version.parse(withLastNumberRaised(version.publicVersion().toString()) + ".dev0")
                .key()
            : VersionKey.abovePostReleases(version.scanned());
    return new Cut(key, Side.AFTER, version.toString());
  }

  /**
   * Just below the first version of the next prefix: the end of {@code ==1.2.*} is below {@code
   * 1.3.dev0}.
   *
   * @param prefix an epoch and release segment alone
   */
  static Cut beforeNextPrefix(String prefix) {
    String next = withLastNumberRaised(prefix);
    return new Cut(Version.parse(next + ".dev0").key(), Side.BEFORE, next);
  }

  boolean isBelow(Version candidate) {
    return Arrays.compareUnsigned(key, candidate.key()) <= 0;
  }

  /** {@code >=1.0} or {@code >1.0}: this cut as the beginning of a range. */
  String asLowerBound() {
    return (side == Side.BEFORE ? ">=" : ">") + version;
  }

  /** {@code <2.0} or {@code <=2.0}: this cut as the end of a range. */
  String asUpperBound() {
    return (side == Side.BEFORE ? "<" : "<=") + version;
  }

  /** Whether between the cuts there is just one version, with or without local versions. */
  static boolean encloseOneVersion(Cut lower, Cut upper) {
    return lower.side == Side.BEFORE
        && upper.side == Side.AFTER
        && lower.version.equals(upper.version);
  }

  private static String withLastNumberRaised(String text) {
    int start = text.length();
    while (start > 0 && Character.isDigit(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(0, start) + new BigInteger(text.substring(start)).add(BigInteger.ONE);
  }

  @Override
  public int compareTo(Cut other) {
    return Arrays.compareUnsigned(key, other.key);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cut cut && Arrays.equals(key, cut.key);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(key);
  }
}
