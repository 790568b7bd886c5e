package wheelbase.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import wheelbase.Analysis;
import wheelbase.PackageAnalysis;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.Candidate;
import wheelbase.baseimage.Recommendation;
import wheelbase.baseimage.SlimOrAlpine;
import wheelbase.pep508.PackageName;

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

  /** What a base image comes to with everything on it. */
  static String onDisk(Recommendation recommendation, BaseImage image) {
    return recommendation.candidates().stream()
        .filter(candidate -> candidate.image().equals(image))
        .filter(candidate -> candidate.conflict().isEmpty())
        .map(candidate -> Bytes.megabytes(candidate.size().onDisk()))
        .findFirst()
        .orElse("-");
  }

  /** Returns the packages about which all is said. */
  Set<PackageName> put() {
    page.blank();
    if (recommendation.chosen().isEmpty()) {
      page.line(2).put(Ink.BAD, "None of these base images will do.").end();
      recommendation.candidates().stream().limit(SHOWN).forEach(this::putObstacle);
      return Set.of();
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
    List<String> reasons =
        chosen.reasons().stream()
            .filter(reason -> answer.isEmpty() || !reason.equals("nothing compiles"))
            .toList();
    if (!reasons.isEmpty()) {
      page.paragraph(2, String.join("; ", reasons));
    }
    return answer.map(this::putSlimOrAlpine).orElse(Set.of());
  }

  private Set<PackageName> putSlimOrAlpine(SlimOrAlpine answer) {
    if (answer.sentence().isEmpty()) {
      return Set.of();
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
    return added.stream().map(PackageName::new).collect(Collectors.toSet());
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
