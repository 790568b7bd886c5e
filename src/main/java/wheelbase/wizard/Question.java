package wheelbase.wizard;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import wheelbase.diagnostic.Diagnostic;

/**
 * One thing that the user is asked, as a plain value: every face shows it in its own way, and takes
 * the same answers.
 *
 * @param label what it is about, in a word or two ({@code Port})
 * @param help a sentence that says what the answer decides
 * @param options what can be answered; where it is typed, what is offered for completion
 * @param usual the answer where the user says nothing; empty where there is none
 * @param because where the usual answer comes from ({@code found in Procfile:1}); may be empty
 * @param check what is wrong with an answer, and what would be right; empty where it will do
 */
public record Question(
    Topic topic,
    Kind kind,
    String label,
    String help,
    List<Option> options,
    List<String> usual,
    String because,
    Function<List<String>, Optional<Diagnostic>> check) {
  /** How it is answered. */
  public enum Kind {
    ONE_OF,
    SOME_OF,
    TEXT,
    /** Words with blanks between them. */
    WORDS,
    /** Names of files, relative to the project. */
    FILES,
    YES_NO;

    /** Whether several words are typed, with blanks between them. */
    boolean isWords() {
      return this == WORDS || this == FILES;
    }
  }

  public Question {
    options = List.copyOf(options);
    usual = List.copyOf(usual);
  }

  /** What stands as its answer now: what was said, else what is usual. */
  public List<String> standing(Answers answers) {
    return answers.to(topic).orElse(usual);
  }

  /** What is wrong with the standing answer. */
  public Optional<Diagnostic> problem(Answers answers) {
    return check.apply(standing(answers));
  }

  /**
   * The answers with this one given; the usual one is not worth saying.
   *
   * @param words none for a field that was emptied: the usual answer again, unless several can be
   *     given and none of them is an answer too
   */
  public Answers answer(Answers answers, List<String> words) {
    boolean left = words.isEmpty() && kind != Kind.SOME_OF;
    return left || words.equals(usual) ? answers.without(topic) : answers.with(topic, words);
  }

  /** How the answer is shown where there is an option for it: the option's label. */
  public String label(String word) {
    return options.stream()
        .filter(option -> option.value().equals(word))
        .findFirst()
        .map(Option::label)
        .orElse(word);
  }
}
