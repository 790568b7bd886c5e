package wheelbase.platform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import wheelbase.pep425.Tag;
import wheelbase.pep425.WheelFileName;

/**
 * Why a wheel does not fit a target: what is wrong with the tag of it that comes nearest, which is
 * the one whose faults weigh least together. Mismatches sort by nearness, the nearest first.
 *
 * @param nearest the wheel's tag that comes nearest
 * @param faults what is wrong with it, the weightiest first; at least one
 */
public record TagMismatch(Tag nearest, List<TagFault> faults) implements Comparable<TagMismatch> {
  private static final Comparator<TagMismatch> NEAREST_FIRST =
      Comparator.<TagMismatch>comparingInt(mismatch -> sum(mismatch, TagFault::distance))
          .thenComparingInt(mismatch -> sum(mismatch, TagFault::apart));

  public TagMismatch {
    List<TagFault> weightiestFirst = new ArrayList<>(faults);
    weightiestFirst.sort(Comparator.comparingInt(TagFault::distance).reversed());
    faults = List.copyOf(weightiestFirst);
    if (faults.isEmpty()) {
      throw new IllegalArgumentException("a mismatch without a fault: " + nearest);
    }
  }

  /** Empty where the wheel fits. */
  public static Optional<TagMismatch> of(WheelFileName wheel, TargetPlatform target) {
    if (target.rank(wheel).isPresent()) {
      return Optional.empty();
    }
    TagJudge judge = new TagJudge(target);
    return wheel.tags().stream()
        .map(tag -> new TagMismatch(tag, judge.faults(tag)))
        .min(NEAREST_FIRST);
  }

  private static int sum(TagMismatch mismatch, ToIntFunction<TagFault> measure) {
    return mismatch.faults.stream().mapToInt(measure).sum();
  }

  /** The weightiest fault, whose id and message stand for the whole. */
  public TagFault fault() {
    return faults.get(0);
  }

  /** All faults in words: {@code for Python 3.12 only, for another architecture}. */
  public String message() {
    return faults.stream().map(TagFault::message).collect(Collectors.joining(", "));
  }

  @Override
  public int compareTo(TagMismatch other) {
    return NEAREST_FIRST.compare(this, other);
  }
}
