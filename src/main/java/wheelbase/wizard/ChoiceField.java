package wheelbase.wizard;

import java.util.ArrayList;
import java.util.List;

/**
 * One of the options, some of them, or yes or no.
 *
 * @param words the values of those chosen
 * @param at the option under the cursor
 */
public record ChoiceField(Question question, List<String> words, int at) implements Field {
  private static final List<Option> YES_OR_NO =
      List.of(Option.of(Answers.YES), Option.of(Answers.NO));

  public ChoiceField {
    words = List.copyOf(words);
  }

  static ChoiceField of(Question question, List<String> words) {
    ChoiceField field = new ChoiceField(question, words, 0);
    for (int at = 0; at < field.options().size(); at++) {
      if (field.isChosen(at)) {
        return new ChoiceField(question, words, at);
      }
    }
    return field;
  }

  /** What there is to choose from. */
  public List<Option> options() {
    return question.kind() == Question.Kind.YES_NO ? YES_OR_NO : question.options();
  }

  public boolean isChosen(int option) {
    return words.contains(options().get(option).value());
  }

  @Override
  public ChoiceField about(Question again) {
    ChoiceField field = new ChoiceField(again, words, 0);
    return field.under(Math.min(at, Math.max(0, field.options().size() - 1)));
  }

  ChoiceField under(int option) {
    return new ChoiceField(question, words, option);
  }

  boolean has(int option) {
    return option >= 0 && option < options().size();
  }

  /** With the option under the cursor as the answer; of several, with or without it. */
  ChoiceField chosen() {
    if (!has(at)) {
      return this;
    }
    String value = options().get(at).value();
    if (question.kind() != Question.Kind.SOME_OF) {
      return answering(value);
    }
    List<String> some = new ArrayList<>();
    for (Option option : options()) {
      boolean chosen = words.contains(option.value());
      if (option.value().equals(value) != chosen) {
        some.add(option.value());
      }
    }
    return new ChoiceField(question, some, at);
  }

  ChoiceField answering(String value) {
    return of(question, List.of(value));
  }

  /** The other of yes and no. */
  ChoiceField turned() {
    return answering(words.contains(Answers.YES) ? Answers.NO : Answers.YES);
  }
}
