package wheelbase.wizard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Spelling;
import wheelbase.report.AnswersJson;

/**
 * What an answers file says.
 *
 * @param problems errors with their places, in the file's order; with any the answers are not all
 */
public record TypedAnswers(Answers answers, List<Diagnostic> problems) {
  public TypedAnswers {
    problems = List.copyOf(problems);
  }

  /**
   * @param file as the user would name it
   */
  public static TypedAnswers read(String file, String text) {
    AnswersJson.Content content = AnswersJson.read(file, text);
    List<Diagnostic> problems = new ArrayList<>(content.diagnostics());
    Answers answers = Answers.NONE;
    for (AnswersJson.Entry entry : content.entries()) {
      Optional<Topic> topic = Topic.ofId(entry.key());
      Optional<Diagnostic> wrong =
          topic.isEmpty()
              ? Optional.of(unknown(entry.key()))
              : AnswerCheck.of(topic.get(), entry.words());
      wrong.map(problem -> about(entry.key(), problem).at(entry.place())).ifPresent(problems::add);
      if (wrong.isEmpty()) {
        answers = answers.with(topic.orElseThrow(), entry.words());
      }
    }
    return new TypedAnswers(answers, problems);
  }

  private static Diagnostic about(String key, Diagnostic problem) {
    return problem.id().equals("unknown-answer")
        ? problem
        : problem.saying(key + ": " + problem.message());
  }

  private static Diagnostic unknown(String key) {
    List<String> known = Arrays.stream(Topic.values()).map(Topic::id).toList();
    String all = "there are " + String.join(", ", known);
    String meant = Spelling.question(key, known);
    return Diagnostic.error("unknown-answer", "nothing is asked that is called `" + key + "`")
        .withHint(meant.isEmpty() ? all : meant + " " + all.replace("there", "There"));
  }
}
