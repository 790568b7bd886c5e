package wheelbase.wizard.screen;

import java.util.Optional;
import wheelbase.index.IndexQuestion;
import wheelbase.report.Ink;
import wheelbase.report.VerdictWords;
import wheelbase.wheels.VerdictClass;
import wheelbase.wizard.Sight;

/** The live screen: what is done, how far the index is asked, the targets, the growing matrix. */
final class SightView {
  private static final int LABELS = 10;
  private static final int WIDEST_BAR = 40;
  private static final int CELL = 6;
  private static final int NAMES = 30;

  private final Sight sight;
  private final Canvas canvas;
  private int row;

  private SightView(Sight sight, Canvas canvas) {
    this.sight = sight;
    this.canvas = canvas;
  }

  static void draw(Sight sight, Canvas canvas) {
    new SightView(sight, canvas).draw();
  }

  private void draw() {
    String seconds = sight.elapsed().toSeconds() + " s";
    int room = canvas.columns() - seconds.length() - 1;
    canvas.fit(0, row, Role.STRONG, sight.stage(), room);
    canvas.right(canvas.columns(), row++, Role.PLAIN, seconds);
    boolean roomy = canvas.rows() >= 14;
    row += roomy ? 1 : 0;
    counts();
    retries();
    row += roomy ? 1 : 0;
    int below = canvas.rows() - (canvas.rows() >= 8 ? 1 : 0);
    matrix(below);
    if (below < canvas.rows()) {
      waiting(below);
    }
  }

  private void counts() {
    bar("pages", IndexQuestion.PAGE);
    bar("metadata", IndexQuestion.METADATA);
    bar("wheels", IndexQuestion.WHEEL_CONTENTS);
    bar("sdists", IndexQuestion.SDIST_CONTENTS);
    sight
        .cures()
        .ifPresent(
            cures -> bar("cures", cures.done(), cures.all(), cures.found() + " seen to work"));
  }

  private void bar(String label, IndexQuestion question) {
    Sight.Asked asked = sight.asked().get(question);
    if (asked != null) {
      bar(label, asked.answered(), asked.asked(), asked.fromCache() + " from the cache");
    }
  }

  private void bar(String label, int done, int all, String note) {
    int width = Math.min(WIDEST_BAR, canvas.columns() - LABELS - 40);
    canvas.put(0, row, Role.PLAIN, label);
    int at = LABELS;
    if (width >= 5) {
      canvas.put(at, row, Role.GOOD, Bar.of(done, all, width, canvas.glyphs()));
      at += width + 1;
    }
    String count = done + " of " + all;
    at = canvas.put(at, row, Role.PLAIN, count);
    if (at + 2 + note.length() <= canvas.columns()) {
      canvas.put(at + 2, row, Role.FAINT, note);
    }
    row++;
  }

  private void retries() {
    sight
        .retry()
        .ifPresent(
            retry ->
                canvas.fit(
                    0,
                    row++,
                    Role.CAUTION,
                    "asked again "
                        + (retry.count() == 1 ? "once" : retry.count() + " times")
                        + ", last "
                        + retry.last(),
                    canvas.columns()));
  }

  private void matrix(int below) {
    if (sight.targets().isEmpty()) {
      if (!sight.pythons().isEmpty() && row < below) {
        canvas.put(0, row, Role.PLAIN, "Python " + String.join(", ", sight.pythons()));
      }
      return;
    }
    int names = Math.min(NAMES, canvas.columns() / 2);
    SightColumns columns = SightColumns.of(sight, (canvas.columns() - names) / CELL);
    if (below - row < 5) {
      states(below);
      return;
    }
    columns.head(canvas.part(names, row, canvas.columns() - names, 3), CELL);
    row += 3;
    Window window =
        Window.around(Math.max(0, sight.latest()), sight.packages().size(), below - row);
    for (int index = window.from(); index < window.to(); index++, row++) {
      Sight.Row line = sight.packages().get(index);
      String title = line.name() + line.version().map(each -> " " + each).orElse("");
      canvas.fit(0, row, index == sight.latest() ? Role.STRONG : Role.PLAIN, title, names - 1);
      int at = names;
      for (int column : columns.shown()) {
        Optional<VerdictClass> verdict = line.verdicts().get(column);
        Cell cell = Cell.of(verdict, canvas.glyphs());
        canvas.put(at + 2, row, cell.role(), cell.sign());
        at += CELL;
      }
    }
  }

  private record Cell(Role role, String sign) {
    static Cell of(Optional<VerdictClass> verdict, Glyphs glyphs) {
      return verdict
          .map(VerdictWords::of)
          .map(words -> new Cell(SightView.roleOf(words.ink()), words.sign()))
          .orElse(new Cell(Role.FAINT, glyphs.more()));
    }
  }

  private static Role roleOf(Ink ink) {
    return Role.valueOf(ink.name());
  }

  /** The targets in one line, where there is no room for the matrix. */
  private void states(int below) {
    long done =
        sight.targets().stream()
            .filter(target -> target.state().compareTo(Sight.State.PINNED) >= 0)
            .count();
    if (row < below) {
      canvas.fit(
          0,
          row++,
          Role.PLAIN,
          "targets "
              + done
              + " of "
              + sight.targets().size()
              + ", packages "
              + sight.packages().size(),
          canvas.columns());
    }
  }

  private void waiting(int at) {
    String words =
        sight.waitingFor().isEmpty()
            ? "Esc stops; what was fetched is kept in the cache"
            : "waiting for " + String.join(", ", sight.waitingFor());
    canvas.fit(0, at, Role.FAINT, words, canvas.columns());
  }
}
