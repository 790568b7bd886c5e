package wheelbase.wizard.screen;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * A canvas as an SVG picture of a terminal, light or dark as the reader's own things are. Each text
 * is as wide as its cells whatever the font, lines are lines and bars are bars, so that they join.
 */
final class SvgPicture {
  private static final int WIDTH = 9;
  private static final int HEIGHT = 20;
  private static final int BASELINE = 15;
  private static final int MARGIN = 14;

  /** Character by character: to which sides a line goes from the middle of its cell. */
  private static final Map<String, String> LINES =
      Map.ofEntries(
          Map.entry("─", "lr"),
          Map.entry("│", "ud"),
          Map.entry("┌", "rd"),
          Map.entry("┐", "ld"),
          Map.entry("└", "ru"),
          Map.entry("┘", "lu"),
          Map.entry("├", "udr"),
          Map.entry("┤", "udl"),
          Map.entry("┬", "lrd"),
          Map.entry("┴", "lru"),
          Map.entry("┼", "lrud"));

  private final Canvas canvas;
  private final Theme theme;
  private final Map<Role, StringBuilder> lines = new EnumMap<>(Role.class);
  private final StringBuilder shapes = new StringBuilder();
  private final StringBuilder texts = new StringBuilder();

  private SvgPicture(Canvas canvas, Theme theme) {
    this.canvas = canvas;
    this.theme = theme;
  }

  /**
   * @param title what is to be seen, for those who do not see it
   */
  static String of(Canvas canvas, Theme theme, String title) {
    SvgPicture picture = new SvgPicture(canvas, theme);
    for (int row = 0; row < canvas.rows(); row++) {
      picture.draw(row);
    }
    return picture.svg(title);
  }

  private void draw(int row) {
    int column = 0;
    while (column < canvas.columns()) {
      String text = canvas.cell(column, row).text();
      Role role = canvas.cell(column, row).role();
      if (isReversed(role)) {
        shapes.append(rectangle("ink", left(column), top(row), WIDTH, HEIGHT));
      }
      if (LINES.containsKey(text)) {
        line(column, row, LINES.get(text));
        column++;
      } else if (Glyphs.UNICODE.bar().contains(text)) {
        double width = WIDTH * (Glyphs.UNICODE.bar().indexOf(text) + 1) / 8.0;
        shapes.append(rectangle(classes(role), left(column), top(row) + 3, width, HEIGHT - 6));
        column++;
      } else if (text.equals(" ")) {
        column++;
      } else {
        column = text(column, row);
      }
    }
  }

  private void line(int column, int row, String sides) {
    StringBuilder path =
        lines.computeIfAbsent(canvas.cell(column, row).role(), role -> new StringBuilder());
    double x = left(column) + WIDTH / 2.0;
    int y = top(row) + HEIGHT / 2;
    for (char side : sides.toCharArray()) {
      path.append('M').append(number(x)).append(' ').append(y);
      path.append(
          switch (side) {
            case 'l' -> "H" + left(column);
            case 'r' -> "H" + left(column + 1);
            case 'u' -> "V" + top(row);
            default -> "V" + top(row + 1);
          });
    }
  }

  /** From here as far as the text looks the same, over single blanks. Returns where it ends. */
  private int text(int from, int row) {
    Role role = canvas.cell(from, row).role();
    StringBuilder text = new StringBuilder();
    int column = from;
    boolean wide = isWide(column, row);
    do {
      text.append(canvas.cell(column, row).text());
      if (isReversed(role) && column > from) {
        shapes.append(rectangle("ink", left(column), top(row), WIDTH, HEIGHT));
      }
      column++;
    } while (column < canvas.columns() && goesOn(column, row, role, wide));
    int blanks = text.length() - text.toString().stripTrailing().length();
    texts.append(
        String.format(
            Locale.ROOT,
            "<text class=\"%s\" x=\"%d\" y=\"%d\" textLength=\"%d\">%s</text>%n",
            isReversed(role) ? "paper" : classes(role),
            left(from),
            top(row) + BASELINE,
            (column - from - blanks) * WIDTH,
            escaped(text.toString().stripTrailing())));
    return column;
  }

