package wheelbase.dockerfile.syntax;

import java.util.Arrays;

/**
 * Characters of which each remembers where in the file it stands: continuation lines are joined to
 * one text, and a message can still point at the line.
 */
public final class MappedText {
  private final String value;
  private final int[] offsets;

  private MappedText(String value, int[] offsets) {
    this.value = value;
    this.offsets = offsets;
  }

  /** The characters of a text from one offset up to another. */
  static MappedText of(String text, int start, int end) {
    int[] offsets = new int[end - start];
    Arrays.setAll(offsets, index -> start + index);
    return new MappedText(text.substring(start, end), offsets);
  }

  static MappedText empty() {
    return new MappedText("", new int[0]);
  }

  public String value() {
    return value;
  }

  public int length() {
    return value.length();
  }

  public char charAt(int index) {
    return value.charAt(index);
  }

  public boolean isEmpty() {
    return value.isEmpty();
  }

  public MappedText from(int start) {
    return part(start, length());
  }

  public MappedText part(int start, int end) {
    return new MappedText(value.substring(start, end), Arrays.copyOfRange(offsets, start, end));
  }

  MappedText followedBy(MappedText other) {
    int[] both = Arrays.copyOf(offsets, length() + other.length());
    System.arraycopy(other.offsets, 0, both, length(), other.length());
    return new MappedText(value + other.value, both);
  }

  /** Without white space at either end. */
  public MappedText strip() {
    int start = 0;
    int end = length();
    while (start < end && isSpace(value.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(value.charAt(end - 1))) {
      end--;
    }
    return part(start, end);
  }

  /** Where some of the characters stand in the file; lines between them are within. */
  public Extent extent(int start, int end) {
    if (isEmpty()) {
      return new Extent(0, 0);
    }
    if (start >= length()) {
      return new Extent(offsets[length() - 1] + 1, offsets[length() - 1] + 1);
    }
    int first = offsets[start];
    return new Extent(first, end > start ? offsets[end - 1] + 1 : first);
  }

  public Extent extent() {
    return extent(0, length());
  }

  /** A word of these characters, as it is written. */
  public Word word(int start, int end) {
    return new Word(value.substring(start, end), extent(start, end));
  }

  /** White space as Unicode has it, which is what BuildKit trims. */
  static boolean isSpace(char character) {
    return character >= '\t' && character <= '\r'
        || character == '\u0085'
        || Character.isSpaceChar(character);
  }

  @Override
  public String toString() {
    return value;
  }
}
