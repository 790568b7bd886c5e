package wheelbase.wizard.prompt;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.wizard.Course;
import wheelbase.wizard.Option;
import wheelbase.wizard.Question;
import wheelbase.wizard.Questionnaire;
import wheelbase.wizard.Step;
import wheelbase.wizard.Topic;
import wheelbase.wizard.WordList;

/** A question of a step; its answer is taken when it will do. */
final class QuestionPrompt extends Prompt {
  /** Takes back what was said: what is usual, or of several none. */
  private static final String USUAL = "usual";

  private static final String NONE = "none";

  private final Step step;
  private final Topic topic;
  private final Course course;

  /**
   * @param topic one that is asked now, at this step
   */
  QuestionPrompt(Step step, Topic topic, Course course, List<Command> commands) {
    super(topic.id(), commands);
    this.step = step;
    this.topic = topic;
    this.course = course;
  }

  /** Empty where the answer was such that it is asked no more. */
  private Optional<Question> asked() {
    return Questionnaire.questions(step, course.situation()).stream()
        .filter(question -> question.topic() == topic)
        .findFirst();
  }

  private Question question() {
    return asked().orElseThrow();
  }

  private List<String> standing() {
    return question().standing(course.answers());
  }

  @Override
  String words() {
    String standing = String.join(", ", standing());
    return question().label() + (standing.isEmpty() ? "" : " [" + standing + "]");
  }

  @Override
  void explain(Speech speech) {
    Question question = question();
    speech.sentence(question.label() + ". " + question.help());
    boolean numbered = new AnswerReader(question).isNumbered();
    int number = 0;
    for (Option option : options(question)) {
      number++;
      speech.item(
          numbered ? number + "." : "-",
          option.label() + (option.note().isEmpty() ? "" : ": " + option.note()));
    }
    if (takesSeveral(question) && question.options().size() > 1) {
      speech.say("Several can be named, with commas or blanks between them.");
    }
    sayUsual(question, speech);
  }

  /** Yes and no need no numbers. */
  private static List<Option> options(Question question) {
    return question.kind() == Question.Kind.YES_NO ? List.of() : question.options();
  }

  /** Several bases can be named to be compared, by a flag; here one is chosen. */
  private static boolean takesSeveral(Question question) {
    return question.topic().takesSeveral() && question.kind() != Question.Kind.ONE_OF;
  }

  private void sayUsual(Question question, Speech speech) {
    String because = question.because().isEmpty() ? "" : "; " + question.because();
    if (!standing().equals(question.usual())) {
      speech.sentence("Enter keeps " + said(question, standing()));
      speech.sentence("`usual` takes what is usual, " + said(question, question.usual()) + because);
    } else if (!question.usual().isEmpty()) {
      speech.sentence("Enter takes " + said(question, question.usual()) + because);
    } else {
      speech.sentence("Enter goes on without an answer" + because);
    }
  }

  private static String said(Question question, List<String> words) {
    return words.isEmpty() ? NONE : String.join(", ", words.stream().map(question::label).toList());
  }

  @Override
  Way take(String reply, Speech speech) {
    course.accept(course.answers());
    Question question = question();
    List<String> words = words(question, reply);
    Optional<Diagnostic> wrong = question.check().apply(words);
    if (wrong.isEmpty()) {
      course.accept(question.answer(course.answers(), words));
      wrong = asked().flatMap(this::problem);
    }
    if (wrong.isPresent()) {
      speech.problem(wrong.get());
      return Way.MEND;
    }
    if (!reply.isEmpty() && !String.join(", ", words).equals(reply)) {
      speech.sentence(question.label() + ": " + said(question, words));
    }
    return Way.ON;
  }

  private Optional<Diagnostic> problem(Question question) {
    return question.problem(course.answers());
  }

  private List<String> words(Question question, String reply) {
    if (reply.isEmpty()) {
      return standing();
    }
    String order = reply.toLowerCase(Locale.ROOT);
    if (order.equals(USUAL)) {
      return question.usual();
    }
    return order.equals(NONE) && question.kind() == Question.Kind.SOME_OF
        ? List.of()
        : new AnswerReader(question).words(reply);
  }

  @Override
  List<String> completions(String begun) {
    Question question = question();
    boolean several = takesSeveral(question);
    String last = several ? begun.substring(WordList.OF_BLANKS_AND_COMMAS.lastWord(begun)) : begun;
    Set<String> all = new LinkedHashSet<>();
    question.options().forEach(option -> all.add(option.value()));
    if (question.kind() == Question.Kind.FILES || topic == Topic.OUTPUT) {
      all.addAll(files(WordList.OF_BLANKS.split(last).stream().findFirst().orElse("")));
    }
    List<String> candidates = new ArrayList<>();
    for (String word : all) {
      candidates.add(several ? WordList.OF_BLANKS_AND_COMMAS.escaped(word) : word);
    }
    return candidates.stream().filter(word -> word.startsWith(last)).toList();
  }

  /** Names that begin with a dot are meant only by who types the dot. */
  private List<String> files(String begun) {
    String directory = begun.substring(0, begun.lastIndexOf('/') + 1);
    String name = begun.substring(directory.length());
    return course.names(directory).stream()
        .filter(each -> name.startsWith(".") || !each.startsWith("."))
        .filter(each -> topic != Topic.OUTPUT || each.endsWith("/"))
        .map(each -> directory + each)
        .toList();
  }
}
