package wheelbase.wizard;

import java.util.List;

/** A step that is questions one below the other. */
public record FormPage(Step step, List<Question> questions, Answers answers, int cursor)
    implements Page {
  public FormPage {
    questions = List.copyOf(questions);
  }

  static FormPage of(Step step, Situation situation) {
    return new FormPage(step, Questionnaire.questions(step, situation), situation.answers(), 0);
  }

  /** The same page after an answer changed what is asked. */
  FormPage asking(Situation situation) {
    return new FormPage(
        step, Questionnaire.questions(step, situation), situation.answers(), cursor);
  }

  @Override
  public List<KeyBinding> bindings() {
    return List.of(
        KeyBinding.main("next", () -> new Turn.Next(answers), Key.ENTER),
        KeyBinding.main("back", () -> new Turn.Back(answers), Key.ESCAPE));
  }
}
