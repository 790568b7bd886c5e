package wheelbase.wizard.screen;

import java.util.List;

/**
 * The characters that lines and bars are drawn with.
 *
 * @param bar parts of a column from an eighth to the whole, thinnest first
 */
public record Glyphs(
    boolean unicode,
    String horizontal,
    String vertical,
    String topLeft,
    String topRight,
    String bottomLeft,
    String bottomRight,
    String teeLeft,
    String teeRight,
    String cursor,
    String more,
    List<String> bar) {
  /** For terminals that show more than ASCII. */
  public static final Glyphs UNICODE =
      new Glyphs(
          true,
          "─",
          "│",
          "┌",
          "┐",
          "└",
          "┘",
          "├",
          "┤",
          "▸",
          "…",
          List.of("▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"));

  /** For {@code LANG=C}. */
  public static final Glyphs ASCII =
      new Glyphs(false, "-", "|", "+", "+", "+", "+", "+", "+", ">", "~", List.of("#"));
}
