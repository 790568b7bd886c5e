package wheelbase.dockerfile.syntax;

import java.util.Objects;

/**
 * A word of an instruction.
 *
 * @param value what it says; variables are still in it
 * @param extent where it is written
 */
public record Word(String value, Extent extent) {
  public Word {
    Objects.requireNonNull(value);
    Objects.requireNonNull(extent);
  }

  /**
   * Some of its characters; in their own place where all are written as they are, and on one line.
   */
  Word part(int start, int end) {
    boolean asWritten = extent.end() - extent.start() == value.length();
    return new Word(
        value.substring(start, end),
        asWritten ? new Extent(extent.start() + start, extent.start() + end) : extent);
  }
}
