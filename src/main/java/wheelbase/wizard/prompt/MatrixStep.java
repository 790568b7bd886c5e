package wheelbase.wizard.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wheelbase.Analysis;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Spelling;
import wheelbase.report.MatrixText;
import wheelbase.report.WheelsText;
import wheelbase.report.WhyText;
import wheelbase.survey.PackageAnalysis;
import wheelbase.wizard.Course;
import wheelbase.wizard.Questionnaire;
import wheelbase.wizard.Step;
import wheelbase.wizard.Topic;

/** What there is a wheel of and what not, why, and which cures are taken. */
final class MatrixStep {
  private final Course course;
  private final Speech speech;
  private final Analysis analysis;

  MatrixStep(Course course, Speech speech) {
    this.course = course;
    this.speech = speech;
    this.analysis = course.analysis().orElseThrow();
  }

  Going go() {
    speech.heading(Step.MATRIX);
    speech.text(new MatrixText(speech.style()).of(analysis));
    Prompt prompt =
        Questionnaire.question(Topic.CURES, course.situation()).isPresent()
            ? new QuestionPrompt(Step.MATRIX, Topic.CURES, course, commands())
            : new Menu("Matrix", withNext());
    return switch (prompt.ask(speech)) {
      case BACK -> Going.back(Step.TARGETS);
      case QUIT -> Going.leave();
      default -> Going.to(course.isLookedAt() ? Step.BASE : Step.LOOKING);
    };
  }

  private List<Command> withNext() {
    List<Command> commands = new ArrayList<>();
    commands.add(Command.of("next", "goes on to the base image", () -> Way.ON));
    commands.addAll(commands());
    return commands;
  }

  private List<Command> commands() {
    return List.of(
        new Command("why", "NAME", "says all that is known of a package", this::names, this::why),
        Command.of("all", "shows every package on every target, as a table", this::all));
  }

  private List<String> names() {
    return analysis.packages().stream().map(each -> each.name().value()).toList();
  }

  private Way why(String typed) {
    Optional<PackageAnalysis> wanted =
        analysis.packages().stream()
            .filter(each -> each.name().value().equals(normalised(typed)))
            .findFirst();
    if (wanted.isEmpty()) {
      Diagnostic unknown =
          Diagnostic.error("unknown-package", "the matrix has no package `" + typed + "`");
      String question = Spelling.question(typed, names());
      speech.problem(question.isEmpty() ? unknown : unknown.withHint(question));
      return Way.MEND;
    }
    speech.text(new WhyText(speech.style()).of(analysis, wanted.get().name()));
    return Way.AGAIN;
  }

  /** PEP 503: runs of these characters are one hyphen, and case does not matter. */
  private static String normalised(String typed) {
    return typed.replaceAll("[-_.]+", "-").toLowerCase(Locale.ROOT);
  }

  private Way all() {
    speech.text(new WheelsText(speech.style()).of(analysis, false));
    return Way.AGAIN;
  }
}
