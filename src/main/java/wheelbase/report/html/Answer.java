package wheelbase.report.html;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import wheelbase.Analysis;
import wheelbase.baseimage.Candidate;
import wheelbase.baseimage.Recommendation;
import wheelbase.baseimage.SlimOrAlpine;
import wheelbase.report.Bytes;

/**
 * What the page is opened for: slim or Alpine, which image, and why.
 *
 * @param word {@code slim}; empty where only one of the two was asked about
 * @param chosen empty where the project runs on none of the images
 * @param sentence the counts that decided between slim and Alpine
 * @param blockers the packages that speak against Alpine
 * @param obstacles where nothing was chosen: what stands in the way on each image
 */
record Answer(
    Optional<String> word,
    Optional<Image> chosen,
    Optional<String> sentence,
    List<Blocker> blockers,
    List<String> obstacles) {

  /**
   * The image that is recommended.
   *
   * @param reasons sentences without a full stop
   */
  record Image(String reference, String onDisk, String toPull, List<String> reasons) {}

  /**
   * A package in the way of Alpine.
   *
   * @param title {@code torch 2.9.0}, or the name alone
   */
  record Blocker(String name, String title, String separator) {}

  public boolean hasBlockers() {
    return !blockers.isEmpty();
  }

  static Optional<Answer> of(Analysis analysis) {
    return analysis.recommendation().map(Answer::of);
  }

  private static Answer of(Recommendation recommendation) {
    Optional<SlimOrAlpine> slimOrAlpine =
        recommendation.chosen().isPresent() ? recommendation.slimOrAlpine() : Optional.empty();
    return new Answer(
        slimOrAlpine.map(answer -> answer.answer().id()),
        recommendation.chosen().map(Answer::image),
        slimOrAlpine.map(SlimOrAlpine::sentence),
        slimOrAlpine.map(answer -> blockers(answer.blockers())).orElse(List.of()),
        recommendation.chosen().isPresent()
            ? List.of()
            : recommendation.candidates().stream()
                .map(
                    candidate ->
                        candidate.image().reference() + ": " + candidate.obstacle().orElse(""))
                .toList());
  }

  private static Image image(Candidate candidate) {
    return new Image(
        candidate.image().reference(),
        Bytes.megabytes(candidate.size().onDisk()),
        Bytes.megabytes(candidate.size().toPull()),
        candidate.reasons());
  }

  private static List<Blocker> blockers(List<String> titles) {
    int last = titles.size() - 1;
    return IntStream.rangeClosed(0, last)
        .mapToObj(
            i -> new Blocker(titles.get(i).split(" ", 2)[0], titles.get(i), i == last ? "" : ", "))
        .toList();
  }
}
