package wheelbase.wizard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import wheelbase.Analysis;
import wheelbase.ProjectOutline;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;
import wheelbase.platform.Architecture;
import wheelbase.requirements.PythonDeclaration;

/** Which Pythons and architectures are looked at, and which packages come from source. */
final class TargetQuestions {
  private final Situation situation;
  private final ProjectOutline outline;

  TargetQuestions(Situation situation) {
    this.situation = situation;
    this.outline = situation.outline();
  }

  List<Question> all() {
    return List.of(python(), architectures(), noBinary());
  }

  private Question python() {
    List<String> usual = declaredOne().stream().toList();
    return new Question(
        Topic.PYTHON,
        Question.Kind.SOME_OF,
        "Python",
        usual.isEmpty()
            ? "Which to look at; with none chosen, wheelbase chooses."
            : "Which to look at.",
        pythonOptions(),
        usual,
        usual.isEmpty() ? chosen() : "found in " + declaration().orElseThrow().place().file(),
        words ->
            words.isEmpty() && !usual.isEmpty()
                ? Optional.of(
                    Diagnostic.error("no-python", "no Python is chosen")
                        .withHint(usual.get(0) + " is what the project declares"))
                : AnswerCheck.of(Topic.PYTHON, words));
  }

  /** What happens where nothing is answered and nothing declared. */
  private String chosen() {
    Optional<String> reason =
        situation.answers().to(Topic.PYTHON).filter(words -> !words.isEmpty()).isPresent()
            ? Optional.empty()
            : situation.analysis().flatMap(Analysis::pythonBecause);
    return "wheelbase chooses " + reason.orElse("the newest with the fewest compiles");
  }

  /** The series that is taken without a question: the most credible declaration admits no other. */
  private Optional<String> declaredOne() {
    return outline.pythonDeclarations().stream()
        .findFirst()
        .map(ProjectOutline.DeclaredPython::series)
        .filter(series -> series.size() == 1)
        .map(series -> series.get(0));
  }

  private Optional<PythonDeclaration> declaration() {
    return outline.pythonDeclarations().stream()
        .findFirst()
        .map(ProjectOutline.DeclaredPython::declaration);
  }

  /** Newest first, and before them what was answered that is none of them: a patch release. */
  private List<Option> pythonOptions() {
    List<Option> options = new ArrayList<>();
    for (ProjectOutline.PythonSeries python : outline.pythons()) {
      options.add(Option.of(python.series()).because(note(python)));
    }
    Collections.reverse(options);
    List<String> known = options.stream().map(Option::value).toList();
    situation.answers().to(Topic.PYTHON).orElse(List.of()).stream()
        .filter(word -> !known.contains(word) && !word.isEmpty())
        .distinct()
        .forEach(word -> options.add(0, Option.of(word).because("asked for")));
    return options;
  }

  private String note(ProjectOutline.PythonSeries python) {
    List<String> notes = new ArrayList<>();
    notes.add((python.pastEndOfLife() ? "no fixes since " : "fixes until ") + python.endOfLife());
    declaration()
        .map(declared -> declared(declared, python.series()))
        .ifPresent(note -> notes.add(outline.declares(python.series()) ? 0 : 1, note));
    String cured =
        situation.analysis().map(Analysis::cures).orElse(List.of()).stream()
            .filter(cure -> Cures.isPython(cure, python.series()))
            .flatMap(cure -> cure.names().stream())
            .map(Object::toString)
            .distinct()
            .collect(Collectors.joining(", "));
    if (!cured.isEmpty()) {
      notes.add("has a wheel of " + cured);
    }
    return String.join("; ", notes);
  }

  private String declared(PythonDeclaration declared, String series) {
    String file = declared.place().file();
    if (!outline.declares(series)) {
      return "not what " + file + " says: " + declared.text();
    }
    return declared.isPin() ? "found in " + file : "allowed by " + file + ": " + declared.text();
  }

  private Question noBinary() {
    return new Question(
        Topic.NO_BINARY,
        Question.Kind.WORDS,
        "From source",
        "Packages that are built from source even where they have a wheel.",
        outline.requirements().requirements().stream()
            .flatMap(requirement -> requirement.requirement().stream())
            .map(Requirement::name)
            .map(PackageName::value)
            .distinct()
            .sorted()
            .map(Option::of)
            .toList(),
        List.of(),
        "none, unless you say so",
        AnswerCheck.of(Topic.NO_BINARY));
  }

  private static Question architectures() {
    List<String> both = Arrays.stream(Architecture.values()).map(Architecture::engineName).toList();
    return new Question(
        Topic.ARCHITECTURES,
        Question.Kind.SOME_OF,
        "Architectures",
        "Which the image is to be built for; sizes are given for the first.",
        List.of(
            Option.of(Architecture.AMD64.engineName()).because("most servers and PCs"),
            Option.of(Architecture.ARM64.engineName()).because("Graviton, Ampere, Apple silicon")),
        both,
        "",
        words ->
            words.isEmpty()
                ? Optional.of(
                    Diagnostic.error("no-architecture", "no architecture is chosen")
                        .withHint("amd64, arm64 or both"))
                : AnswerCheck.of(Topic.ARCHITECTURES, words));
  }
}
