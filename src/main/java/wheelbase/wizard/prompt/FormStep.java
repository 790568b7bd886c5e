package wheelbase.wizard.prompt;

import java.util.List;
import java.util.Optional;
import wheelbase.report.MatrixText;
import wheelbase.wizard.Course;
import wheelbase.wizard.Question;
import wheelbase.wizard.Questionnaire;
import wheelbase.wizard.Step;
import wheelbase.wizard.Topic;

/** A step that is questions one after the other; an answer can change which others there are. */
final class FormStep {
  private final Step step;
  private final Course course;
  private final Speech speech;

  FormStep(Step step, Course course, Speech speech) {
    this.step = step;
    this.course = course;
    this.speech = speech;
  }

  /**
   * @param fromBehind whether to begin with the last question
   */
  Going go(boolean fromBehind) {
    speech.heading(step);
    if (step == Step.PROJECT) {
      FoundText.say(course.outline(), speech);
    } else if (step == Step.BASE) {
      course
          .analysis()
          .ifPresent(
              analysis -> speech.text(new MatrixText(speech.style()).recommendation(analysis)));
    }
    List<Topic> topics = topics();
    Optional<Topic> topic =
        topics.isEmpty()
            ? Optional.empty()
            : Optional.of(topics.get(fromBehind ? topics.size() - 1 : 0));
    while (topic.isPresent()) {
      Way way = new QuestionPrompt(step, topic.get(), course, List.of()).ask(speech);
      if (way == Way.QUIT) {
        return Going.leave();
      }
      Optional<Topic> other = way == Way.BACK ? before(topic.get()) : after(topic.get());
      if (way == Way.BACK && other.isEmpty()) {
        if (step.previous().isPresent()) {
          return Going.back(step.previous().get());
        }
        speech.say("This is the first question.");
        other = topic;
      }
      topic = other;
    }
    return Going.to(step.next().orElseThrow());
  }

  private List<Topic> topics() {
    return Questionnaire.questions(step, course.situation()).stream().map(Question::topic).toList();
  }

  private Optional<Topic> after(Topic topic) {
    return topics().stream().filter(each -> each.compareTo(topic) > 0).findFirst();
  }

  private Optional<Topic> before(Topic topic) {
    return topics().stream()
        .filter(each -> each.compareTo(topic) < 0)
        .reduce((earlier, later) -> later);
  }
}
