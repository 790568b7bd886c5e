package wheelbase.dockerfile;

import java.util.List;

/**
 * One instruction and why it is there.
 *
 * @param reasons sentences for the comment above it; none where it speaks for itself
 */
public record Step(Instruction instruction, List<String> reasons) {
  public Step {
    reasons = List.copyOf(reasons);
  }

  static Step of(Instruction instruction, String... reasons) {
    return new Step(instruction, List.of(reasons));
  }
}
