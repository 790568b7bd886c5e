package wheelbase.pep440;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A set of versions made of intervals: what specifiers other than {@code ===} denote. It is closed
 * under union, intersection and complement.
 *
 * <p>It is held as the cuts, in ascending order, at which membership changes: in after the first,
 * out after the second, and so on.
 */
public final class VersionRange {
  private static final Cut[] NO_CUTS = {};
  private static final VersionRange EMPTY = new VersionRange(NO_CUTS);
  private static final VersionRange FULL = new VersionRange(new Cut[] {Cut.BOTTOM, Cut.TOP});

  private final Cut[] cuts;

  private VersionRange(Cut[] cuts) {
    this.cuts = cuts;
  }

  /** No version. */
  public static VersionRange empty() {
    return EMPTY;
  }

  /** Every version. */
  public static VersionRange full() {
    return FULL;
  }

  /** {@code ==version}, with its local versions if it has no local part itself. */
  public static VersionRange exactly(Version version) {
    return between(
        Cut.before(version), version.hasLocal() ? Cut.afterLocal(version) : Cut.after(version));
  }

  static VersionRange from(Cut lower) {
    return between(lower, Cut.TOP);
  }

  static VersionRange upTo(Cut upper) {
    return between(Cut.BOTTOM, upper);
  }

  static VersionRange between(Cut lower, Cut upper) {
    return lower.compareTo(upper) < 0 ? new VersionRange(new Cut[] {lower, upper}) : EMPTY;
  }

  public boolean isEmpty() {
    return cuts.length == 0;
  }

  public boolean isFull() {
    return equals(FULL);
  }

  public boolean contains(Version version) {
    // Ranges of real specifiers have two to six cuts; a search by halves would not pay.
    int below = 0;
    while (below < cuts.length && cuts[below].isBelow(version)) {
      below++;
    }
    return below % 2 == 1;
  }

  public VersionRange complement() {
    return merge(FULL, this, (inFull, inThis) -> inFull && !inThis);
  }

  public VersionRange union(VersionRange other) {
    return merge(this, other, (here, there) -> here || there);
  }

  public VersionRange intersection(VersionRange other) {
    if (this == FULL) {
      return other;
    }
    return merge(this, other, (here, there) -> here && there);
  }

  /** Every version of this one is in the other. */
  public boolean isSubsetOf(VersionRange other) {
    return merge(this, other, (here, there) -> here && !there).isEmpty();
  }

  /** No version is in both. */
  public boolean isDisjointFrom(VersionRange other) {
    return intersection(other).isEmpty();
  }

  private interface Membership {
    boolean of(boolean inFirst, boolean inSecond);
  }

  /** Walks both lists of cuts in step and keeps those at which the wanted membership changes. */
  private static VersionRange merge(VersionRange first, VersionRange second, Membership wanted) {
    List<Cut> merged = new ArrayList<>(first.cuts.length + second.cuts.length);
    int i = 0;
    int j = 0;
    boolean inside = false;
    while (i < first.cuts.length || j < second.cuts.length) {
      Cut next;
      if (j == second.cuts.length
          || i < first.cuts.length && first.cuts[i].compareTo(second.cuts[j]) <= 0) {
        next = first.cuts[i];
      } else {
        next = second.cuts[j];
      }
      if (i < first.cuts.length && first.cuts[i].equals(next)) {
        i++;
      }
      if (j < second.cuts.length && second.cuts[j].equals(next)) {
        j++;
      }
      if (wanted.of(i % 2 == 1, j % 2 == 1) != inside) {
        merged.add(next);
        inside = !inside;
      }
    }
    return merged.isEmpty() ? EMPTY : new VersionRange(merged.toArray(NO_CUTS));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VersionRange range && Arrays.equals(cuts, range.cuts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(cuts);
  }

  /**
   * In the manner of specifiers, "or" between intervals: {@code >=1.0,<2.0 or ==3.0}; {@code *} for
   * every version, {@code none} for no version. For reading: whether the pre-releases and
   * post-releases of a bound itself are in is not told.
   */
  @Override
  public String toString() {
    if (isEmpty()) {
      return "none";
    }
    List<String> intervals = new ArrayList<>();
    for (int i = 0; i < cuts.length; i += 2) {
      intervals.add(interval(cuts[i], cuts[i + 1]));
    }
    return String.join(" or ", intervals);
  }

  private static String interval(Cut lower, Cut upper) {
    if (lower.equals(Cut.BOTTOM)) {
      return upper.equals(Cut.TOP) ? "*" : upper.asUpperBound();
    }
    if (upper.equals(Cut.TOP)) {
      return lower.asLowerBound();
    }
    return Cut.encloseOneVersion(lower, upper)
        ? "==" + lower.asLowerBound().substring(2)
        : lower.asLowerBound() + "," + upper.asUpperBound();
  }
}
