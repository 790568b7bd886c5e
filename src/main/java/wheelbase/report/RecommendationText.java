package wheelbase.report;

import java.util.List;
import java.util.Optional;
import wheelbase.Analysis;
import wheelbase.PackageAnalysis;
import wheelbase.baseimage.Candidate;
import wheelbase.baseimage.Recommendation;
import wheelbase.baseimage.SlimOrAlpine;

/** The verdict: which base image, slim or Alpine, and what stands in the way of the other. */
final class RecommendationText {
  private static final int SHOWN = 6;
  private static final int SIZES = 42;

  private final Page page;
  private final Analysis analysis;
  private final Recommendation recommendation;

  RecommendationText(Page page, Analysis analysis, Recommendation recommendation) {
    this.page = page;
    this.analysis = analysis;
    this.recommendation = recommendation;
  }

  void put() {
    page.blank();
    if (recommendation.chosen().isEmpty()) {
      page.line(2).put(Ink.BAD, "None of these base images will do.").end();
      recommendation.candidates().stream().limit(SHOWN).forEach(this::putObstacle);
      return;
    }
    Candidate chosen = recommendation.chosen().get();
    Optional<SlimOrAlpine> answer = recommendation.slimOrAlpine();
    page.line(2)
        .put(Ink.GOOD, answer.map(given -> given.answer().id() + ".  ").orElse(""))
        .put(Ink.STRONG, chosen.image().reference())
        .to(SIZES)
        .put(
            Bytes.megabytes(chosen.size().onDisk())
                + " on disk, "
                + Bytes.megabytes(chosen.size().toPull())
                + " to pull")
        .end();
    if (!chosen.reasons().isEmpty()) {
      page.paragraph(2, String.join("; ", chosen.reasons()));
    }
    answer.ifPresent(this::putSlimOrAlpine);
  }

  private void putSlimOrAlpine(SlimOrAlpine answer) {
    if (answer.sentence().isEmpty()) {
      return;
    }
    Optional<Candidate> alpine =
        recommendation.candidates().stream()
            .filter(candidate -> candidate.image().isAlpine())
            .findFirst();
    List<String> added =
        answer.answer() == SlimOrAlpine.Answer.SLIM
            ? alpine.map(this::compiledBesides).orElse(List.of())
            : List.of();
    page.blank().paragraph(2, answer.sentence() + (added.isEmpty() ? "." : ":"));
    if (alpine.isPresent()) {
      added.stream().limit(SHOWN).forEach(name -> putBlocker(name, alpine.get()));
    }
    if (added.size() > SHOWN) {
      page.line(4, "and " + (added.size() - SHOWN) + " more: wheelbase wheels -q");
    }
  }

  private List<String> compiledBesides(Candidate alpine) {
    List<String> compiled = recommendation.chosen().orElseThrow().sourceBuilds();
    return alpine.sourceBuilds().stream().filter(name -> !compiled.contains(name)).toList();
  }

  /** The package, why it has no wheel there, and the path from the user's own line. */
  private void putBlocker(String name, Candidate where) {
    Optional<PackageAnalysis> found =
        analysis.packages().stream()
            .filter(analysed -> analysed.name().value().equals(name))
            .findFirst();
    if (found.isEmpty()) {
      page.line(4, name);
      return;
    }
    PackageAnalysis analysed = found.get();
    String reason =
        Column.all(analysis).stream()
            .filter(column -> column.base().reference().equals(where.image().reference()))
            .flatMap(column -> column.verdict(analysed).stream())
            .filter(verdict -> verdict.kind().compiles())
            .flatMap(verdict -> verdict.reasons().stream())
            .map(nearest -> nearest.message())
            .findFirst()
            .orElse("");
    page.line(4)
        .fit(Ink.PLAIN, name + " " + WheelsText.versions(analysed), 26)
        .to(31)
        .put(reason)
        .put(reason.isEmpty() ? "" : "   ")
        .put(Ink.FAINT, CheckText.path(analysed))
        .end();
  }

  private void putObstacle(Candidate candidate) {
    page.paragraph(
        4,
        candidate.image().reference(),
        6 + candidate.image().reference().length(),
        Ink.PLAIN,
        candidate.obstacle().orElse(""));
  }
}
