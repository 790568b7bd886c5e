package wheelbase.wizard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wheelbase.Analysis;
import wheelbase.BaseAnalysis;
import wheelbase.baseimage.Candidate;
import wheelbase.baseimage.Recommendation;
import wheelbase.baseimage.SlimOrAlpine;
import wheelbase.diagnostic.Diagnostic;

/**
 * The base images side by side, of which one is taken.
 *
 * @param question what is asked; empty where there is no image to choose
 * @param candidates by Python, that of the recommended one first; of each the best first
 * @param cursor the candidate that is looked at
 * @param scrolled how many lines of what is said of it are above what is seen
 * @param problem why the candidate under the cursor was not taken
 */
public record BasePage(
    Answers answers,
    Analysis analysis,
    Optional<Question> question,
    List<Candidate> candidates,
    int cursor,
    int scrolled,
    Optional<Diagnostic> problem)
    implements Page {
  public BasePage {
    candidates = List.copyOf(candidates);
  }

  static BasePage of(Situation situation) {
    Optional<Question> question = Questionnaire.question(Topic.BASE, situation);
    Analysis analysis = situation.analysis().orElseThrow();
    List<Candidate> candidates = grouped(analysis);
    List<String> standing =
        question.map(asked -> asked.standing(situation.answers())).orElse(List.of());
    int cursor =
        candidates.stream()
            .filter(candidate -> standing.contains(candidate.image().tag()))
            .findFirst()
            .map(candidates::indexOf)
            .orElse(0);
    return new BasePage(
        situation.answers(), analysis, question, candidates, cursor, 0, Optional.empty());
  }

  private static List<Candidate> grouped(Analysis analysis) {
    Map<String, List<Candidate>> pythons = new LinkedHashMap<>();
    analysis.recommendation().map(Recommendation::candidates).orElse(List.of()).stream()
        .sorted(Comparator.comparing(candidate -> !candidate.isPossible()))
        .forEach(
            candidate ->
                pythons
                    .computeIfAbsent(candidate.image().series(), series -> new ArrayList<>())
                    .add(candidate));
    return pythons.values().stream().flatMap(List::stream).toList();
  }

  @Override
  public Step step() {
    return Step.BASE;
  }

  /** Slim or Alpine, and why; empty where only one of them was looked at. */
  public Optional<SlimOrAlpine> slimOrAlpine() {
    return analysis.recommendation().flatMap(Recommendation::slimOrAlpine);
  }

  /** Empty where the project runs on none of them. */
  public Optional<Candidate> recommended() {
    return analysis.recommendation().flatMap(Recommendation::chosen);
  }

  public boolean isRecommended(Candidate candidate) {
    return recommended().equals(Optional.of(candidate));
  }

  /** The candidate under the cursor. */
  public Optional<Candidate> candidate() {
    return cursor < candidates.size() ? Optional.of(candidates.get(cursor)) : Optional.empty();
  }

  /** What the project needs on the candidate under the cursor. */
  public Optional<BaseAnalysis> needs() {
    return analysis.bases().stream()
        .filter(base -> candidate().map(Candidate::image).equals(Optional.of(base.image())))
        .findFirst();
  }

  /** What is said in the place of figures where the project does not run on an image. */
  public static Optional<String> impossible(Candidate candidate) {
    return candidate.obstacle().map(BaseQuestions::impossible);
  }

  @Override
  public List<KeyBinding> bindings() {
    return List.of(
        KeyBinding.main("take", this::take, Key.ENTER),
        KeyBinding.main("back", () -> new Turn.Back(answers), Key.ESCAPE, Key.of('b')),
        KeyBinding.main("move", () -> moved(1), Key.DOWN, Key.of('j')),
        KeyBinding.further("move up", () -> moved(-1), Key.UP, Key.of('k')),
        KeyBinding.further("first", () -> moved(-candidates.size()), Key.HOME),
        KeyBinding.further("last", () -> moved(candidates.size()), Key.END),
        KeyBinding.further("more of the details", () -> scrolledBy(1), Key.of(' '), Key.PAGE_DOWN),
        KeyBinding.further(
            "less of the details", () -> scrolledBy(-1), Key.BACKSPACE, Key.PAGE_UP));
  }

  private Turn take() {
    List<String> words = candidate().map(candidate -> candidate.image().tag()).stream().toList();
    Optional<Diagnostic> wrong = question.flatMap(asked -> asked.check().apply(words));
    return wrong.isPresent()
        ? new Turn.Show(at(cursor, 0, wrong))
        : new Turn.Next(question.map(asked -> asked.answer(answers, words)).orElse(answers));
  }

  private Turn moved(int by) {
    int last = Math.max(0, candidates.size() - 1);
    return new Turn.Show(at(Math.min(Math.max(0, cursor + by), last), 0, Optional.empty()));
  }

  private Turn scrolledBy(int lines) {
    return new Turn.Show(at(cursor, Math.max(0, scrolled + lines), problem));
  }

  private BasePage at(int candidate, int lines, Optional<Diagnostic> wrong) {
    return new BasePage(answers, analysis, question, candidates, candidate, lines, wrong);
  }
}
