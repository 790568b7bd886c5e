package wheelbase.wizard.screen;

import java.util.List;
import wheelbase.report.TerminalText;
import wheelbase.wizard.TextInput;
import wheelbase.wizard.screen.Rows.Piece;

/** A line of text being typed, moved sideways so that the cursor is in view. */
final class InputPieces {
  private InputPieces() {}

  static List<Piece> of(TextInput input, int room) {
    String before = input.text().substring(0, input.cursor());
    String behind = input.text().substring(input.cursor());
    int width = behind.isEmpty() ? 0 : behind.offsetByCodePoints(0, 1);
    String under = behind.isEmpty() ? " " : behind.substring(0, width);
    while (!before.isEmpty() && columns(before) + columns(under) > Math.max(1, room)) {
      before = before.substring(before.offsetByCodePoints(0, 1));
    }
    return List.of(
        new Piece(Role.STRONG, before),
        new Piece(Role.CURSOR, under),
        new Piece(Role.STRONG, behind.substring(width)));
  }

  /** Escaped characters take the room of their escapes; without Unicode that may be more. */
  private static int columns(String text) {
    return TerminalText.columns(TerminalText.harmless(text, true));
  }
}
