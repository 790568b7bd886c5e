package wheelbase.dockerfile;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One instruction and why it is there.
 *
 * @param reasons sentences; at least one
 * @param evident whether it speaks for itself to readers of Dockerfiles, so that no comment stands
 *     above it
 * @param ofLines what single lines of the instruction are there for, by the words on the line
 *     ({@code libpq5}); whatever is not named is there for the reasons of the whole
 */
public record Step(
    Instruction instruction,
    List<String> reasons,
    boolean evident,
    Map<String, List<String>> ofLines) {
  public Step {
    reasons = List.copyOf(reasons);
    ofLines =
        ofLines.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> List.copyOf(e.getValue())));
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException("for no reason: " + instruction);
    }
  }

  static Step of(Instruction instruction, String... reasons) {
    return new Step(instruction, List.of(reasons), false, Map.of());
  }

  /** One whose reason is told to whoever asks, and not written into the file. */
  static Step evident(Instruction instruction, String reason) {
    return new Step(instruction, List.of(reason), true, Map.of());
  }

  /** The same where an image that files are copied from has another name. */
  Step pinned(Map<String, String> images) {
    return instruction instanceof Instruction.Copy copy
        ? new Step(
            new Instruction.Copy(
                copy.stage().map(from -> images.getOrDefault(from, from)),
                copy.sources(),
                copy.target()),
            reasons,
            evident,
            ofLines)
        : this;
  }

  /** The sentences of the comment above it. */
  List<String> comment() {
    return evident ? List.of() : reasons;
  }
}
