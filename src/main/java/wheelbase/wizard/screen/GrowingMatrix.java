package wheelbase.wizard.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wheelbase.platform.TargetPlatform;
import wheelbase.report.TerminalText;
import wheelbase.report.VerdictWords;
import wheelbase.wizard.Sight;

/** The packages known so far on the targets: what was learnt last is in view. */
final class GrowingMatrix {
  private static final int CELL = 6;
  private static final int BETWEEN = 2;
  private static final int HEADINGS = 3;
  private static final int LEAST_NAMES = 16;
  private static final int NAMES = 34;

  private final Sight sight;
  private final Canvas canvas;
  private final int names;
  private final List<Column> columns = new ArrayList<>();

  /**
   * A target that there is room for.
   *
   * @param heading of the targets from here on; empty where it is that of the one before
   */
  private record Column(int target, int at, String heading) {}

  GrowingMatrix(Sight sight, Canvas canvas) {
    this.sight = sight;
    this.canvas = canvas;
    int widest = LEAST_NAMES;
    for (Sight.Row row : sight.packages()) {
      widest = Math.max(widest, TerminalText.columns(canvas.harmless(title(row))));
    }
    this.names = Math.min(widest, Math.min(NAMES, canvas.columns() / 2)) + BETWEEN;
    place();
  }

  private void place() {
    boolean severalPythons =
        sight.targets().stream().map(each -> each.platform().python().series()).distinct().count()
            > 1;
    String before = "";
    int at = names;
    int clear = names;
    for (int target = 0; target < sight.targets().size(); target++) {
      TargetPlatform platform = sight.targets().get(target).platform();
      String library = (severalPythons ? platform.python().series() + " " : "") + platform.libc();
      boolean begins = !library.equals(before);
      at = begins ? Math.max(at, clear) : at;
      if (at + CELL > canvas.columns() || begins && at + library.length() > canvas.columns()) {
        return;
      }
      columns.add(new Column(target, at, begins ? library : ""));
      clear = begins ? at + library.length() + BETWEEN : clear;
      at += CELL;
      before = library;
    }
  }

  void draw() {
    if (columns.isEmpty() || canvas.rows() < HEADINGS) {
      return;
    }
    for (Column column : columns) {
      Sight.Target target = sight.targets().get(column.target());
      canvas.put(column.at(), 0, Role.STRONG, column.heading());
      canvas.put(column.at(), 1, Role.PLAIN, target.platform().architecture().engineName());
      canvas.put(column.at(), 2, role(target), state(target));
    }
    int unseen = sight.targets().size() - columns.size();
    canvas.fit(0, 1, Role.FAINT, unseen > 0 ? unseen + " more targets" : "", names - 1);
    int packages = sight.packages().size();
    canvas.fit(0, 2, Role.STRONG, packages == 1 ? "1 package" : packages + " packages", names - 1);
    int room = canvas.rows() - HEADINGS;
    Window window = Window.around(Math.max(0, sight.latest()), sight.packages().size(), room);
    for (int index = window.from(); index < window.to(); index++) {
      draw(index, HEADINGS + index - window.from());
    }
  }

  private void draw(int index, int row) {
    Sight.Row line = sight.packages().get(index);
    Role role = index == sight.latest() ? Role.STRONG : Role.PLAIN;
    canvas.fit(0, row, role, title(line), names - 1);
    for (Column column : columns) {
      Optional<VerdictWords> words = line.verdicts().get(column.target()).map(VerdictWords::of);
      canvas.put(
          column.at() + 2,
          row,
          words.map(each -> Role.valueOf(each.ink().name())).orElse(Role.FAINT),
          words.map(VerdictWords::sign).orElse(" "));
    }
  }

  private static String title(Sight.Row row) {
    return row.name() + row.version().map(each -> " " + each).orElse("");
  }

  private static Role role(Sight.Target target) {
    return switch (target.state()) {
      case CONFLICT -> Role.BAD;
      case PINNED, DONE -> Role.GOOD;
      case WAITING, RESOLVING -> Role.FAINT;
    };
  }

  /** How many packages are installed there; a target without an answer has none yet. */
  private static String state(Sight.Target target) {
    return switch (target.state()) {
      case WAITING -> "-";
      case RESOLVING -> "...";
      case PINNED, DONE -> Integer.toString(target.pins());
      case CONFLICT -> "X";
    };
  }
}
