package wheelbase.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import wheelbase.Analysis;
import wheelbase.baseimage.Candidate;
import wheelbase.baseimage.Recommendation;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Architecture;
import wheelbase.platform.DistributionRelease;
import wheelbase.requirements.RequirementEdit;
import wheelbase.wheels.Cure;
import wheelbase.wheels.Treatment;

/** What taking a cure makes of the answers: an edit, another Python or another base. */
public final class Cures {
  private Cures() {}

  /**
   * The answers with the cure taken. One that was taken for the same package before makes room.
   *
   * @param analysis the one that proposes it
   */
  public static Answers take(Cure cure, Answers answers, Analysis analysis) {
    return cure.treatment()
        .fold(
            new Treatment.Cases<>(
                edits -> answers.with(Topic.CURES, replacing(answers, edits.edits())),
                python -> answers.with(Topic.PYTHON, python.series()).without(Topic.BASE),
                release ->
                    candidate(analysis, release.distribution())
                        .map(candidate -> answers.with(Topic.BASE, candidate.image().tag()))
                        .orElse(answers),
                architectures ->
                    answers.with(
                        Topic.ARCHITECTURES,
                        architectures.kept().stream().map(Architecture::engineName).toList())));
  }

  private static List<String> replacing(Answers answers, List<RequirementEdit> taken) {
    Set<PackageName> edited = taken.stream().map(RequirementEdit::name).collect(Collectors.toSet());
    List<String> words = new ArrayList<>();
    for (String word : answers.to(Topic.CURES).orElse(List.of())) {
      boolean same =
          AnswerCheck.cure(word).value().map(edit -> edited.contains(edit.name())).orElse(false);
      if (!same) {
        words.add(word);
      }
    }
    taken.forEach(edit -> words.add(edit.toString()));
    return words;
  }

  /** The answers without one of the edits taken before, as {@code --cure} names it. */
  public static Answers takeBack(String word, Answers answers) {
    List<String> left =
        answers.to(Topic.CURES).orElse(List.of()).stream()
            .filter(each -> !each.equals(word))
            .toList();
    return left.isEmpty() ? answers.without(Topic.CURES) : answers.with(Topic.CURES, left);
  }

  /** The best of the release on the Python that is recommended. */
  private static Optional<Candidate> candidate(Analysis analysis, DistributionRelease wanted) {
    List<Candidate> possible =
        analysis.recommendation().map(Recommendation::candidates).orElse(List.of()).stream()
            .filter(Candidate::isPossible)
            .toList();
    return possible.stream()
        .filter(candidate -> candidate.image().distribution().equals(wanted))
        .findFirst();
  }

  /** The package that there is a wheel of then, and on how many targets. */
  static String cured(Cure cure) {
    int targets = cure.targets().size();
    return cure.names().stream().map(PackageName::value).collect(Collectors.joining(", "))
        + (targets == 1 ? " on 1 target" : " on " + targets + " targets");
  }

  /** As {@code --cure} names it; empty for what is no edit, or several. */
  static Optional<String> word(Cure cure) {
    return cure.treatment()
        .fold(
            new Treatment.Cases<>(
                edits ->
                    edits.edits().size() == 1
                        ? Optional.of(edits.edits().get(0).toString())
                        : Optional.empty(),
                python -> Optional.empty(),
                release -> Optional.empty(),
                architectures -> Optional.empty()));
  }

  static boolean isPython(Cure cure, String series) {
    return cure.treatment().equals(new Treatment.OtherPython(series));
  }

  static boolean isRelease(Cure cure, DistributionRelease wanted) {
    return cure.treatment().equals(new Treatment.OtherRelease(wanted));
  }
}
