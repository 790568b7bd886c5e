package wheelbase.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wheelbase.Analysis;
import wheelbase.TypedChoices;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.Candidate;
import wheelbase.baseimage.Recommendation;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.report.Bytes;
import wheelbase.report.CandidateWords;

/** Which base image is taken of those that were looked at; the recommended one first. */
final class BaseQuestions {
  private final Situation situation;
  private final List<Candidate> candidates;
  private final Optional<Candidate> recommended;

  BaseQuestions(Situation situation) {
    this.situation = situation;
    Optional<Recommendation> recommendation =
        situation.analysis().flatMap(Analysis::recommendation);
    this.candidates = recommendation.map(Recommendation::candidates).orElse(List.of());
    this.recommended = recommendation.flatMap(Recommendation::chosen);
  }

  List<Question> all() {
    return candidates.isEmpty() ? List.of() : List.of(base());
  }

  private Question base() {
    return new Question(
        Topic.BASE,
        Question.Kind.ONE_OF,
        "Base image",
        "What the image is built on; sizes are those of the whole image.",
        candidates.stream().map(this::option).toList(),
        recommended.map(candidate -> candidate.image().tag()).stream().toList(),
        recommended.map(candidate -> String.join("; ", candidate.reasons())).orElse(""),
        this::problem);
  }

  private Option option(Candidate candidate) {
    return Option.of(candidate.image().tag())
        .because(candidate.obstacle().map(BaseQuestions::impossible).orElse(note(candidate)));
  }

  /** Of a candidate that cannot be taken. */
  static String impossible(String obstacle) {
    return "not possible: " + obstacle;
  }

  private String note(Candidate candidate) {
    List<String> notes = new ArrayList<>();
    notes.add(Bytes.megabytes(candidate.size().onDisk()) + " on disk");
    notes.add(Bytes.megabytes(candidate.size().toPull()) + " to pull");
    notes.add(CandidateWords.compiles(candidate));
    notes.add("about " + CandidateWords.time(candidate.buildSeconds()) + " a build");
    situation.analysis().map(Analysis::cures).orElse(List.of()).stream()
        .filter(cure -> Cures.isRelease(cure, candidate.image().distribution()))
        .flatMap(cure -> cure.names().stream())
        .distinct()
        .forEach(name -> notes.add("has a wheel of " + name));
    return String.join(", ", notes);
  }

  private Optional<Diagnostic> problem(List<String> words) {
    if (words.isEmpty()) {
      return recommended.isPresent()
          ? Optional.empty()
          : Optional.of(Diagnostic.error("no-base", "the project runs on none of these images"));
    }
    if (words.size() > 1) {
      return AnswerCheck.severalAnswers(words);
    }
    return TypedChoices.base(words.get(0), images()).fold(this::obstacle, Optional::of);
  }

  private Optional<Diagnostic> obstacle(BaseImage image) {
    return candidates.stream()
        .filter(candidate -> candidate.image().equals(image))
        .flatMap(candidate -> candidate.obstacle().stream())
        .map(
            why ->
                Diagnostic.error(
                    "no-base", "the project does not run on " + image.reference() + ", " + why))
        .findFirst();
  }

  /** The answer as the options have it: {@code slim-trixie} becomes the whole tag. */
  Optional<String> settled(String word) {
    return TypedChoices.base(word, images()).value().map(BaseImage::tag);
  }

  private List<BaseImage> images() {
    return candidates.stream().map(Candidate::image).toList();
  }
}
