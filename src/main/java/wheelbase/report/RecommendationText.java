package wheelbase.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import wheelbase.Analysis;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.Candidate;
import wheelbase.baseimage.Recommendation;
import wheelbase.baseimage.SlimOrAlpine;
import wheelbase.pep508.PackageName;
import wheelbase.survey.PackageAnalysis;
import wheelbase.wheels.Verdict;
import wheelbase.wheels.VerdictClass;

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

  static boolean isPossible(Analysis analysis, BaseImage image) {
    return analysis.recommendation().stream()
        .flatMap(recommendation -> recommendation.candidates().stream())
        .anyMatch(candidate -> candidate.image().equals(image) && candidate.isPossible());
  }

  /** What a base image comes to with everything on it. */
  static String onDisk(Recommendation recommendation, BaseImage image) {
    return recommendation.candidates().stream()
        .filter(candidate -> candidate.image().equals(image))
        .filter(Candidate::isPossible)
        .map(candidate -> Bytes.megabytes(candidate.size().onDisk()))
        .findFirst()
        .orElse("-");
  }

  /**
   * Returns the packages about which all is said.
   *
   * @param nothingFitsSaid whether it was said already of which packages nothing fits somewhere
   */
  Set<PackageName> put(boolean nothingFitsSaid) {
    page.blank();
    if (recommendation.chosen().isEmpty()) {
      page.line(2).put(Ink.BAD, CandidateWords.NONE).end();
      recommendation.candidates().stream().limit(SHOWN).forEach(this::putObstacle);
      return Set.of();
    }
    Candidate chosen = recommendation.chosen().get();
    Optional<SlimOrAlpine> answer = recommendation.slimOrAlpine();
    String sizes =
        Bytes.megabytes(chosen.size().onDisk())
            + " on disk, "
            + Bytes.megabytes(chosen.size().toPull())
            + " to pull";
    boolean beside = SIZES + sizes.length() <= page.width();
    page.line(2)
        .put(Ink.GOOD, answer.map(given -> given.answer().id() + ".  ").orElse(""))
        .put(Ink.STRONG, chosen.image().reference())
        .to(beside ? SIZES : 0)
        .put(beside ? sizes : "")
        .end();
    if (!beside) {
      page.paragraph(2, sizes);
    }
    List<String> reasons =
        chosen.reasons().stream()
            .filter(reason -> answer.isEmpty() || !reason.equals("nothing compiles"))
            .toList();
    if (!reasons.isEmpty()) {
      page.paragraph(2, String.join("; ", reasons));
    }
    return answer.map(given -> putSlimOrAlpine(given, nothingFitsSaid)).orElse(Set.of());
  }

  private Set<PackageName> putSlimOrAlpine(SlimOrAlpine answer, boolean nothingFitsSaid) {
    Optional<Candidate> alpine =
        recommendation.candidates().stream()
            .filter(candidate -> candidate.image().isAlpine())
            .findFirst();
    List<PackageAnalysis> culprits = List.of();
    if (answer.answer() == SlimOrAlpine.Answer.SLIM && alpine.isPresent()) {
      culprits =
          alpine.get().isPossible()
              ? compiledBesides(alpine.get())
              : withoutTheirCompany(on(alpine.get(), VerdictClass.UNUSABLE::equals));
    }
    if (nothingFitsSaid && alpine.isPresent() && !alpine.get().unusable().isEmpty()) {
      page.paragraph(2, "Alpine cannot run it.");
      return Set.of();
    }
    if (culprits.size() == 1 && saysAll(answer.sentence(), culprits.get(0))) {
      page.blank().paragraph(2, answer.sentence() + ".");
      return Set.of(culprits.get(0).name());
    }
    page.blank().paragraph(2, answer.sentence() + (culprits.isEmpty() ? "." : ":"));
    culprits.stream().limit(SHOWN).forEach(culprit -> putCulprit(culprit, alpine.orElseThrow()));
    if (culprits.size() > SHOWN) {
      page.line(4, "and " + (culprits.size() - SHOWN) + " more: wheelbase wheels -q");
    }
    return culprits.stream().map(PackageAnalysis::name).collect(Collectors.toSet());
  }

  /** Where it names the package that the user's own line asks for, there is no path to show. */
  private static boolean saysAll(String sentence, PackageAnalysis culprit) {
    return sentence.contains(": " + culprit.name() + " ") && PackageWords.path(culprit).isEmpty();
  }

  private List<PackageAnalysis> compiledBesides(Candidate alpine) {
    List<String> compiled = recommendation.chosen().orElseThrow().sourceBuilds();
    return on(alpine, VerdictClass::compiles).stream()
        .filter(analysed -> !compiled.contains(analysed.name().value()))
        .toList();
  }

  private List<PackageAnalysis> on(Candidate candidate, Predicate<VerdictClass> wanted) {
    return analysis.packages().stream()
        .filter(analysed -> column(analysed, candidate, wanted).isPresent())
        .toList();
  }

  private Optional<Column> column(
      PackageAnalysis analysed, Candidate candidate, Predicate<VerdictClass> wanted) {
    return Column.all(analysis).stream()
        .filter(column -> column.base().equals(candidate.image()))
        .filter(column -> column.verdict(analysed).map(Verdict::kind).filter(wanted).isPresent())
        .findFirst();
  }

  /** Leaves out those that come only with another of them: without that one they are not wanted. */
  private static List<PackageAnalysis> withoutTheirCompany(List<PackageAnalysis> unusable) {
    Set<PackageName> names =
        unusable.stream().map(PackageAnalysis::name).collect(Collectors.toSet());
    return unusable.stream()
        .filter(
            each ->
                each.paths().stream()
                    .anyMatch(path -> path.names().stream().filter(names::contains).count() < 2))
        .toList();
  }

  private void putCulprit(PackageAnalysis culprit, Candidate where) {
    String why =
        column(culprit, where, kind -> kind != VerdictClass.WHEEL)
            .flatMap(
                column ->
                    column
                        .verdict(culprit)
                        .map(verdict -> BuildWords.why(culprit, column.target(), verdict)))
            .orElse("");
    TroubleText.put(page, culprit, why, "", Ink.PLAIN);
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
