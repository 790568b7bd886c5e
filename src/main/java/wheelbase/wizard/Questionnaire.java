package wheelbase.wizard;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import wheelbase.diagnostic.Diagnostic;

/** What is asked at each step, given what is known: the one list for all faces. */
public final class Questionnaire {
  /** The steps whose questions depend on what was looked at. */
  private static final List<Step> AFTER_LOOKING = List.of(Step.BASE, Step.APPLICATION);

  private Questionnaire() {}

  /** The questions of a step, in their order. */
  public static List<Question> questions(Step step, Situation situation) {
    return switch (step) {
      case PROJECT -> new ProjectQuestions(situation).all();
      case TARGETS -> new TargetQuestions(situation).all();
      case MATRIX -> new CureQuestions(situation).all();
      case BASE -> new BaseQuestions(situation).all();
      case APPLICATION -> new ApplicationQuestions(situation).all();
      case OPTIONS -> OptionQuestions.all();
      case LOOKING, PREVIEW -> List.of();
    };
  }

  /** The question of a topic; empty where it is not asked now. */
  public static Optional<Question> question(Topic topic, Situation situation) {
    return questions(topic.step(), situation).stream()
        .filter(question -> question.topic() == topic)
        .findFirst();
  }

  /**
   * The answers without those that the analysis does not admit any more: a base that was not looked
   * at, workers of what has none. A base is named by its whole tag from then on.
   */
  public static Answers stillFitting(Situation situation) {
    Answers fitting = situation.answers();
    for (Topic topic : Topic.values()) {
      if (fitting.to(topic).isPresent() && AFTER_LOOKING.contains(topic.step())) {
        Answers asked = fitting;
        fitting =
            question(topic, situation.with(fitting))
                .filter(question -> question.problem(asked).isEmpty())
                .map(question -> settled(topic, situation, asked))
                .orElse(fitting.without(topic));
      }
    }
    return fitting;
  }

  /** What was said once and does not fit what is known now. */
  public static Optional<Diagnostic> dropped(Answers before, Answers after) {
    String topics =
        Arrays.stream(Topic.values())
            .filter(topic -> before.to(topic).isPresent() && after.to(topic).isEmpty())
            .map(topic -> topic.id() + " " + String.join(", ", before.to(topic).orElseThrow()))
            .collect(Collectors.joining("; "));
    return topics.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Diagnostic.note(
                "answers-dropped", "does not fit any more, and is as usual again: " + topics));
  }

  private static Answers settled(Topic topic, Situation situation, Answers answers) {
    return topic != Topic.BASE
        ? answers
        : answers
            .one(topic)
            .flatMap(new BaseQuestions(situation)::settled)
            .map(tag -> answers.with(topic, tag))
            .orElse(answers);
  }
}
