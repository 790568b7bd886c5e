package wheelbase.resolver;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * A set of the things that can become of one package: one of its releases, by their place on the
 * package's list, or its absence, which has the last place. Immutable; all sets of a package have
 * the same size, so that every question about them is a walk over a few words.
 */
final class CandidateSet {
  private final int size;
  private final long[] words;

  private CandidateSet(int size, long[] words) {
    this.size = size;
    this.words = words;
  }

  static CandidateSet none(int size) {
    return new CandidateSet(size, new long[(size + 63) >>> 6]);
  }

  static CandidateSet all(int size) {
    return none(size).complement();
  }

  static CandidateSet of(int size, int place) {
    CandidateSet set = none(size);
    set.words[place >>> 6] |= 1L << place;
    return set;
  }

  /** The places for which the test holds, asked once for each. */
  static CandidateSet where(int size, IntPredicate test) {
    CandidateSet set = none(size);
    for (int place = 0; place < size; place++) {
      if (test.test(place)) {
        set.words[place >>> 6] |= 1L << place;
      }
    }
    return set;
  }

  int size() {
    return size;
  }

  boolean contains(int place) {
    return (words[place >>> 6] & 1L << place) != 0;
  }

  /** The package's absence is one of the possibilities. */
  boolean admitsAbsence() {
    return contains(size - 1);
  }

  boolean isEmpty() {
    for (long word : words) {
      if (word != 0) {
        return false;
      }
    }
    return true;
  }

  boolean isAll() {
    return complement().isEmpty();
  }

  boolean isSubsetOf(CandidateSet other) {
    for (int at = 0; at < words.length; at++) {
      if ((words[at] & ~other.words[at]) != 0) {
        return false;
      }
    }
    return true;
  }

  boolean isDisjointFrom(CandidateSet other) {
    for (int at = 0; at < words.length; at++) {
      if ((words[at] & other.words[at]) != 0) {
        return false;
      }
    }
    return true;
  }

  CandidateSet and(CandidateSet other) {
    long[] result = words.clone();
    for (int at = 0; at < result.length; at++) {
      result[at] &= other.words[at];
    }
    return new CandidateSet(size, result);
  }

  CandidateSet or(CandidateSet other) {
    long[] result = words.clone();
    for (int at = 0; at < result.length; at++) {
      result[at] |= other.words[at];
    }
    return new CandidateSet(size, result);
  }

  CandidateSet minus(CandidateSet other) {
    long[] result = words.clone();
    for (int at = 0; at < result.length; at++) {
      result[at] &= ~other.words[at];
    }
    return new CandidateSet(size, result);
  }

  CandidateSet complement() {
    long[] result = new long[words.length];
    for (int at = 0; at < result.length; at++) {
      result[at] = ~words[at];
    }
    if ((size & 63) != 0) {
      result[result.length - 1] &= (1L << size) - 1;
    }
    return new CandidateSet(size, result);
  }

  CandidateSet withAbsence() {
    return or(of(size, size - 1));
  }

  CandidateSet withoutAbsence() {
    return minus(of(size, size - 1));
  }

  /** The first place from this one on; the set's size where there is none. */
  int next(int from) {
    for (int place = from; place < size; place++) {
      long rest = words[place >>> 6] >>> place;
      if (rest != 0) {
        return place + Long.numberOfTrailingZeros(rest);
      }
      place |= 63;
    }
    return size;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CandidateSet set && set.size == size && Arrays.equals(set.words, words);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(words);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (int place = next(0); place < size; place = next(place + 1)) {
      text.append(text.length() > 1 ? " " : "").append(place == size - 1 ? "absent" : place);
    }
    return text.append('}').toString();
  }
}
