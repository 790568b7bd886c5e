package wheelbase.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import wheelbase.Analysis;
import wheelbase.ProjectOutline;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.report.ChangesText;

/**
 * Walks the steps with the user, for a face that shows one page at a time. One thread gives it its
 * messages; the pipeline runs on another, and its news are messages too.
 */
public final class Wizard {
  private static final Key HELP = Key.of('?');
  private static final Key QUIT = Key.of('q');

  private final Outside outside;
  private final Course course;
  private final Consumer<Message> mailbox;

  private Optional<MatrixPage> matrix = Optional.empty();
  private Optional<Answers> beforeTrying = Optional.empty();
  private Optional<LookingRun> run = Optional.empty();
  private int runs;
  private Page page;
  private boolean allKeysShown;
  private Optional<Diagnostic> notice = Optional.empty();
  private Optional<String> clipboard = Optional.empty();
  private Optional<Ending> ending = Optional.empty();

  /**
   * @param preset what the command line has answered already
   * @param mailbox where messages are put for {@link #handle}; called from any thread
   */
  public Wizard(Outside outside, Road road, Answers preset, Consumer<Message> mailbox) {
    this.outside = outside;
    this.course = new Course(outside, road, preset);
    this.mailbox = mailbox;
    this.page = form(Step.PROJECT);
  }

  /** What is to be seen. */
  public Page page() {
    return page;
  }

  public Step step() {
    return page.step();
  }

  public ProjectOutline outline() {
    return course.outline();
  }

  /** Something to be told once, below the page. */
  public Optional<Diagnostic> notice() {
    return notice;
  }

  /** Whether all keys are to be shown over the page. */
  public boolean allKeysShown() {
    return allKeysShown;
  }

  /** A text for the clipboard, given once. */
  public Optional<String> takeClipboard() {
    Optional<String> taken = clipboard;
    clipboard = Optional.empty();
    return taken;
  }

  /** How it ended; empty while it goes on. */
  public Optional<Ending> ending() {
    return ending;
  }

  /** Whether an analysis is running. */
  public boolean isLooking() {
    return run.isPresent();
  }

  /** What keys do at this moment, those of the page first. */
  public List<KeyBinding> bindings() {
    List<KeyBinding> bindings = new ArrayList<>(page.bindings());
    if (page.isTyping()) {
      bindings.add(KeyBinding.main("keys", () -> new Turn.Show(page), Key.F1));
      bindings.add(KeyBinding.main("quit", Turn.Leave::new, Key.INTERRUPT));
    } else {
      bindings.add(KeyBinding.main("keys", () -> new Turn.Show(page), HELP, Key.F1));
      bindings.add(KeyBinding.main("quit", Turn.Leave::new, QUIT, Key.INTERRUPT));
    }
    return bindings;
  }

  /** Takes what happened. */
  public void handle(Message message) {
    if (message instanceof Message.Pressed pressed) {
      press(pressed.key());
    } else if (message instanceof Message.Progressed progressed) {
      ofRun(progressed.run()).ifPresent(running -> page = LookingPage.of(running.progress()));
    } else if (message instanceof Message.Analysed analysed) {
      ofRun(analysed.run()).ifPresent(running -> finish(running, analysed.analysis()));
    } else if (message instanceof Message.Failed failed) {
      ofRun(failed.run()).ifPresent(running -> fail(running, failed.why()));
    }
  }

  /** Looks anew at the analysis that runs: time goes by where nothing else happens. */
  public void refresh() {
    run.ifPresent(running -> page = LookingPage.of(running.progress()));
  }

  /** Ends, whatever is going on. */
  public void leave() {
    stop();
    ending = ending.or(() -> Optional.of(Ending.NOTHING_WRITTEN));
  }

  private void press(Key key) {
    notice = Optional.empty();
    if (allKeysShown) {
      allKeysShown = false;
      if (!key.equals(Key.INTERRUPT)) {
        return;
      }
    }
    if (key.equals(HELP) && !page.isTyping() || key.equals(Key.F1)) {
      allKeysShown = true;
      return;
    }
    Optional<KeyBinding> bound =
        bindings().stream().filter(binding -> binding.has(key)).findFirst();
    take(bound.map(binding -> binding.action().get()).orElseGet(() -> page.typed(key)));
  }

  private void take(Turn turn) {
    keepMatrix();
    if (turn instanceof Turn.Show show) {
      page = show.page();
    } else if (turn instanceof Turn.Revise revise) {
      revise(revise);
    } else if (turn instanceof Turn.Next next) {
      course.accept(next.answers());
      step().next().ifPresent(this::enter);
    } else if (turn instanceof Turn.Back back) {
      stop();
      course.accept(back.answers());
      step().previous().ifPresent(this::enter);
    } else if (turn instanceof Turn.Visit visit) {
      visit(visit.step());
    } else if (turn instanceof Turn.Look look) {
      course.readAgain();
      look(look.offline());
    } else if (turn instanceof Turn.StopLooking) {
      stopLooking();
    } else if (turn instanceof Turn.Write write) {
      write(write.force());
    } else if (turn instanceof Turn.Save save) {
      save(save);
    } else if (turn instanceof Turn.CopyCommand) {
      clipboard = Optional.of(course.command());
      notice =
          Optional.of(Diagnostic.note("command-copied", "to the clipboard: " + course.command()));
    } else {
      leave();
    }
  }

