package wheelbase.wizard.screen;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.report.TerminalText;
import wheelbase.wizard.PreviewPage;
import wheelbase.wizard.PreviewTab;
import wheelbase.wizard.PreviewTask;
import wheelbase.wizard.screen.Rows.Piece;

/** A file with what is to be known of it, and what is done with it. */
final class PreviewView implements PageView<PreviewPage> {
  private static final int BESIDE = 98;
  private static final int LOW = 8;
  private static final int HIGH = 12;

  @Override
  public void draw(PreviewPage page, Canvas canvas) {
    if (canvas.rows() < LOW) {
      drawLow(page, canvas);
      return;
    }
    drawTabs(page, canvas);
    int row = 1 + drawWorst(page, canvas, 1);
    int below = canvas.rows();
    if (canvas.rows() >= HIGH) {
      below--;
      int at = canvas.put(0, below, Role.FAINT, "the same again: ");
      canvas.cut(at, below, Role.PLAIN, page.preview().command(), canvas.columns() - at);
    }
    if (canvas.columns() >= BESIDE) {
      int left = canvas.columns() * 2 / 3;
      canvas.rule(row, Role.FRAME);
      FileView.draw(page, canvas.part(0, row + 1, left, below - row - 2));
      int behind = left + 2;
      Canvas side = canvas.part(behind, row + 1, canvas.columns() - behind, below - row - 2);
      words(page, side).draw(side, 0);
      for (int line = row + 1; line < below - 1; line++) {
        canvas.put(left, line, Role.FRAME, canvas.glyphs().vertical());
      }
      canvas.rule(below - 1, Role.FRAME);
    } else {
      drawAbove(page, canvas.part(0, row, canvas.columns(), below - row));
    }
  }

  /** Only the file, or only what is asked. */
  private static void drawLow(PreviewPage page, Canvas canvas) {
    if (page.task() instanceof PreviewTask.Reading) {
      FileView.draw(page, canvas);
    } else {
      words(page, canvas).draw(canvas, 0);
    }
  }

  private static void drawAbove(PreviewPage page, Canvas canvas) {
    boolean isAsked = !(page.task() instanceof PreviewTask.Reading);
    int least = Math.max(2, canvas.rows() / 6);
    int most = isAsked ? Math.max(least, canvas.rows() / 2) : least;
    int pane = Math.min(most, Math.max(least, words(page, canvas).count()));
    int file = canvas.rows() - pane - 1;
    FileView.draw(page, canvas.part(0, 0, canvas.columns(), file));
    canvas.rule(file, Role.FRAME);
    Canvas below = canvas.part(0, file + 1, canvas.columns(), pane);
    Rows words = words(page, below);
    words.draw(below, 0);
    if (words.count() > pane) {
      below.right(below.columns(), pane - 1, Role.FAINT, " " + below.glyphs().more());
    }
  }

  /** All titles, or as many as fit around the one that is looked at. */
  private static void drawTabs(PreviewPage page, Canvas canvas) {
    List<PreviewTab> tabs = page.tabs();
    int from = 0;
    while (from < page.place().tab() && width(tabs, from, page.place().tab()) > canvas.columns()) {
      from++;
    }
    int at = 0;
    for (int tab = from; tab < tabs.size(); tab++) {
      boolean here = tab == page.place().tab();
      String title = tabs.get(tab).title();
      if (!here && at + TerminalText.columns(canvas.harmless(title)) > canvas.columns()) {
        break;
      }
      String shown = here ? "[" + title + "]" : title;
      at = canvas.fit(at, 0, here ? Role.STRONG : Role.PLAIN, shown, canvas.columns() - at) + 2;
    }
    String state = page.tab().state();
    if (at + state.length() <= canvas.columns()) {
      canvas.right(canvas.columns(), 0, Role.FAINT, state);
    }
  }

  private static int width(List<PreviewTab> tabs, int from, int to) {
    return tabs.subList(from, to + 1).stream()
        .mapToInt(tab -> TerminalText.columns(TerminalText.harmless(tab.title(), true)) + 2)
        .sum();
  }

  /**
   * The worst thing to be known before building.
   *
   * @return how many rows it takes
   */
  private static int drawWorst(PreviewPage page, Canvas canvas, int row) {
    Optional<Diagnostic> worst = page.worst();
    if (worst.isEmpty() || page.tab().kind() == PreviewTab.Kind.SUMMARY) {
      return 0;
    }
    int others = page.diagnostics().size() - 1;
    String more = others == 0 ? "" : " (and " + others + " more)";
    String severity = worst.get().severity().name().toLowerCase(Locale.ROOT);
    String message = severity + ": " + worst.get().message() + more;
    canvas.cut(0, row, role(worst.get()), message, canvas.columns());
    return 1;
  }

  private static Role role(Diagnostic diagnostic) {
    return switch (diagnostic.severity()) {
      case ERROR -> Role.BAD;
      case WARNING -> Role.CAUTION;
      case NOTE -> Role.PLAIN;
    };
  }

  private static void putProblem(Diagnostic problem, Rows rows) {
    rows.message(0, Role.BAD, problem.message());
    problem.hint().ifPresent(hint -> rows.words(0, Role.PLAIN, "hint: " + hint));
  }

  /** What is asked, else the reasons of the line under the cursor. */
  private static Rows words(PreviewPage page, Canvas canvas) {
    Rows rows = new Rows(canvas.columns(), canvas.glyphs());
    if (page.task() instanceof PreviewTask.Replacing) {
      return rows.words(0, Role.STRONG, page.question());
    }
    if (page.task() instanceof PreviewTask.Naming naming) {
      rows.words(0, Role.PLAIN, naming.label());
      rows.line(InputPieces.of(naming.input(), canvas.columns() - 1, rows).toArray(Piece[]::new));
      naming.problem().ifPresent(problem -> putProblem(problem, rows));
      return rows;
    }
    page.reasons().forEach(reason -> rows.words(0, Role.PLAIN, reason));
    return rows;
  }
}
