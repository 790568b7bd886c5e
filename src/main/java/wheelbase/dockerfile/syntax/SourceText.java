package wheelbase.dockerfile.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import wheelbase.diagnostic.SourceSpan;

/** The text of a file, which knows its lines. */
public final class SourceText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String file;
  private final String text;
  private final List<Integer> starts;

  /**
   * @param file the file as the user would name it
   * @param text its characters; offsets count from the first of them, a byte order mark included
   */
  public SourceText(String file, String text) {
    this.file = Objects.requireNonNull(file);
    this.text = text;
    List<Integer> found = new ArrayList<>();
    int start = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    while (start < text.length()) {
      found.add(start);
      int end = text.indexOf('\n', start);
      start = end < 0 ? text.length() : end + 1;
    }
    starts = List.copyOf(found);
  }

  public String file() {
    return file;
  }

  public String text() {
    return text;
  }

  public int lines() {
    return starts.size();
  }

  /** The line's characters without its end, in their places; lines count from 1. */
  public MappedText line(int line) {
    return MappedText.of(text, start(line), end(line));
  }

  /** Offset of the line's first character. */
  public int start(int line) {
    return starts.get(line - 1);
  }

  /** Offset after the line's last character, its end not counted. */
  public int end(int line) {
    int end = next(line);
    while (end > start(line) && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return end;
  }

  /** Offset of the line after this, or the length of the text. */
  public int next(int line) {
    return line < starts.size() ? starts.get(line) : text.length();
  }

  /** The number of the line that has the character at this offset, from 1. */
  public int lineAt(int offset) {
    int low = 0;
    int high = starts.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (starts.get(middle) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low + 1;
  }

  /** The place to show for a stretch: the part of it that stands on its first line. */
  public SourceSpan span(Extent extent) {
    if (starts.isEmpty()) {
      return SourceSpan.line(file, 1, "");
    }
    int line = lineAt(extent.start());
    int column = Math.max(0, extent.start() - start(line));
    int length = Math.min(extent.end(), end(line)) - start(line) - column;
    return new SourceSpan(
        file, line, column + 1, Math.max(1, length), text.substring(start(line), end(line)));
  }

  /** The characters of a stretch, each in its place. */
  public MappedText part(Extent extent) {
    return MappedText.of(text, extent.start(), extent.end());
  }

  /** What is written in a stretch. */
  public String written(Extent extent) {
    return text.substring(extent.start(), extent.end());
  }
}
