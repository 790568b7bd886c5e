package wheelbase.pep440;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A version (PEP 440, "Public version identifiers" and "Local version identifiers"). Equality and
 * order are the standard's: {@code 1.0} equals {@code 1.0.0}; the text keeps the zeros.
 *
 * <p>A version is read once; what stays is its normalised text and a {@link VersionKey}, bytes
 * whose unsigned lexicographic order is the order of versions, so that comparing allocates nothing.
 */
public final class Version implements Comparable<Version> {
  private final String text;
  private final byte[] key;
  private final int hash;
  private final boolean prerelease;
  private final boolean postrelease;
  private final boolean local;

  private Version(VersionScanner scanned) {
    this.text = scanned.normalized();
    this.key = VersionKey.of(scanned);
    this.hash = Arrays.hashCode(key);
    this.prerelease = scanned.hasPre() || scanned.hasDev();
    this.postrelease = scanned.hasPost();
    this.local = scanned.hasLocal();
  }

  /**
   * Reads a version, in any of the spellings that PEP 440 normalises ("Normalization").
   *
   * @throws IllegalArgumentException where the text is not a PEP 440 version
   */
  public static Version parse(String text) {
    VersionScanner scanner = new VersionScanner(text);
    if (!scanner.scan()) {
      throw new IllegalArgumentException("not a version: `" + text + "`");
    }
    return new Version(scanner);
  }

  /** As {@link #parse}, empty where the text is not a version. */
  public static Optional<Version> tryParse(String text) {
    return Optional.ofNullable(parseOrNull(text));
  }

  static Version parseOrNull(String text) {
    VersionScanner scanner = new VersionScanner(text);
    return scanner.scan() ? new Version(scanner) : null;
  }

  /** An alpha, beta, candidate or development release ({@code 1.0a1}, {@code 1.0.dev3}). */
  public boolean isPrerelease() {
    return prerelease;
  }

  /** A post-release ({@code 1.0.post1}). */
  public boolean isPostrelease() {
    return postrelease;
  }

  /** A development release ({@code 1.0.dev3}). */
  public boolean isDevrelease() {
    return scanned().hasDev();
  }

  /** The number before {@code !}; zero where there is none. */
  public BigInteger epoch() {
    return new BigInteger(scanned().epoch());
  }

  /**
   * The numbers of the release segment, as written: {@code 1.20.0} is 1, 20, 0. A number that an
   * {@code int} cannot hold is given as {@link Integer#MAX_VALUE}; comparing does not use these.
   */
  public List<Integer> release() {
    return Arrays.stream(scanned().release().split("\\.")).map(Version::saturated).toList();
  }

  /** The pre-release segment, normalised ({@code rc1}). */
  public Optional<String> pre() {
    return scanned().pre();
  }

  /** The number of the post-release. */
  public Optional<BigInteger> post() {
    return scanned().post().map(BigInteger::new);
  }

  /** The number of the development release. */
  public Optional<BigInteger> dev() {
    return scanned().dev().map(BigInteger::new);
  }

  /** What follows {@code +}, normalised. */
  public Optional<String> local() {
    int plus = text.indexOf('+');
    return plus < 0 ? Optional.empty() : Optional.of(text.substring(plus + 1));
  }

  public boolean hasLocal() {
    return local;
  }

  /** Without the local part. */
  public Version publicVersion() {
    return local ? parse(text.substring(0, text.indexOf('+'))) : this;
  }

  /** The epoch and the release segment alone: {@code 1!2.0} of {@code 1!2.0rc1.post2}. */
  public Version base() {
    VersionScanner scanned = scanned();
    return parse(epochPrefix(scanned) + scanned.release());
  }

  /** The text without the zeros that end the release segment, the same for equal versions. */
  public String canonicalText() {
    VersionScanner scanned = scanned();
    String release = scanned.release();
    String trimmed = release;
    while (trimmed.endsWith(".0")) {
      trimmed = trimmed.substring(0, trimmed.length() - 2);
    }
    String epoch = epochPrefix(scanned);
    return epoch + trimmed + text.substring(epoch.length() + release.length());
  }

  byte[] key() {
    return key;
  }

  VersionScanner scanned() {
    VersionScanner scanner = new VersionScanner(text);
    scanner.scan();
    return scanner;
  }

  private static String epochPrefix(VersionScanner scanned) {
    return scanned.epoch().equals("0") ? "" : scanned.epoch() + "!";
  }

  private static int saturated(String digits) {
    return digits.length() > 10
        ? Integer.MAX_VALUE
        : (int) Math.min(Long.parseLong(digits), Integer.MAX_VALUE);
  }

  @Override
  public int compareTo(Version other) {
    return Arrays.compareUnsigned(key, other.key);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Version version && Arrays.equals(key, version.key);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** The normalised text ("Normalization" in PEP 440), with the zeros as written. */
  @Override
  public String toString() {
    return text;
  }
}
