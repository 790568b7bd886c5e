package wheelbase.wizard;

import java.util.List;

/** The answer to one question while it is given: not yet the user's word. */
public sealed interface Field permits TextField, ChoiceField {
  /** A field that shows what stands as the answer. */
  static Field of(Question question, Answers answers) {
    return switch (question.kind()) {
      case TEXT, WORDS, FILES -> TextField.of(question, question.standing(answers));
      case ONE_OF, SOME_OF, YES_NO -> ChoiceField.of(question, question.standing(answers));
    };
  }

  Question question();

  /** The answer as it stands in the field. */
  List<String> words();

  /** The same, of a question that is asked anew. */
  Field about(Question again);
}