  /** Where something was tried in the matrix, that is where the user came from. */
  private void visit(Step step) {
    stop();
    if (beforeTrying.isPresent()) {
      undo(beforeTrying.get(), "it could not be looked at: it is undone");
    } else {
      enter(step);
    }
  }

  private void stopLooking() {
    stop();
    if (beforeTrying.isPresent()) {
      undo(beforeTrying.get(), "stopped: it is undone");
    } else {
      enter(Step.TARGETS);
    }
    notice =
        Optional.of(
            Diagnostic.note("looking-stopped", "stopped; what was fetched is kept in the cache"));
  }

  private void revise(Turn.Revise revise) {
    Answers before = course.answers();
    course.accept(revise.answers());
    if (revise.page() instanceof FormPage form) {
      take(form.asking(course.situation()));
    } else {
      page = revise.page();
      keepMatrix();
      if (!course.isLookedAt()) {
        look(false);
        beforeTrying = Optional.of(before);
      }
    }
  }

  private void enter(Step step) {
    switch (step) {
      case LOOKING -> {
        if (course.isLookedAt()) {
          enter(Step.MATRIX);
        } else {
          beforeTrying = Optional.empty();
          look(false);
        }
      }
      case MATRIX -> page = matrix(List.of());
      case BASE -> page = BasePage.of(course.situation());
      case PREVIEW -> page = preview();
      case PROJECT -> {
        course.readAgain();
        page = form(step);
      }
      default -> page = form(step);
    }
  }

  private FormPage form(Step step) {
    return FormPage.of(step, course.situation(), course::names);
  }

  private void look(boolean offline) {
    stop();
    runs++;
    LookingRun started = LookingRun.start(runs, course.wanted(), offline, outside, mailbox);
    run = Optional.of(started);
    page = LookingPage.of(started.progress());
  }

  private void stop() {
    run.ifPresent(LookingRun::stop);
    run = Optional.empty();
  }

  private Optional<LookingRun> ofRun(int number) {
    return run.filter(running -> running.number() == number);
  }

  private void finish(LookingRun finished, Analysis analysis) {
    run = Optional.empty();
    if (analysis.failed()) {
      page = LookingPage.refused(finished.progress(), analysis);
      beforeTrying.ifPresent(
          before -> undo(before, "the requirements cannot be met with that: it is undone"));
      return;
    }
    List<String> changes =
        course
            .analysis()
            .filter(earlier -> beforeTrying.isPresent())
            .map(earlier -> ChangesText.sentences(earlier, analysis))
            .orElse(List.of());
    beforeTrying = Optional.empty();
    course.seen(finished.request(), analysis);
    notice = course.dropped();
    page = matrix(changes);
  }

  private void fail(LookingRun failed, Throwable why) {
    run = Optional.empty();
    page = LookingPage.failed(failed.progress(), why, failed.offline());
  }

  /** What the user looked at last in the matrix is looked at again. */
  private MatrixPage matrix(List<String> changes) {
    MatrixPage fresh = MatrixPage.of(course.situation(), changes);
    return matrix.map(fresh::like).orElse(fresh);
  }

  /** Back to the matrix as it was before something was tried there. */
  private void undo(Answers before, String why) {
    course.accept(before);
    beforeTrying = Optional.empty();
    List<String> said = new ArrayList<>(matrix.map(MatrixPage::changes).orElse(List.of()));
    said.add(why);
    page = matrix(said);
  }

  private void keepMatrix() {
    if (page instanceof MatrixPage shown) {
      matrix = Optional.of(shown);
    }
  }

  private PreviewPage preview() {
    return PreviewPage.of(course.situation(), course.preview());
  }

  private void write(boolean force) {
    Written written = course.write(force);
    ending = written.ending();
    notice = written.problem();
    if (ending.isEmpty() && page instanceof PreviewPage shown) {
      boolean isForWhatIsThere = notice.filter(PreviewPage::isForWhatIsThere).isPresent();
      page = isForWhatIsThere ? shown.refused(preview()) : preview();
      notice = notice.map(PreviewPage::inItsWords);
    }
  }

  private void save(Turn.Save save) {
    Optional<PreviewPage> asking =
        page instanceof PreviewPage shown && course.isThere(save.file())
            ? shown.askingToReplace()
            : Optional.empty();
    if (asking.isPresent()) {
      page = asking.get();
      return;
    }
    Diagnostic told = course.save(save);
    if (page instanceof PreviewPage shown) {
      page = shown.saved(told);
    }
    if (!page.isTyping()) {
      notice = Optional.of(told);
    }
  }
}
