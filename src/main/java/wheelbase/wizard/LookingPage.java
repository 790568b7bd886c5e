package wheelbase.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wheelbase.Analysis;
import wheelbase.index.IndexException;
import wheelbase.report.DiagnosticText;
import wheelbase.report.FailureText;
import wheelbase.report.Style;
import wheelbase.report.ThrownText;

/**
 * The analysis while it runs, or what became of it.
 *
 * @param refused the analysis of a project whose requirements cannot be read or met
 * @param failure why there is no analysis at all
 * @param offline whether only the cache was asked
 * @param traced whether it is shown where a failure happened
 * @param top the line of the explanation that is to be seen first
 */
public record LookingPage(
    Sight sight,
    Optional<Analysis> refused,
    Optional<Throwable> failure,
    boolean offline,
    boolean traced,
    int top)
    implements Page {
  private static final int SCROLLED = 5;

  static LookingPage of(Sight sight) {
    return new LookingPage(sight, Optional.empty(), Optional.empty(), false, false, 0);
  }

  static LookingPage refused(Sight sight, Analysis analysis) {
    return new LookingPage(sight, Optional.of(analysis), Optional.empty(), false, false, 0);
  }

  static LookingPage failed(Sight sight, Throwable why, boolean offline) {
    return new LookingPage(sight, Optional.empty(), Optional.of(why), offline, false, 0);
  }

  @Override
  public Step step() {
    return Step.LOOKING;
  }

  /** Whether it goes on. */
  public boolean isRunning() {
    return refused.isEmpty() && failure.isEmpty();
  }

  /** Why it does not go on, in the words of the command line; empty while it does. */
  public String explanation(int columns, boolean unicode) {
    Style style = new Style(Math.max(40, columns), false, unicode);
    return refused
        .map(analysis -> new FailureText(style).of(analysis, Optional.empty()))
        .or(() -> failure.map(why -> explanation(why, style)))
        .orElse("");
  }

  private String explanation(Throwable why, Style style) {
    String words = new DiagnosticText(style).of(ThrownText.diagnostic(why).withHint(hint()));
    return traced ? words + "\n" + ThrownText.trace(why) : words;
  }

  private String hint() {
    if (!indexFailed()) {
      return "please report it with the requirements; `t` shows where it happened";
    }
    return offline
        ? "`r` asks the index"
        : "`r` asks again, `o` goes on with the answers of earlier runs, kept in the cache";
  }

  private boolean indexFailed() {
    return failure.filter(why -> ThrownText.cause(why) instanceof IndexException).isPresent();
  }

  @Override
  public List<KeyBinding> bindings() {
    if (isRunning()) {
      return List.of(KeyBinding.main("stop", Turn.StopLooking::new, Key.ESCAPE));
    }
    List<KeyBinding> bindings = new ArrayList<>();
    bindings.add(KeyBinding.main("look again", () -> new Turn.Look(false), Key.of('r')));
    if (indexFailed() && !offline) {
      bindings.add(KeyBinding.main("offline", () -> new Turn.Look(true), Key.of('o')));
    }
    if (refused.isPresent()) {
      bindings.add(
          KeyBinding.main(
              "back to the project", () -> new Turn.Visit(Step.PROJECT), Key.of('b'), Key.ESCAPE));
      bindings.add(KeyBinding.main("targets", () -> new Turn.Visit(Step.TARGETS), Key.of('t')));
    } else {
      bindings.add(
          KeyBinding.main("back", () -> new Turn.Visit(Step.TARGETS), Key.of('b'), Key.ESCAPE));
    }
    if (failure.isPresent() && !indexFailed()) {
      bindings.add(
          KeyBinding.main(
              traced ? "hide the trace" : "show the trace",
              () -> new Turn.Show(new LookingPage(sight, refused, failure, offline, !traced, 0)),
              Key.of('t')));
    }
    bindings.add(
        KeyBinding.further("scroll down", () -> scroll(SCROLLED), Key.PAGE_DOWN, Key.DOWN));
    bindings.add(KeyBinding.further("scroll up", () -> scroll(-SCROLLED), Key.PAGE_UP, Key.UP));
    return bindings;
  }

  private Turn scroll(int lines) {
    long last = explanation(Style.PLAIN.width(), true).lines().count() - 1;
    int there = (int) Math.max(0, Math.min(top + lines, last));
    return new Turn.Show(new LookingPage(sight, refused, failure, offline, traced, there));
  }
}
