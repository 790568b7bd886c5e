package wheelbase.wizard.screen;

import java.util.ArrayList;
import java.util.List;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.report.TerminalText;

/** Something to be told once, over the last lines of what is to be seen. */
record NoticeView(Diagnostic notice) {
  void draw(Canvas canvas) {
    List<String> lines = new ArrayList<>();
    notice
        .message()
        .lines()
        .forEach(line -> lines.addAll(wrap(canvas.harmless(line).strip(), canvas)));
    notice.hint().ifPresent(hint -> lines.addAll(wrap(canvas.harmless("hint: " + hint), canvas)));
    int shown = Math.min(lines.size(), Math.max(1, canvas.rows() / 3));
    int top = canvas.rows() - shown;
    for (int line = 0; line < shown; line++) {
      canvas.put(0, top + line, Role.PLAIN, " ".repeat(canvas.columns()));
      canvas.put(1, top + line, role(), lines.get(line));
    }
  }

  private Role role() {
    return switch (notice.severity()) {
      case ERROR -> Role.BAD;
      case WARNING -> Role.CAUTION;
      case NOTE -> Role.STRONG;
    };
  }

  /** At blanks where there are some. */
  private static List<String> wrap(String text, Canvas canvas) {
    int columns = Math.max(1, canvas.columns() - 2);
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split("\\s+")) {
      boolean first = line.isEmpty();
      int needed = TerminalText.columns(line + word) + (first ? 0 : 1);
      if (!first && needed > columns) {
        lines.add(line.toString());
        line.setLength(0);
        first = true;
      }
      line.append(first ? "" : " ").append(TerminalText.fit(word, columns));
    }
    lines.add(line.toString());
    return lines;
  }
}
