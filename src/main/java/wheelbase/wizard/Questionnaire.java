package wheelbase.wizard;

import java.util.Arrays;
import java.util.List;

/** What is asked at each step, given what is known: the one list for all faces. */
public final class Questionnaire {
  private Questionnaire() {}

  /** The questions of a step, in their order. */
  public static List<Question> questions(Step step, Situation situation) {
    return List.of();
  }

  /** The answers without those that what is known now does not admit any more. */
  static Answers stillFitting(Situation situation) {
    Answers fitting = situation.answers();
    for (Step step : Arrays.asList(Step.values())) {
      for (Question question : questions(step, situation)) {
        if (fitting.to(question.topic()).isPresent() && question.problem(fitting).isPresent()) {
          fitting = fitting.without(question.topic());
        }
      }
    }
    return fitting;
  }
}
