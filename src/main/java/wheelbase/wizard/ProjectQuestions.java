package wheelbase.wizard;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import wheelbase.ProjectOutline;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Severity;
import wheelbase.requirements.Selection;

/** What is read, and where the files go. */
final class ProjectQuestions {
  private final Situation situation;
  private final ProjectOutline outline;

  ProjectQuestions(Situation situation) {
    this.situation = situation;
    this.outline = situation.outline();
  }

  List<Question> all() {
    List<Question> questions = new ArrayList<>();
    questions.add(requirements());
    Selection offered = outline.requirements().offered();
    parts(Topic.EXTRAS, offered.extras()).ifPresent(questions::add);
    parts(Topic.GROUPS, offered.groups()).ifPresent(questions::add);
    if (situation.cannotWrite().isPresent() || situation.answers().to(Topic.OUTPUT).isPresent()) {
      questions.add(output());
    }
    CureQuestions cures = new CureQuestions(situation);
    if (cures.refused().isPresent()) {
      // No analysis leads to where cures are asked for, so that one can be taken back here.
      questions.addAll(cures.all());
    }
    return questions;
  }

  /** Once files were named, the outline knows those that would be found only as other files. */
  private Question requirements() {
    boolean named = situation.answers().to(Topic.REQUIREMENTS).isPresent();
    List<String> usual = named ? List.of() : outline.requirementsFiles();
    return new Question(
        Topic.REQUIREMENTS,
        Question.Kind.FILES,
        "Requirements",
        "What pip would be given with -r; files that these include come with them.",
        offered(),
        usual,
        named ? "" : outline.because().orElse(""),
        this::problem);
  }

  /**
   * Asked where there are any, and where some were named that are not there: to take them back.
   *
   * @param there normalised
   */
  private Optional<Question> parts(Topic topic, Set<String> there) {
    if (there.isEmpty() && situation.answers().to(topic).isEmpty()) {
      return Optional.empty();
    }
    boolean extras = topic == Topic.EXTRAS;
    return Optional.of(
        new Question(
            topic,
            Question.Kind.SOME_OF,
            extras ? "Extras" : "Groups",
            extras
                ? "Optional dependencies that the image is to have as well."
                : "Dependency groups that the image is to have as well.",
            there.stream().map(Option::of).toList(),
            List.of(),
            "none, unless you say so",
            words -> AnswerCheck.ofParts(topic, words, there)));
  }

  private List<Option> offered() {
    Set<String> names = new LinkedHashSet<>(outline.requirementsFiles());
    names.addAll(outline.otherFiles());
    return names.stream().filter(name -> !name.isEmpty()).map(this::offered).toList();
  }

  private Option offered(String name) {
    long lines =
        outline.requirements().requirements().stream()
            .filter(requirement -> requirement.place().file().equals(name))
            .count();
    return lines == 0
        ? Option.of(name)
        : Option.of(name).because(lines == 1 ? "1 requirement" : lines + " requirements");
  }

  private Optional<Diagnostic> problem(List<String> words) {
    List<String> standing =
        situation.answers().to(Topic.REQUIREMENTS).orElse(outline.requirementsFiles());
    Optional<Diagnostic> wrong = AnswerCheck.of(Topic.REQUIREMENTS, words);
    return wrong.isPresent() || !words.equals(standing) ? wrong : firstError();
  }

  private Optional<Diagnostic> firstError() {
    return outline.diagnostics().stream()
        .filter(each -> each.severity() == Severity.ERROR)
        .filter(each -> !CureQuestions.isRefusal(each))
        .findFirst();
  }

  private Question output() {
    String project = outline.project().toString();
    String usual = project.isEmpty() ? "." : project;
    return new Question(
        Topic.OUTPUT,
        Question.Kind.TEXT,
        "Write into",
        "The directory for the Dockerfile; it must be there.",
        List.of(Option.of(usual)),
        List.of(usual),
        "the project's directory",
        words -> outputProblem(words, usual));
  }

  /** Only of the standing answer it is known whether it can be written to. */
  private Optional<Diagnostic> outputProblem(List<String> words, String usual) {
    boolean standing = words.equals(situation.answers().to(Topic.OUTPUT).orElse(List.of(usual)));
    return Stream.of(
            AnswerCheck.of(Topic.OUTPUT, words),
            standing ? situation.cannotWrite() : Optional.<Diagnostic>empty())
        .flatMap(Optional::stream)
        .findFirst();
  }
}
