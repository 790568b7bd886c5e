package wheelbase.wizard.screen;

import com.googlecode.lanterna.TerminalSize;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.report.TerminalText;
import wheelbase.wizard.Key;
import wheelbase.wizard.KeyBinding;
import wheelbase.wizard.Page;
import wheelbase.wizard.Step;
import wheelbase.wizard.Wizard;

/**
 * A page and what surrounds it: the title, what is to be told once, the keys. In a small window the
 * lines around the page go first, then the line of the title.
 *
 * @param project the name of its directory
 * @param bindings what keys do
 */
record Frame(String project, Page page, Optional<Diagnostic> notice, List<KeyBinding> bindings) {
  private static final int BOXED_COLUMNS = 60;
  private static final int BOXED_ROWS = 16;
  private static final int TITLED_ROWS = 8;
  private static final int LEAST_COLUMNS = 12;
  private static final int LEAST_ROWS = 3;
  private static final int NAMED_AT = 3;
  private static final String NAME = "wheelbase";

  Frame {
    bindings = List.copyOf(bindings);
  }

  static Frame of(Wizard wizard) {
    Path project = wizard.outline().project().toAbsolutePath().normalize().getFileName();
    return new Frame(
        project == null ? "/" : project.toString(),
        wizard.page(),
        wizard.notice(),
        wizard.bindings());
  }

  /** Whether a wizard may begin in such a window; once begun it puts up with less. */
  static boolean hasRoom(TerminalSize size) {
    return size.getColumns() >= BOXED_COLUMNS && size.getRows() >= BOXED_ROWS;
  }

  /** What is to be seen until the project has been read and there is a page. */
  static void drawOpening(Canvas canvas) {
    canvas.part(0, 0, canvas.columns(), canvas.rows() - 1).box(Role.FRAME);
    canvas.put(NAMED_AT, 0, Role.STRONG, " " + NAME + " ");
    canvas.put(NAMED_AT, 1, Role.FAINT, "Reading the project.");
  }

  void draw(Canvas canvas) {
    if (canvas.columns() < LEAST_COLUMNS || canvas.rows() < LEAST_ROWS) {
      canvas.put(0, 0, Role.PLAIN, "too small");
    } else if (canvas.columns() < BOXED_COLUMNS || canvas.rows() < BOXED_ROWS) {
      drawBare(canvas);
    } else {
      drawBoxed(canvas);
    }
  }

  /** What is clicked on. */
  Optional<Key> keyAt(int column, int row, TerminalSize size) {
    boolean hasHelpLine = size.getColumns() >= LEAST_COLUMNS && size.getRows() >= TITLED_ROWS;
    return hasHelpLine && row == size.getRows() - 1
        ? HelpLine.of(bindings, size.getColumns() - 2).at(column - 1)
        : Optional.empty();
  }

  private void drawBoxed(Canvas canvas) {
    int bottom = canvas.rows() - 2;
    canvas.part(0, 0, canvas.columns(), bottom + 1).box(Role.FRAME);
    String place = " " + place() + " ";
    int right = canvas.columns() - 3;
    canvas.right(right, 0, Role.STRONG, place);
    int at = canvas.put(NAMED_AT, 0, Role.STRONG, " " + NAME + " ") + 2;
    int room = right - TerminalText.columns(place) - at - 4;
    canvas.fit(at, 0, Role.PLAIN, " " + project + " ", room);
    PageViews.draw(page, canvas.part(2, 1, canvas.columns() - 4, bottom - 1));
    drawNotice(canvas.part(1, 1, canvas.columns() - 2, bottom));
    HelpLine.of(bindings, canvas.columns() - 2)
        .draw(canvas.part(1, bottom + 1, canvas.columns() - 2, 1));
  }

  private void drawBare(Canvas canvas) {
    int last = canvas.rows() - 1;
    int columns = canvas.columns();
    if (canvas.rows() < TITLED_ROWS) {
      PageViews.draw(page, canvas.part(0, 0, columns, last));
      int behind = canvas.put(0, last, Role.STRONG, shortPlace());
      HelpLine.allKeys(bindings).draw(canvas.part(behind + 2, last, columns, 1));
    } else {
      int behind = canvas.put(0, 0, Role.STRONG, shortPlace());
      canvas.fit(behind + 2, 0, Role.PLAIN, project, columns - behind - 2);
      PageViews.draw(page, canvas.part(0, 1, columns, last - 1));
      HelpLine.of(bindings, columns - 2).draw(canvas.part(1, last, columns - 2, 1));
    }
    drawNotice(canvas);
  }

  /** Over the last lines: it is gone with the next key. */
  private void drawNotice(Canvas canvas) {
    notice.ifPresent(told -> new NoticeView(told).draw(canvas));
  }

  private String place() {
    Step step = page.step();
    return step.number() + " of " + Step.count() + "  " + step.title();
  }

  private String shortPlace() {
    Step step = page.step();
    return step.number() + "/" + Step.count() + " " + step.title();
  }
}
