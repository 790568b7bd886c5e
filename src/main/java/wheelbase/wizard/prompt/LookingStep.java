package wheelbase.wizard.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wheelbase.Analysis;
import wheelbase.diagnostic.Wording;
import wheelbase.index.IndexException;
import wheelbase.report.ChangesText;
import wheelbase.report.FailureText;
import wheelbase.report.ThrownText;
import wheelbase.wizard.Course;
import wheelbase.wizard.Step;

/** Looks at the project, which can be stopped, and says what came of it. */
final class LookingStep {
  private final Course course;
  private final Speech speech;

  /** What the user wants where it failed. */
  private enum Choice {
    RETRY,
    OFFLINE,
    TARGETS
  }

  LookingStep(Course course, Speech speech) {
    this.course = course;
    this.speech = speech;
  }

  Going go() {
    return course.isLookedAt() ? Going.to(Step.MATRIX) : look(false);
  }

  private Going look(boolean offline) {
    speech.heading(Step.LOOKING);
    speech.say("Ctrl-C stops it and goes back to the targets.");
    Optional<Analysis> before = course.analysis();
    Analysis analysis;
    speech.onInterrupt(Optional.of(Thread.currentThread()::interrupt));
    try {
      analysis = course.look(offline, new ProgressLines(speech));
    } catch (InterruptedException stopped) {
      speech.sentence("Stopped; what was fetched is kept in the cache");
      return Going.to(Step.TARGETS);
    } catch (RuntimeException | Error why) {
      return failed(why);
    } finally {
      speech.onInterrupt(Optional.empty());
      Thread.interrupted();
    }
    if (analysis.failed()) {
      return refused(analysis);
    }
    speech.sentence("Done, " + Wording.count(analysis.packages().size(), "package"));
    course.dropped().ifPresent(speech::problem);
    before.ifPresent(earlier -> sayWhatChanged(earlier, analysis));
    return Going.to(Step.MATRIX);
  }

  private void sayWhatChanged(Analysis before, Analysis after) {
    speech.blank();
    speech.say("What changed:");
    ChangesText.sentences(before, after).forEach(speech::sentence);
  }

  private Going refused(Analysis analysis) {
    speech.blank();
    speech.text(new FailureText(speech.style()).of(analysis, Optional.empty()));
    return choose(Step.PROJECT, true, false);
  }

  private Going failed(Throwable why) {
    speech.blank();
    speech.problem(ThrownText.diagnostic(why));
    return choose(Step.TARGETS, false, ThrownText.cause(why) instanceof IndexException);
  }

  private Going choose(Step back, boolean targets, boolean offline) {
    List<Choice> chosen = new ArrayList<>();
    List<Command> commands = new ArrayList<>();
    commands.add(command("retry", "looks again", Choice.RETRY, chosen));
    if (offline) {
      commands.add(command("offline", "looks again, in the cache alone", Choice.OFFLINE, chosen));
    }
    if (targets) {
      commands.add(command("targets", "goes back to the targets", Choice.TARGETS, chosen));
    }
    Way way = new Menu("What now", commands).ask(speech);
    if (way != Way.ON) {
      return way == Way.BACK ? Going.back(back) : Going.leave();
    }
    return chosen.get(0) == Choice.TARGETS
        ? Going.to(Step.TARGETS)
        : look(chosen.get(0) == Choice.OFFLINE);
  }

  private static Command command(String name, String help, Choice choice, List<Choice> chosen) {
    return Command.of(
        name,
        help,
        () -> {
          chosen.add(choice);
          return Way.ON;
        });
  }
}
