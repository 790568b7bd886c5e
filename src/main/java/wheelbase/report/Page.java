package wheelbase.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Text being laid out. Whatever is put on a page is made harmless first and never leaves its width.
 */
public final class Page {
  private final Style style;
  private final StringBuilder text = new StringBuilder();

  public Page(Style style) {
    this.style = style;
  }

  /** An empty line, but never two in a row nor one at the top. */
  public Page blank() {
    if (!text.isEmpty() && text.lastIndexOf("\n\n") != text.length() - 2) {
      text.append('\n');
    }
    return this;
  }

  /** Begins a line; {@link Line#end} puts it on the page. */
  public Line line(int indent) {
    return new Line(indent);
  }

  /** A line of one piece. */
  public Page line(int indent, String words) {
    return line(indent).put(words).end();
  }

  /**
   * Words, wrapped where they are wider than the page.
   *
   * @param label what the first line begins with, after the indent
   * @param hanging where the words begin, in columns; the label has room before it
   */
  public Page paragraph(int indent, String label, int hanging, Ink ink, String words) {
    return paragraph(indent, label, hanging, Ink.STRONG, ink, words);
  }

  Page paragraph(int indent, String label, int hanging, Ink labelInk, Ink ink, String words) {
    if (hanging > style.width() * 2 / 3 && hanging > indent + 4) {
      // On so narrow a page there is no room beside the label.
      paragraph(indent, "", indent, labelInk, label);
      return words.isEmpty() ? this : paragraph(indent + 4, "", indent + 4, ink, words);
    }
    Line line = line(indent).put(labelInk, label).to(hanging);
    int room = style.width() - line.columns;
    if (TerminalText.columns(harmless(words)) <= room) {
      return line.put(ink, words).end();
    }
    StringBuilder wrapped = new StringBuilder();
    for (String word : harmless(words).strip().split(" +")) {
      int needed = TerminalText.columns(wrapped + " " + word);
      boolean roomBelow = room < style.width() - hanging;
      if ((!wrapped.isEmpty() || roomBelow) && needed > room) {
        line.put(ink, wrapped.toString()).end();
        line = line(hanging);
        room = style.width() - hanging;
        wrapped.setLength(0);
      }
      wrapped.append(wrapped.isEmpty() ? "" : " ").append(word);
    }
    return line.put(ink, wrapped.toString()).end();
  }

  public Page paragraph(int indent, String words) {
    return paragraph(indent, "", indent, Ink.PLAIN, words);
  }

  /** A line of a file that is shown as it is, however long. */
  public Page uncut(Ink ink, String line) {
    String shown = harmless(line);
    text.append(style.colour() ? ink.paint(shown) : shown).append('\n');
    return this;
  }

  public Page uncut(String line) {
    return uncut(Ink.PLAIN, line);
  }

  public int width() {
    return style.width();
  }

  /** What the text is when it is shown. */
  String harmless(String words) {
    return TerminalText.harmless(words, style.unicode());
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private record Piece(Ink ink, String text) {}

  /** One line being written, from left to right. */
  public final class Line {
    private final List<Piece> pieces = new ArrayList<>();
    private int columns;

    private Line(int indent) {
      put(" ".repeat(indent));
    }

    public Line put(String words) {
      return put(Ink.PLAIN, words);
    }

    public Line put(Ink ink, String words) {
      String shown = harmless(words);
      pieces.add(new Piece(ink, shown));
      columns += TerminalText.columns(shown);
      return this;
    }

    /** In at most so many columns, cut in the middle. */
    public Line fit(Ink ink, String words, int room) {
      return put(ink, TerminalText.fit(harmless(words), room));
    }

    /** Right-aligned in so many columns. */
    public Line right(Ink ink, String words, int room) {
      String shown = harmless(words);
      return put(" ".repeat(Math.max(0, room - TerminalText.columns(shown)))).put(ink, shown);
    }

    /** Goes on at a column; where the line is already there, after two blanks. */
    public Line to(int column) {
      if (columns > 0 && columns > column - 1 && !atIndent()) {
        return put("  ");
      }
      return put(" ".repeat(Math.max(0, column - columns)));
    }

    private boolean atIndent() {
      return pieces.stream().allMatch(piece -> piece.text().isBlank());
    }

    /** Puts the line on the page. */
    public Page end() {
      if (columns > style.width()) {
        cut();
      }
      StringBuilder line = new StringBuilder();
      for (Piece piece : withoutTrailingBlanks()) {
        line.append(style.colour() ? piece.ink().paint(piece.text()) : piece.text());
      }
      text.append(line).append('\n');
      return Page.this;
    }

    /** Takes what is too much from the middle of the longest pieces. */
    private void cut() {
      while (columns > style.width()) {
        Piece longest =
            Collections.max(
                pieces, Comparator.comparing(piece -> TerminalText.columns(piece.text())));
        int length = TerminalText.columns(longest.text());
        int room = Math.max(3, length - (columns - style.width()));
        if (room >= length) {
          return;
        }
        Piece shorter = new Piece(longest.ink(), TerminalText.fit(longest.text(), room));
        pieces.set(pieces.indexOf(longest), shorter);
        columns -= length - TerminalText.columns(shorter.text());
      }
    }

    private List<Piece> withoutTrailingBlanks() {
      int last = pieces.size();
      while (last > 0 && pieces.get(last - 1).text().isBlank()) {
        last--;
      }
      List<Piece> kept = new ArrayList<>(pieces.subList(0, last));
      if (last > 0) {
        Piece end = kept.get(last - 1);
        kept.set(last - 1, new Piece(end.ink(), end.text().stripTrailing()));
      }
      return kept;
    }
  }
}
