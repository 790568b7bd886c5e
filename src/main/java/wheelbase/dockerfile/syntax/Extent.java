package wheelbase.dockerfile.syntax;

/**
 * A stretch of a file's text.
 *
 * @param start offset of its first character, from 0, in UTF-16 units
 * @param end offset after its last character
 */
public record Extent(int start, int end) {
  public Extent {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no stretch of text: " + start + " to " + end);
    }
  }

  public boolean covers(Extent other) {
    return start <= other.start && other.end <= end;
  }
}
