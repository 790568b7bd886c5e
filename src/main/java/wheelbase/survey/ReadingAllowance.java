package wheelbase.survey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import wheelbase.index.ReleaseFile;

/**
 * How much of the files of packages without a rule is read at a time.
 *
 * @param files so many at most
 * @param bytes so many at most, by the sizes on the index's pages
 * @param bytesOfOne more than that is not read of any
 */
record ReadingAllowance(int files, long bytes, long bytesOfOne) {
  /** What a file of unknown size counts for. */
  private static final long UNKNOWN_SIZE = 2_000_000;

  /** What it is enough for, the smallest first. */
  <T> List<T> smallest(Collection<T> things, Function<T, ReleaseFile> file) {
    List<T> sorted = new ArrayList<>(things);
    sorted.sort(
        Comparator.comparingLong((T each) -> size(file.apply(each)))
            .thenComparing(each -> file.apply(each).fileName()));
    List<T> affordable = new ArrayList<>();
    long sum = 0;
    for (T thing : sorted) {
      sum += Math.min(size(file.apply(thing)), bytesOfOne);
      if (sum > bytes || affordable.size() == files) {
        break;
      }
      affordable.add(thing);
    }
    return affordable;
  }

  private static long size(ReleaseFile file) {
    return file.size().orElse(UNKNOWN_SIZE);
  }
}
