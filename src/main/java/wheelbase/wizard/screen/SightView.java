package wheelbase.wizard.screen;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wheelbase.index.IndexQuestion;
import wheelbase.report.TerminalText;
import wheelbase.report.VerdictWords;
import wheelbase.wheels.VerdictClass;
import wheelbase.wizard.Sight;

/** The live screen: what is done, how far it is, and the matrix as it grows. */
final class SightView {
  private static final int LABELS = 10;
  private static final int WIDEST_BAR = 40;
  private static final int BESIDE_BAR = 44;
  private static final int ROOMY = 12;
  private static final int HIGH = 18;
  private static final String KEPT = "Esc stops; what was fetched is kept in the cache";

  private final Sight sight;
  private final Canvas canvas;
  private int row;

  /** How far something is, and what else is to be said of it. */
  private record Count(String label, int done, int all, String note) {
    String words() {
      return label + " " + done + " of " + all;
    }
  }

  private SightView(Sight sight, Canvas canvas) {
    this.sight = sight;
    this.canvas = canvas;
  }

  static void draw(Sight sight, Canvas canvas) {
    new SightView(sight, canvas).draw();
  }

  private void draw() {
    boolean roomy = canvas.rows() >= ROOMY;
    stage();
    row += roomy ? 1 : 0;
    if (roomy) {
      counts().forEach(this::bar);
    } else {
      String words = counts().map(Count::words).collect(Collectors.joining(", "));
      canvas.fit(0, row++, Role.PLAIN, words, canvas.columns());
    }
    retries();
    int waiting = canvas.rows() - 1;
    if (roomy) {
      int legend = canvas.rows() >= HIGH && !sight.packages().isEmpty() ? 1 : 0;
      Canvas rest = canvas.part(0, row + 1, canvas.columns(), waiting - 1 - row - legend);
      new GrowingMatrix(sight, rest).draw();
      if (legend == 1) {
        canvas.fit(0, waiting - 1, Role.FAINT, legend(), canvas.columns());
      }
    }
    if (row <= waiting) {
      waiting(waiting);
    }
  }

  private void stage() {
    String seconds = sight.elapsed().toSeconds() + " s";
    int room = canvas.columns() - seconds.length() - 1;
    String pythons =
        sight.targets().isEmpty() && !sight.pythons().isEmpty()
            ? ": " + String.join(", ", sight.pythons())
            : "";
    canvas.fit(0, row, Role.STRONG, sight.stage() + pythons, room);
    canvas.right(canvas.columns(), row++, Role.PLAIN, seconds);
  }

  private Stream<Count> counts() {
    return Stream.of(
            index("pages", IndexQuestion.PAGE),
            index("metadata", IndexQuestion.METADATA),
            targets(),
            index("wheels", IndexQuestion.WHEEL_CONTENTS),
            index("sdists", IndexQuestion.SDIST_CONTENTS),
            index("linkage", IndexQuestion.SHARED_OBJECTS),
            sight
                .cures()
                .map(
                    cures ->
                        new Count(
                            "cures", cures.done(), cures.all(), cures.found() + " seen to work")))
        .flatMap(Optional::stream);
  }

  private Optional<Count> index(String label, IndexQuestion question) {
    return Optional.ofNullable(sight.asked().get(question))
        .map(
            asked ->
                new Count(
                    label,
                    asked.answered(),
                    asked.asked(),
                    asked.fromCache() == 0 ? "" : asked.fromCache() + " from the cache"));
  }

  private Optional<Count> targets() {
    List<Sight.Target> targets = sight.targets();
    int resolving = count(Sight.State.RESOLVING::equals);
    int conflicts = count(Sight.State.CONFLICT::equals);
    String note =
        Stream.of(
                resolving > 0 ? resolving + " resolving" : "",
                conflicts > 0 ? conflicts + " cannot be met" : "")
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining(", "));
    int known = count(state -> state.compareTo(Sight.State.PINNED) >= 0);
    return targets.isEmpty()
        ? Optional.empty()
        : Optional.of(new Count("targets", known, targets.size(), note));
  }

  private int count(Predicate<Sight.State> counted) {
    return (int) sight.targets().stream().map(Sight.Target::state).filter(counted).count();
  }

  private void bar(Count count) {
    int width = Math.min(WIDEST_BAR, canvas.columns() - LABELS - BESIDE_BAR);
    canvas.put(0, row, Role.PLAIN, count.label());
    canvas.put(LABELS, row, Role.GOOD, Bar.of(count.done(), count.all(), width, canvas.glyphs()));
    int at = canvas.put(LABELS + width + 1, row, Role.PLAIN, count.done() + " of " + count.all());
    int note = LABELS + width + 15;
    canvas.fit(Math.max(at + 2, note), row, Role.FAINT, count.note(), canvas.columns() - note);
    row++;
  }

  private void retries() {
    if (sight.retry().isPresent() && row < canvas.rows()) {
      Sight.Retry retry = sight.retry().get();
      String times = retry.count() == 1 ? "once" : retry.count() + " times";
      String words = "asked again " + times + ", last " + retry.last();
      canvas.fit(0, row++, Role.CAUTION, words, canvas.columns());
    }
  }

  /** Of what is there so far, the worst first; what does not fit explains itself soonest. */
  private String legend() {
    Set<VerdictClass> seen = EnumSet.noneOf(VerdictClass.class);
    for (Sight.Row each : sight.packages()) {
      each.verdicts().forEach(verdict -> verdict.ifPresent(seen::add));
    }
    List<VerdictWords> words = new ArrayList<>(List.of(VerdictWords.values()));
    Collections.reverse(words);
    words.removeIf(each -> !seen.contains(each.kind()));
    String legend = "";
    for (VerdictWords each : words) {
      String longer = legend + (legend.isEmpty() ? "" : "  ") + each.sign() + " " + each.legend();
      if (longer.length() > canvas.columns()) {
        return legend;
      }
      legend = longer;
    }
    return legend;
  }

  private void waiting(int at) {
    int room = canvas.columns();
    if (sight.waitingFor().isEmpty()) {
      canvas.fit(0, at, Role.FAINT, KEPT, room);
      return;
    }
    String words = "waiting for " + String.join(", ", sight.waitingFor());
    int both = TerminalText.columns(canvas.harmless(words)) + 2 + KEPT.length();
    canvas.fit(0, at, Role.FAINT, words, room);
    if (both <= room) {
      canvas.right(room, at, Role.FAINT, KEPT);
    }
  }
}
