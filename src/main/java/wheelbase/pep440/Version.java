package wheelbase.pep440;

import java.util.List;
import java.util.Optional;

public final class Version implements Comparable<Version> {
  private Version() {}

  /**
   * @throws IllegalArgumentException where the text is not a PEP 440 version
   */
  public static Version parse(String text) {
    throw new UnsupportedOperationException();
  }

  public static Optional<Version> tryParse(String text) {
    throw new UnsupportedOperationException();
  }

  public boolean isPrerelease() {
    throw new UnsupportedOperationException();
  }

  /** The numbers of the release segment, as written; a missing one counts as zero. */
  public List<Integer> release() {
    throw new UnsupportedOperationException();
  }

  /** Without the local part. */
  public Version publicVersion() {
    throw new UnsupportedOperationException();
  }

  @Override
  public int compareTo(Version other) {
    throw new UnsupportedOperationException();
  }
}
