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

  /** The same place under another value. */
  Word saying(String text) {
    return new Word(text, extent);
  }
}