  private boolean goesOn(int column, int row, Role role, boolean wide) {
    Canvas.Cell cell = canvas.cell(column, row);
    if (wide || isWide(column, row)) {
      return cell.text().equals(Canvas.CONTINUED);
    }
    boolean blank =
        cell.text().equals(" ")
            && (column + 1 == canvas.columns() || canvas.cell(column + 1, row).text().equals(" "));
    return cell.role() == role
        && !blank
        && !LINES.containsKey(cell.text())
        && !Glyphs.UNICODE.bar().contains(cell.text());
  }

  private boolean isWide(int column, int row) {
    return column + 1 < canvas.columns()
        && canvas.cell(column + 1, row).text().equals(Canvas.CONTINUED);
  }

  private boolean isReversed(Role role) {
    return theme.look(role).attributes().contains(SGR.REVERSE);
  }

  private String svg(String title) {
    int width = canvas.columns() * WIDTH + 2 * MARGIN;
    int height = canvas.rows() * HEIGHT + 2 * MARGIN;
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                + " height=\"%d\" role=\"img\" aria-label=\"%s\">%n",
            width,
            height,
            width,
            height,
            escaped(title)));
    svg.append("<title>").append(escaped(title)).append("</title>\n<style>\n");
    svg.append(styles()).append("</style>\n");
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"window\" x=\"0.5\" y=\"0.5\" width=\"%d\" height=\"%d\" rx=\"8\"/>%n",
            width - 1,
            height - 1));
    svg.append(shapes);
    lines.forEach(
        (role, path) ->
            svg.append(String.format("<path class=\"line %s\" d=\"%s\"/>%n", classes(role), path)));
    return svg.append(texts).append("</svg>\n").toString();
  }

  private String styles() {
    StringBuilder css =
        new StringBuilder(
            """
            text { font: 15px ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", \
            "Liberation Mono", monospace; white-space: pre }
            .window { fill: #fff; stroke: #d0d7de }
            .ink { fill: #1f2328 }
            .line.ink { stroke: #1f2328 }
            .paper { fill: #fff }
            """);
    StringBuilder colours = new StringBuilder();
    for (Role role : Role.values()) {
      Theme.Look look = theme.look(role);
      if (look.colour() instanceof TextColor.Indexed colour) {
        String rgb =
            String.format("#%02x%02x%02x", colour.getRed(), colour.getGreen(), colour.getBlue());
        String style = ".%1$s { fill: %2$s }%n.line.%1$s { stroke: %2$s }%n";
        colours.append(String.format(style, name(role), rgb));
      }
      if (look.attributes().contains(SGR.BOLD)) {
        colours.append(String.format(".%s { font-weight: bold }%n", name(role)));
      }
    }
    css.append(
        """
        @media (prefers-color-scheme: dark) {
          .window { fill: #0d1117; stroke: #30363d }
          .ink { fill: #e6edf3 }
          .line.ink { stroke: #e6edf3 }
          .paper { fill: #0d1117 }
        }
        """);
    return css.append(colours).append(".line { fill: none }\n").toString();
  }

  private static String name(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  /** The class of the role, and of what has no colour of its own. */
  private String classes(Role role) {
    boolean coloured = theme.look(role).colour() instanceof TextColor.Indexed;
    return coloured ? name(role) : name(role) + " ink";
  }

  private static String rectangle(String style, int x, int y, double width, int height) {
    return String.format(
        Locale.ROOT,
        "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%s\" height=\"%d\"/>%n",
        style,
        x,
        y,
        number(width),
        height);
  }

  private static int left(int column) {
    return MARGIN + column * WIDTH;
  }

  private static int top(int row) {
    return MARGIN + row * HEIGHT;
  }

  private static String number(double number) {
    return Double.toString(number).replaceAll("\\.0$", "");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
