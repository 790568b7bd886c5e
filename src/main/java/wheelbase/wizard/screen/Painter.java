package wheelbase.wizard.screen;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.terminal.Terminal;
import java.io.IOException;
import java.util.Optional;
import wheelbase.report.TerminalText;

/**
 * Brings a canvas to a terminal, of which it remembers what it shows: only what has changed is
 * written. lanterna's own screen would measure characters by other rules than the canvas.
 */
final class Painter {
  private final Terminal terminal;
  private final Theme theme;
  private Optional<Canvas> shown = Optional.empty();

  Painter(Terminal terminal, Theme theme) {
    this.terminal = terminal;
    this.theme = theme;
  }

  /** What the terminal shows is not known any more. */
  void forget() {
    shown = Optional.empty();
  }

  void paint(Canvas canvas) throws IOException {
    Optional<Canvas> before = shown.filter(old -> hasSizeOf(canvas, old));
    terminal.resetColorAndSGR();
    if (before.isEmpty()) {
      terminal.clearScreen();
    }
    Role role = Role.PLAIN;
    for (int row = 0; row < canvas.rows(); row++) {
      role = paintRow(canvas, before, row, role);
    }
    terminal.resetColorAndSGR();
    terminal.flush();
    shown = Optional.of(canvas);
  }

  private static boolean hasSizeOf(Canvas canvas, Canvas old) {
    return old.columns() == canvas.columns() && old.rows() == canvas.rows();
  }

  private Role paintRow(Canvas canvas, Optional<Canvas> before, int row, Role role)
      throws IOException {
    Role current = role;
    boolean inPlace = false;
    int column = 0;
    while (column < canvas.columns()) {
      Canvas.Cell cell = canvas.cell(column, row);
      int width = isContinued(canvas, column + 1, row) ? 2 : 1;
      if (isShown(canvas, before, column, row, width)) {
        inPlace = false;
      } else {
        if (!inPlace) {
          terminal.setCursorPosition(column, row);
        }
        if (cell.role() != current) {
          wear(cell.role());
          current = cell.role();
        }
        terminal.putString(cell.text());
        // Terminals disagree on the width of anything unusual: after it the place is said anew.
        inPlace = width == 1 && isUsual(cell.text());
      }
      column += width;
    }
    return current;
  }

  private static boolean isContinued(Canvas canvas, int column, int row) {
    return column < canvas.columns() && canvas.cell(column, row).text().equals(Canvas.CONTINUED);
  }

  private static boolean isShown(
      Canvas canvas, Optional<Canvas> before, int column, int row, int width) {
    return before
        .filter(
            old ->
                old.cell(column, row).equals(canvas.cell(column, row))
                    && (width == 1
                        || old.cell(column + 1, row).equals(canvas.cell(column + 1, row))))
        .isPresent();
  }

  /** One code point that every terminal gives one column: ASCII, letters of Latin, box drawing. */
  private static boolean isUsual(String cluster) {
    int point = cluster.codePointAt(0);
    return cluster.length() == 1
        && (point < 0x250 || point >= 0x2500 && point < 0x25a0)
        && TerminalText.columns(cluster) == 1;
  }

  private void wear(Role role) throws IOException {
    Theme.Look look = theme.look(role);
    terminal.resetColorAndSGR();
    for (SGR attribute : look.attributes()) {
      terminal.enableSGR(attribute);
    }
    if (look.colour() != com.googlecode.lanterna.TextColor.ANSI.DEFAULT) {
      terminal.setForegroundColor(look.colour());
    }
  }
}
