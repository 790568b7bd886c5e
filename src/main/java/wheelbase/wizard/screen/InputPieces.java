package wheelbase.wizard.screen;

import java.util.List;
import wheelbase.report.TerminalText;
import wheelbase.wizard.TextInput;
import wheelbase.wizard.screen.Rows.Piece;

/** A line of text being typed, moved sideways so that the cursor is in view. */
final class InputPieces {
  private InputPieces() {}

  /**
   * @param room columns for it
   * @param rows where it will stand
   */
  static List<Piece> of(TextInput input, int room, Rows rows) {
    String before = input.text().substring(0, input.cursor());
    String behind = input.text().substring(input.cursor());
    String under = rows.harmless(behind.isEmpty() ? " " : input.atCursor());
    int start = 0;
    int columns = TerminalText.columns(rows.harmless(before) + under);
    while (start < before.length() && columns > Math.max(1, room)) {
      int next = before.offsetByCodePoints(start, 1);
      columns -= TerminalText.columns(rows.harmless(before.substring(start, next)));
      start = next;
    }
    return List.of(
        new Piece(Role.STRONG, before.substring(start)),
        new Piece(Role.CURSOR, under),
        new Piece(Role.STRONG, behind.substring(input.atCursor().length())));
  }
}
